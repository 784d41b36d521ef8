import { kinds } from './case-kinds.ts';

/** Words of the cases page: what has an owner, a due time and an end. */

/** What the engine itself writes into a history. */
const engine: Record<string, string> = {
	opened: '立件',
	told: '来宾所述',
	'evidence-bound': '固定证据',
	offered: '移交，待接收',
	accepted: '接收',
	declined: '退回移交',
	withdrawn: '撤回移交',
	returned: '逾时未接收，退回责任人',
	taken: '主管接管',
	reminded: '到期提醒',
	escalated: '超期上报'
};

export const cases = {
	title: '待办',
	lists: { mine: '我负责', offered: '待我接收', overdue: '已超期', all: '全部' },
	empty: { mine: '没有待办', offered: '没有移交给您的事项', overdue: '没有超期的事项', all: '没有在办的事项' },
	all: '全部种类',
	kind: '种类',
	kinds,
	engine,
	choose: '从左边选择一件，回车打开',
	number: '编号',
	owner: '责任人',
	firstOwner: '首问',
	offeredTo: ({ staff }: { staff: string }): string => `待 ${staff} 接收`,
	due: '期限',
	noDue: '没有期限',
	left: ({ days }: { days: number }): string =>
		days > 0 ? `还有 ${days} 个工作日` : days === 0 ? '今天到期' : `超过 ${-days} 个工作日`,
	dueCount: ({ count }: { count: number }): string => `到期 ${count}`,
	offeredCount: ({ count }: { count: number }): string => `待接收 ${count}`,
	overdue: '已超期',
	late: '曾超期',
	urgent: '紧急',
	closed: '已办结',
	history: '经过',
	evidence: '证据',
	evidenceHolds: '与台账一致',
	evidenceBroken: '与台账不一致',
	system: '系统',
	visitor: '来宾',
	byStaff: ({ staff }: { staff: string }): string => `工号 ${staff}`,
	hands: { offer: '移交', accept: '接收', decline: '退回移交', withdraw: '撤回移交', take: '接管' },
	delivery: '寄送结果（免费）',
	addDelivery: '登记寄送',
	deliverySteps: { sent: '已交寄', delivered: '已送达', returned: '被退回', cancel: '取消寄送', open: '查看收件信息' },
	person: '联系方式',
	personGone: '个人信息已到期删除',
	opened: '本次查看已记入台账，关闭本件后不再显示',
	ticket: '排队号',
	window: '窗口',
	item: '事项',
	acceptedBy: '受理人',
	promised: '承诺',
	legal: '法定',
	deemed: '视为受理',
	extended: ({ days }: { days: number }): string => `已延长 ${days} 个工作日`,
	asked: ({ days }: { days: number }): string => `申请延长 ${days} 个工作日`,
	fields: {
		text: '内容',
		read: '内容（来宾会看到）',
		days: '工作日数',
		to: '交给谁',
		why: '说明',
		carrier: '快递公司',
		waybill: '运单号',
		name: '收件人',
		phone: '电话',
		address: '地址',
		consent: '来宾同意为寄送结果保存以上信息',
		reason: '查看原因'
	},
	reasons: { call: '联系来宾', deliver: '寄送结果', correct: '更正信息', check: '核对检查' },
	send: '提交',
	sendHint: '回车提交，Shift+回车换行',
	back: '返回列表',
	done: '已完成',
	unconfirmed: '没有收到回应，不确定是否生效；已重新读取，请核对',
	roles: { clerk: '窗口', guide: '导询', liaison: '联络员', supervisor: '主管', administrator: '管理' } as Record<
		string,
		string
	>,
	keyNames: { list: '选择列表', move: '上下选择', open: '打开', acts: '办理（打开后）', filter: '按种类筛选' },
	accept: {
		title: '受理',
		promise: ({ days, day }: { days: number; day: string }): string => `承诺 ${days} 个工作日，${day} 前办结`,
		legal: ({ days, day }: { days: number; day: string }): string => `法定 ${days} 个工作日，${day}`,
		prints: '打印受理通知单；本次服务办结，后续环节照常继续。',
		delivery: '结果免费寄送',
		confirm: '受理'
	}
};
