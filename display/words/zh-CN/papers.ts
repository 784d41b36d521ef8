/** Words of the console's sheets for missing papers, refusals and papers received. */
export const papers = {
	noticeTitle: '一次性告知：勾选所缺材料',
	noticeHint: '数字键勾选，回车出具并打印。一次告知全部所缺材料。',
	keptFor: ({ number }: { number: string }): string => `为号码 ${number} 的收件出具`,
	page: ({ page, of }: { page: number; of: number }): string => `第 ${page} 页，共 ${of} 页（← →）`,
	onList: '清单内',
	optional: '如有',
	came: '上次已收到',
	told: '上次告知过',
	fresh: '上次没有告知',
	other: '清单外的材料',
	otherKey: '其他材料',
	otherText: '材料名称',
	otherBasis: '依据（法律名称和条款）',
	otherHint: '清单以外的材料须写依据。回车加入。',
	add: '加入清单',
	dueKey: '期限',
	due: '补齐期限',
	codeKey: '原告知码',
	codeField: '来宾所持告知单的 12 位告知码',
	codeUnknown: '没有找到这个告知码，请核对',
	codeOther: '这个告知码不是此事项的',
	look: '查看',
	issue: '出具告知单',
	issueAgain: '仍缺的再打印一次',
	allCame: '材料已齐',
	earlier: {
		return: ({ day, window, staff }: { day: string; window: string; staff: string }): string =>
			`凭告知单返回：${day} ${window}（工号 ${staff}）告知。勾选的是仍缺的，去掉已带来的。`,
		visitor: ({ day, window, staff }: { day: string; window: string; staff: string }): string =>
			`同一来宾、同一事项已于 ${day} 在 ${window}（工号 ${staff}）告知过。`,
		code: ({ day, window, staff }: { day: string; window: string; staff: string }): string =>
			`此告知单于 ${day} 在 ${window}（工号 ${staff}）出具。`
	},
	empty: '还没有勾选任何材料',
	secondTitle: '再次告知的原因',
	secondHint: '同一事项再次提出新的材料，须选择原因并说明；将报值班长并计入统计。',
	reason: { 'rules-changed': '规定有变化', 'new-facts': '出现新的情况', 'our-mistake': '我们的差错' },
	reasonWords: '说明',
	refuseTitle: '不予办理：选择理由',
	refuseHint: '数字键选择理由，回车出具并打印。告知单写明理由、依据和救济途径。',
	ground: '其他理由',
	groundText: '理由',
	refuse: '出具不予办理告知单',
	negativeKey: '改为答复其他“不能办”',
	negativeTitle: '否定答复：原因、依据和去处',
	negativeHint: '凡是答复“不能办”都要记录，并给出去处；去本大厅的窗口，号码不变。',
	what: '不能办的事和原因',
	negativeBasis: '依据（规定、目录或事实）',
	way: { unsolved: '办不成事窗口', window: '其他窗口', office: '其他部门' },
	toWindow: '哪个窗口',
	toOffice: '部门名称和地址',
	negative: '出具答复告知单',
	back: '返回',
	keptTitle: '收件待告知',
	keptHint: '材料留在窗口，来宾还没有得到告知或受理。到期不告知，自收件之日起视为受理。',
	kept: ({ day, due }: { day: string; due: string }): string => `${day} 收件，最迟 ${due} 告知`,
	keptSoon: '今天到期',
	keptGone: '来宾已离开',
	keptNotice: '一次性告知',
	keptAccept: '材料齐全，受理',
	keptBack: '材料已退还',
	keptBackWhy: '退还原因',
	received: ({ due }: { due: string }): string => `已收件，最迟 ${due} 告知或受理`,
	receivedOver: '收件已处理',
	will: {
		own: '已当面询问，是本人真实意愿',
		'not-own': '已当面询问，不是本人真实意愿',
		elder: '来宾是老年人（60 周岁以上），尚未询问'
	},
	willMeans: {
		own: '记入工号和时间，可以受理或办结',
		'not-own': '不能受理或办结，请出具不予办理告知',
		elder: '询问并记录以前，不能受理或办结'
	},
	willState: {
		none: ({ key }: { key: string }): string => `老年人须当面询问本人意愿（${key}）`,
		ask: ({ key }: { key: string }): string => `须先当面询问本人真实意愿，按 ${key} 记录`,
		own: '已当面询问：本人真实意愿',
		'not-own': '已当面询问：不是本人真实意愿，不能受理'
	},
	backWith: ({ count }: { count: number }): string =>
		count === 0 ? '凭告知单返回，材料已齐' : `凭告知单返回，尚缺 ${count} 项（Q 核对）`,
	toldNow: ({ title, number, code }: { title: string; number: string; code: string }): string =>
		`${number} 已出具${title}，告知码 ${code}`,
	toldUnprinted: '没有打印出来，请把告知码写给来宾，或到导询台补打',
	toldBefore: ({ day }: { day: string }): string => `此事项 ${day} 已告知过一次`
};
