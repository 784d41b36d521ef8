/** Words of matters with a promised day, for the visitor: the slip and the own page. */
const states = {
	working: '正在办理',
	extending: '正在办理',
	granted: '已办好',
	denied: '不予办理',
	withdrawn: '已撤回'
};

const deliveryStates = {
	asked: '已登记寄送，办好后寄出',
	sent: '已寄出',
	delivered: '已送达',
	returned: '被退回，请与窗口联系',
	cancelled: '已取消寄送'
};

const texts: Record<string, string> = {
	grant: '办理结果',
	deny: '不予办理的理由和依据',
	'ask-extension': '申请延长期限的理由',
	'explain-delay': '超期原因'
};

export const matters = {
	begun: '窗口已受理，办理情况见下',
	title: '您的办件',
	number: '受理编号',
	state: '进度',
	states,
	acceptedDay: '受理日期',
	promisedDay: '承诺办结日期',
	dueDay: '延长后的办结日期',
	extended: ({ days }: { days: number }): string => `经批准延长 ${days} 个工作日`,
	deemed: '依法视为受理',
	overdue: '已超过承诺日期，主管已知悉',
	told: '结果已告知',
	owner: '责任人工号',
	texts,
	delivery: '结果寄送（免费）',
	deliveryStates,
	waybill: ({ carrier, waybill }: { carrier: string; waybill: string }): string => `${carrier} 单号 ${waybill}`.trim(),
	slip: {
		title: '受理通知单',
		number: '受理编号',
		item: '事项',
		ticket: '排队号',
		window: '窗口',
		staff: '工号',
		accepted: '受理日期',
		promised: ({ day }: { day: string }): string => `承诺 ${day} 前办结`,
		legal: ({ day }: { day: string }): string => `法定办结日期：${day}`,
		courier: '结果免费寄送到您登记的地址',
		noCourier: '办好后通知您，凭本单领取结果',
		follow: '扫码查看办理进度',
		ask: ({ phone }: { phone: string }): string => `查询电话：${phone}`,
		keep: '请妥善保管本单',
		reprint: '补打'
	}
};
