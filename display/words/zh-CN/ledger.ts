/** An act on a ticket or its slip as its owner reads it, by the word of the ledger with a hyphen for the point. */
const acts: Record<string, string> = {
	'ticket-issued': '取号',
	'ticket-called': '叫号',
	'ticket-recalled': '再次叫号',
	'ticket-called-out': '当面喊号',
	'ticket-started': '开始办理',
	'ticket-finished': '办理结束',
	'ticket-missed': '过号',
	'ticket-parked': '暂存',
	'ticket-resumed': '继续办理',
	'ticket-returned': '恢复排队',
	'ticket-transferred': '转到其他队列或窗口',
	'ticket-cancelled': '取消排队',
	'ticket-voided': '作废',
	'ticket-expired': '当日结束',
	'ticket-freed': '改由任一窗口办理',
	'ticket-released': '窗口撤下，回到原位',
	'ticket-claim-settled': '优先类别已核定',
	'ticket-undone': '撤销上一步',
	'slip-sent': '小票已送打印',
	'slip-printed': '小票已打印',
	'slip-failed': '小票未打出',
	'slip-unsure': '小票是否打出不确定',
	'slip-queued': '小票等待打印',
	'slip-reprinted': '补打小票',
	'service-rated': '评价服务',
	'service-greeted': '登记三声'
};

/** Words of the ledger: the proof page of a ticket, and what its check found. */
export const ledger = {
	head: '台账链头',
	headWhat: '这是大厅台账最新一行的编号和校验码；任何人改动旧记录，校验码就对不上。',
	title: '我的排队记录',
	intro: '您号码的每一步都记在大厅的台账里。下面是您自己的全部记录，和您等候时被叫到的号码。',
	own: '我的记录',
	ownEnd: ({ count }: { count: number }): string => `共 ${count} 条，从取号起一条接一条，少一条都能看出来`,
	calls: '我等候时的叫号',
	noCalls: '这期间没有叫号',
	proof: '怎样核对',
	proofWhat: '下载证明文件，用另一台电脑上的核对程序检查；程序不需要联系本大厅。也可以把大屏幕上的链头抄下来一起核对。',
	download: '下载证明文件',
	through: '大屏幕上的编号（可不填）',
	show: '按此编号出证明',
	back: '返回我的号码',
	none: '这个号码早于台账链，没有可核对的证明。',
	acts,
	whole: ({ lines, seconds }: { lines: number; seconds: string }): string =>
		`台账完好：${lines} 行，用时 ${seconds} 秒`,
	older: ({ count }: { count: number }): string => `其中 ${count} 行早于台账链，无法校验`,
	signed: ({ count }: { count: number }): string => `已核对签名的日终链头：${count} 个`,
	replayed: ({ judged, unjudged }: { judged: number; unjudged: number }): string =>
		`重算叫号 ${judged} 次，全部一致` + (unjudged > 0 ? `；另有 ${unjudged} 次早于本版本，无法重算` : ''),
	broken: ({ seq, day, act }: { seq: number; day: string; act: string }): string =>
		`台账在第 ${seq} 行断开（${day} ${act}）`,
	faults: {
		missing: '这一行不见了',
		changed: '内容或校验码被改过，或换了位置',
		'not-json': '内容不是 JSON',
		'after-the-end': '大厅记载的最后一行之后又多出一行',
		'cut-off': '从这里起的行不见了',
		'head-differs': '大厅记载的链头不是这一行的校验码',
		'signed-otherwise': '与签过名的日终链头不符',
		'bad-signature': '日终链头的签名不对',
		'unknown-key': '日终链头由不认识的密钥签名；请把它的公钥放到 DATA_DIR/ledger/',
		unreadable: '导出的日终链头文件无法读取',
		'called-otherwise': '按规则应叫的不是这个号，或存的理由不对'
	}
};
