/** Words of complaints, of what could not be done and of matters of petition, as kinds of cases. */
import type { KindWords } from './case-kinds.ts';

const told = {
	'calling-back': '已答复，待回访',
	told: '已答复，待来宾确认',
	reopened: '不满意，重新办理'
};

const after = {
	'called-satisfied': '已回访，满意',
	'called-not-satisfied': '已回访，不满意',
	'not-reached': '未联系上',
	unreached: '多次联系不上',
	satisfied: '来宾表示满意',
	'not-satisfied': '来宾表示不满意',
	final: '最终答复（告知其他途径）',
	'explain-delay': '说明超期原因',
	note: '记一笔',
	add: '来宾补充',
	withdraw: '来宾撤回',
	'withdrawn-by-visitor': '来宾当面或电话撤回',
	'said-again': '来宾再次反映',
	sorted: '重新分类',
	exported: '导出案卷',
	lapse: '期满未提出异议'
};

const ended = {
	satisfied: '满意',
	'not-objected': '期满无异议',
	withdrawn: '来宾撤回',
	final: '最终答复',
	joined: '合并办理'
};

export const complaintKinds: Record<'complaint' | 'unsolved' | 'petition' | 'praise', KindWords> = {
	praise: {
		name: '表扬',
		stages: { received: '已收到' },
		acts: { thank: '致谢', 'passed-on': '已转告本人', note: '记一笔', lapse: '期满归档' },
		outcomes: { thanked: '已致谢', 'passed-on': '已转告本人', recorded: '已归档' }
	},
	complaint: {
		name: '投诉',
		stages: { taken: '已受理，待首次答复', looking: '核查中', complex: '情况复杂，核查中', ...told },
		acts: {
			look: '首次答复，开始核查',
			'answer-justified': '属实：致歉并答复',
			'answer-explained': '说明情况并答复',
			complex: '情况复杂，告知新期限',
			'to-petition': '转为信访事项',
			...after
		},
		outcomes: { ...ended, petition: '转为信访事项' }
	},
	unsolved: {
		name: '办不成事',
		stages: {
			registered: '已登记，待当日反馈',
			working: '办理中',
			joint: '联合会商',
			complex: '情况复杂，办理中',
			...told
		},
		acts: {
			feedback: '当日反馈',
			solved: '已办成，答复',
			'not-possible': '依法不能办，说明并答复',
			joint: '提请联合会商',
			complex: '情况复杂，告知新期限',
			'outside-court': '不受理：诉讼、仲裁',
			'outside-petition': '不受理：信访事项',
			'outside-dispute': '不受理：民事纠纷',
			'outside-decided': '不受理：已有终局决定',
			'outside-secret': '不受理：涉密',
			'outside-elsewhere': '不受理：其他机关职权',
			...after
		},
		outcomes: {
			...ended,
			'outside-court': '告知诉讼、仲裁途径',
			'outside-petition': '告知信访途径',
			'outside-dispute': '告知纠纷解决途径',
			'outside-decided': '已有终局决定',
			'outside-secret': '涉密，已告知',
			'outside-elsewhere': '告知有权机关'
		}
	},
	petition: {
		name: '信访事项',
		stages: {
			registered: '已登记，待处理',
			'handed-in': '已转责任单位，待确认',
			examining: '待决定是否受理',
			handling: '已受理，办理中',
			extending: '待批延期',
			'handling-longer': '办理中',
			decided: '已出处理意见',
			review: '复查中',
			'review-decided': '已出复查意见',
			recheck: '复核中',
			'recheck-decided': '已出复核意见'
		},
		acts: {
			'hand-in': '转交责任单位',
			objected: '责任单位提出异议',
			accept: '告知受理',
			'sent-on': '转送有权机关，告知',
			'not-accepted': '告知不予受理',
			decide: '出具处理意见',
			'ask-extension': '申请延期',
			extend: '批准延期',
			'refuse-extension': '不批准延期',
			'ask-review': '请求复查',
			'review-decide': '出具复查意见',
			'ask-recheck': '请求复核',
			'recheck-decide': '出具复核意见',
			'explain-delay': '说明超期原因',
			note: '记一笔',
			add: '来宾补充',
			withdraw: '来宾撤回',
			exported: '导出案卷',
			lapse: '期满'
		},
		outcomes: {
			'sent-on': '转送有权机关',
			'not-accepted': '不予受理',
			withdrawn: '来宾撤回',
			final: '办结',
			joined: '合并办理'
		}
	}
};
