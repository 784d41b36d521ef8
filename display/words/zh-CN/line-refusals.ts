import type { RefusalSentences } from './refusals.ts';

export const lineRefusals: Record<'line-in-check' | 'check-not-there', RefusalSentences> = {
	'line-in-check': {
		visitor: '正在检查设备，请稍后再试。',
		staff: '正在检查一条总线，一次只能检查一条；请先结束那一次检查。'
	},
	'check-not-there': {
		visitor: '检查已经结束。',
		staff: '检查已结束，或者现在没有要看的文字；请重新开始检查。'
	}
};
