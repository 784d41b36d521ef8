/** Words that are only heard, or shown as captions of what is heard: how a kiosk speaks and how its keys are used. */

export const speech = {
	on: '语音',
	captions: '语音字幕',
	began: '语音已打开。',
	howKeys: '上下键移动，确认键选择。',
	howPad: '数字键盘：八和二移动，五确认，零重听，七返回，九从头读本页，一暂停，加减调音量，点键求助。',
	howTyping: '数字键直接输入，点键删除，星号下一项，斜杠上一项，回车确认。',
	howForm: '在输入框里直接打字；上下键，或者星号和斜杠键，换到别处。',
	choices: ({ count }: { count: number }): string => `本页有 ${count} 项可选，按下键逐项收听。`,
	noChoices: '本页没有可选的。',
	item: ({ n, of }: { n: number; of: number }): string => `第 ${n} 项，共 ${of} 项`,
	roles: {
		button: '按钮',
		link: '链接',
		textbox: '输入框',
		radio: '单选',
		checkbox: '复选',
		choice: '选择框',
		more: '展开更多'
	},
	states: {
		pressed: '已选中',
		released: '未选中',
		busy: '正在处理，请稍候',
		disabled: '现在不可用',
		current: '当前',
		open: '已展开',
		shut: '已收起',
		needed: '必填'
	},
	empty: '还没有输入',
	missing: '还没有填，请先填写',
	written: ({ count }: { count: number }): string => `已输入 ${count} 个字`,
	covered: ({ count }: { count: number }): string => `前 ${count} 位不读出`,
	secret: ({ count }: { count: number }): string => `${count} 位数字，外放时不读出，请看回执，或插上耳机再听`,
	aloud: '现在是外放，输入的号码不会读出。',
	wrapped: '回到第一项。',
	wrappedBack: '到了最后一项。',
	chooseFirst: '请先按下键选一项。',
	notReady: '还没有输完。',
	paused: '已暂停，再按一次继续。',
	volume: ({ level, of }: { level: number; of: number }): string => `音量 ${level}，最大 ${of}`,
	plugged: '已插上耳机，只有您听得到。',
	unplugged: '耳机已拔出，改为外放。',
	noVoice: '语音暂时不可用，请按求助键，工作人员会来帮您',
	range: ({ from, to }: { from: string; to: string }): string => `${from}到${to}`,
	oClock: ({ hour, minute }: { hour: number; minute: number }): string =>
		`${hour}点${minute === 0 ? '' : `${minute}分`}`,
	figures: '零 幺 二 三 四 五 六 七 八 九'
};
