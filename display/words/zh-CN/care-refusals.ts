import type { RefusalSentences } from './refusals.ts';

/** What a refused wish about priority and company says. */
export const careRefusals: Record<'proof-unknown' | 'not-escorted', RefusalSentences> = {
	'proof-unknown': {
		visitor: '没有这种证明，请询问导询台。',
		staff: '大厅文件中这类优先没有这种证明，请重新选择。'
	},
	'not-escorted': {
		visitor: '没有登记陪同，请询问导询台。',
		staff: '此号码没有登记陪同，或已经送到窗口。'
	}
};
