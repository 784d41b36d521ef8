/** Words of the page that looks through lines of LED boards. */
export const lines = {
	title: '条屏总线检查',
	what: '逐个地址检查一条 RS-485 总线：找出两块屏用了同一个地址、没有应答的屏、装错位置的屏。检查时这条总线上的屏不显示叫号，结束后自动恢复。',
	elsewhere: '总线由另一台服务器驱动，请在那里检查。',
	none: '大厅文件里没有总线。',
	line: ({ code }: { code: string }): string => `总线 ${code}`,
	open: '已接通',
	down: ({ reason }: { reason: string }): string => `断开：${reason}`,
	boards: ({ count }: { count: number }): string => `${count} 块屏`,
	begin: '开始检查',
	end: '结束检查，恢复叫号',
	asking: '第一步：逐个询问地址…',
	look: ({ address, text }: { address: number; text: string }): string =>
		`第二步：只向地址 ${address} 写了“${text}”。请看这条总线上的每一块屏。`,
	turn: ({ turn }: { turn: number }): string => `（第 ${turn} 次，共 2 次）`,
	should: ({ name }: { name: string }): string => `应当只出现在：${name}`,
	question: '这几个字出现在几块屏上？',
	seen: { one: '一块，就是它', two: '两块或更多', none: '没有', other: '在别的屏上' },
	all: '每个地址都看过了。',
	address: '地址',
	board: '屏',
	driver: '协议',
	sign: '应答',
	signs: {
		clean: '正常',
		double: '一问两答',
		unreadable: '应答损坏',
		silent: '无应答',
		mute: '此屏从不应答',
		down: '总线断开'
	},
	identity: '序列号',
	eye: '人看到',
	verdict: '结论',
	verdicts: {
		alone: '正常，只有一块',
		double: '地址重复',
		suspect: '疑似地址重复',
		elsewhere: '装在别处',
		absent: '找不到',
		line: '整条线应答损坏，请查接线和终端电阻',
		open: '未完成'
	},
	move: ({ address, switches }: { address: number; switches: number[] }): string =>
		`请断开其中一块屏的电源，把它的地址拨到 ${address}（8 位拨码：${switches.map((nth) => `第${nth}位`).join('、')}拨到 ON，其余 OFF；位序以屏的说明书为准），再通电，重新检查此地址，并把新地址写入大厅文件。`,
	again: '重新检查',
	scan: '查找未登记的地址',
	scanTo: '查到地址',
	scanning: ({ at, upTo }: { at: number; upTo: number }): string => `正在查地址 ${at}，共到 ${upTo}`,
	found: ({ address, driver }: { address: number; driver: string }): string =>
		`地址 ${address} 有应答（${driver}），但大厅文件里没有`,
	results: '检查记录',
	noResults: '还没有检查过。',
	when: '时间',
	who: '检查人',
	print: '打印',
	nobody: '—'
};
