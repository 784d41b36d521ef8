import type { KindWords } from './case-kinds.ts';

/** Words of the kinds of cases that begin at the telephone. */
export const telephoneKinds: Record<string, KindWords> = {
	'call-back': {
		name: '回电',
		stages: { calling: '待回电' },
		acts: { reached: '已回电', 'not-reached': '未接通', unreachable: '多次联系不上', note: '记一笔' },
		outcomes: { reached: '已回电', unreachable: '联系不上' }
	},
	contradiction: {
		name: '规定不一致',
		stages: { reported: '已报告', 'sent-up': '已上报，待答复' },
		acts: { 'send-up': '上报', settled: '已厘清', answered: '上级已答复', note: '记一笔' },
		outcomes: { settled: '已厘清', answered: '上级已答复' }
	},
	nuisance: {
		name: '骚扰来电',
		stages: { proposed: '待确认' },
		acts: { confirm: '确认，限时限制呼入', refuse: '不同意', 'take-back': '撤回', note: '记一笔' },
		outcomes: { blocked: '限制呼入', refused: '不同意', withdrawn: '已撤回' }
	}
};
