import { questionKinds } from './question-kinds.ts';

/** Words of the kinds of cases, by the codes of their stages, acts and outcomes. */
import { complaintKinds } from './complaint-kinds.ts';

import { houseKinds } from './house-kinds.ts';

/** The words of one kind of case, by the codes of its stages, acts and outcomes. */
export interface KindWords {
	name: string;
	stages: Record<string, string>;
	acts: Record<string, string>;
	outcomes: Record<string, string>;
}

const rating: KindWords = {
	name: '差评',
	stages: {
		contact: '待联系',
		looking: '核查中',
		review: '申诉复核',
		rectifying: '整改中',
		planned: '限期整改',
		'calling-back': '待回访',
		'calling-back-planned': '待回访',
		'calling-back-no-ground': '待回访'
	},
	acts: {
		contacted: '已联系上',
		'not-reached': '未联系上',
		unreached: '多次联系不上',
		note: '记一笔',
		justified: '属实，立即整改',
		complex: '情况复杂，说明并限期',
		'no-ground': '无法定依据，作出说明',
		mistaken: '误评或恶意，申请复核',
		uphold: '复核：成立',
		overturn: '复核：不成立',
		'take-back': '撤回复核申请',
		rectified: '已整改',
		'called-back': '已回访'
	},
	outcomes: { justified: '属实已整改', complex: '限期整改', 'no-ground': '已作说明', mistaken: '误评或恶意' }
};

export const kinds: Record<string, KindWords> = {
	help: {
		name: '求助',
		stages: { called: '已呼叫', coming: '有人正来' },
		acts: { coming: '前往', there: '已到', 'called-off': '取消呼叫' },
		outcomes: { helped: '已帮助', 'called-off': '已取消' }
	},
	matter: {
		name: '承诺办件',
		stages: { working: '办理中', extending: '待批延期', granted: '已办好，待告知', denied: '不予办理，待告知' },
		acts: {
			grant: '办好',
			deny: '不予办理',
			'ask-extension': '申请延期',
			extend: '批准延期',
			'refuse-extension': '不批准延期',
			'explain-delay': '写明超期原因',
			note: '记一笔',
			withdraw: '申请人撤回',
			'tell-in-person': '已当面告知',
			'tell-by-phone': '已电话告知',
			'tell-by-courier': '已寄送告知'
		},
		outcomes: {
			'told-in-person': '当面告知',
			'told-by-phone': '电话告知',
			'told-by-courier': '寄送告知',
			withdrawn: '申请人撤回'
		}
	},
	rating,
	incident: {
		name: '突发事件',
		stages: { reported: '待响应', acknowledged: '已响应，赶往现场', 'on-spot': '现场处置', ended: '已处置，待总结' },
		acts: {
			acknowledge: '响应，我去处理',
			arrive: '到达现场',
			end: '处置完毕',
			close: '总结归档',
			measure: '记录措施',
			'report-up': '向上报告',
			'false-alarm': '误报',
			graded: '调整等级',
			'told-contact': '已电话通知'
		},
		outcomes: { learnt: '已总结', 'false-alarm': '误报' }
	},
	'rating-unnamed': { ...rating, name: '差评（未留电话）' },
	...complaintKinds,
	...questionKinds,
	...houseKinds
};
