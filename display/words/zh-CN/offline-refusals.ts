import type { RefusalSentences } from './refusals.ts';

/** What a refused wish of a kiosk about numbers for when it has no line says. */
export const offlineRefusals: Record<'lease-off' | 'lease-enough' | 'lease-unknown', RefusalSentences> = {
	'lease-off': {
		visitor: '本机没有离线备用的号码。',
		staff: '大厅文件没有为取号机预留离线号码，或今天没有可以预留的队列；取号机须在大厅文件中登记。'
	},
	'lease-enough': {
		visitor: '本机没有更多离线备用的号码。',
		staff: '这台取号机已有两段离线号码没有报告，请等它报告，或等业务日结束。'
	},
	'lease-unknown': {
		visitor: '没有找到这段离线号码，请询问导询台。',
		staff: '没有这段离线号码，或不是这台取号机领取的。'
	}
};
