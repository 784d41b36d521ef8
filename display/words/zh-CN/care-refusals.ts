import type { RefusalSentences } from './refusals.ts';

export type CareRefusal = 'proof-unknown' | 'not-escorted' | 'help-unknown' | 'help-from-nowhere';

/** What a refused wish about priority, company and help says. */
export const careRefusals: Record<CareRefusal, RefusalSentences> = {
	'proof-unknown': {
		visitor: '没有这种证明，请询问导询台。',
		staff: '大厅文件中这类优先没有这种证明，请重新选择。'
	},
	'not-escorted': {
		visitor: '没有登记陪同，请询问导询台。',
		staff: '此号码没有登记陪同，或已经送到窗口。'
	},
	'help-unknown': {
		visitor: '没有这次呼叫，请再呼叫一次，或直接到导询台。',
		staff: '没有这次求助，或已经结束。'
	},
	'help-from-nowhere': {
		visitor: '无法确定您在哪里，请直接到导询台。',
		staff: '求助须来自大厅文件中的取号机，或带有号码；大厅须有导询或督导人员。'
	}
};
