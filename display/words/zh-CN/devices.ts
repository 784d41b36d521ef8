/** Words of the device bench. */
export const devices = {
	title: '设备台',
	printers: '打印机',
	boards: 'LED 屏',
	screens: '屏幕',
	speaker: '语音',
	virtual: '虚拟',
	real: '实物',
	queued: ({ count }: { count: number }): string => `待打印 ${count}`,
	noPaper: '还没有出纸',
	wanted: '应显示',
	shown: '实际显示',
	lastSpoken: '最近播报',
	nothingSpoken: '还没有播报',
	connected: '已连接',
	disconnected: '未连接',
	quarantined: '已隔离，定时探测',
	fault: {
		'paper-out': '缺纸',
		'near-end': '纸将尽',
		'cover-open': '上盖打开',
		cutter: '切刀故障',
		unplugged: '拔线',
		mute: '不应答',
		slow: '很慢',
		silent: '不应答',
		rejecting: '拒绝',
		garbled: '乱码'
	},
	slipState: {
		queued: '待打印',
		sent: '已发送',
		printed: '已打印',
		failed: '失败',
		unsure: '不确定'
	},
	outcome: { acked: '已确认', 'sent-unconfirmed': '已发送，未确认', rejected: '被拒绝', timeout: '无应答' },
	sound: { on: '有声', refused: '浏览器禁止声音', failed: '声音故障', unknown: '未知' }
};
