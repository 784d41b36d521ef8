import type { KindWords } from './case-kinds.ts';

const refuse = {
	'refuse-litigation': '不予受理：须经诉讼、仲裁、复议解决',
	'refuse-petition': '不予受理：应走信访渠道',
	'refuse-secret': '不予受理：涉及国家秘密、商业秘密、个人隐私',
	'refuse-settled': '不予受理：已依法办结，无新事实',
	'refuse-unlawful': '不予受理：违反法律或公序良俗'
};

/** Orders of the 12345 hotline, and tasks. */
export const houseKinds: Record<string, KindWords> = {
	order: {
		name: '12345 工单',
		stages: {
			received: '待签收（24 小时内可退回）',
			working: '办理中',
			extending: '待批延期',
			answered: '已答复，待回访',
			again: '退回重办'
		},
		acts: {
			ours: '签收：属本厅职责',
			'not-ours': '退回：写明原因和应由哪个单位承办',
			...refuse,
			contacted: '已联系来电人',
			'not-reached': '联系不上',
			answer: '答复',
			'answer-unreached': '多次联系不上，书面答复',
			'answer-unnamed': '来电人未留联系方式，答复',
			'ask-extension': '情况复杂，申请延期',
			extend: '批准延期',
			'refuse-extension': '不批准延期',
			satisfied: '回访：满意',
			'mostly-satisfied': '回访：基本满意',
			'not-satisfied': '回访：不满意，重办',
			'call-not-reached': '回访未联系上',
			unrated: '多次回访不上，结案',
			note: '记一笔'
		},
		outcomes: {
			returned: '已退回',
			'refused-litigation': '不予受理（诉讼仲裁复议）',
			'refused-petition': '不予受理（信访）',
			'refused-secret': '不予受理（秘密隐私）',
			'refused-settled': '不予受理（已办结）',
			'refused-unlawful': '不予受理（违法违俗）',
			satisfied: '满意',
			'mostly-satisfied': '基本满意',
			unrated: '未评价'
		}
	},
	task: {
		name: '交办事项',
		stages: { given: '待办', reported: '已报告，待验收', again: '退回重做' },
		acts: {
			report: '办好，报告',
			accept: '验收',
			'send-back': '退回重做',
			'take-back': '收回报告',
			'call-off': '撤销',
			note: '记一笔'
		},
		outcomes: { done: '已完成', 'called-off': '已撤销' }
	}
};
