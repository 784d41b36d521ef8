import type { RefusalCode } from '#server/rules/refusal.ts';
import type { RefusalSentences } from './refusals.ts';

/** What a refused wish about incidents, broadcasts, loans and free services says. */
export const incidentRefusals = {
	'broadcast-unknown': { visitor: '没有这条广播。', staff: '没有这条广播，请核对后再操作。' },
	'broadcast-live': {
		visitor: '应急广播正在播放，叫号暂停，请听从工作人员指引。',
		staff: '应急广播正在播放：暂停叫号；演练不能盖过真实广播，解除要先由两人结束当前广播。'
	},
	'broadcast-over': { visitor: '这条广播已经结束。', staff: '这条广播已经结束，不必再操作。' },
	'broadcast-asked': {
		visitor: '正在等待另一人确认结束。',
		staff: '已有人申请结束，请由您确认，不必再申请。'
	},
	'broadcast-not-asked': {
		visitor: '还没有人申请结束广播。',
		staff: '还没有人申请结束，或者申请已超过时限，请先申请，再由另一人确认。'
	},
	'broadcast-person': {
		visitor: '结束广播须由工作人员本人操作。',
		staff: '结束广播须由本人签到后操作，程序不能代替。'
	},
	'broadcast-long': { visitor: '文字太长，请缩短。', staff: '文字太长，远处看不清，请缩短后再播。' },
	'broadcast-signs': {
		visitor: '文字中有屏幕显示不了的字符，请改写。',
		staff: '文字中有显示屏没有的字符，请换一个说法。'
	},
	'incident-unknown': { visitor: '没有找到这件事。', staff: '没有这种突发事件，请核对大厅文件或编号。' },
	'contact-unknown': { visitor: '没有这个联系人。', staff: '大厅文件中没有这个联系人，请核对。' },
	'good-unknown': { visitor: '这里没有这件物品，请询问导询台。', staff: '大厅文件中本台没有这件物品，请核对。' },
	'loan-unknown': { visitor: '没有这笔借用。', staff: '没有这笔借用，请核对。' },
	'loan-over': { visitor: '这件物品已经归还。', staff: '这笔借用已经办结，不必再操作。' },
	'nothing-left': { visitor: '这件物品都借出去了，请稍候。', staff: '本台没有可借的了，请等归还或向其他台借调。' },
	'borrower-needed': {
		visitor: '请告诉我们借给谁：号码或押牌。',
		staff: '请先查出来宾的号码，或写下押牌号，再借出。'
	},
	'tag-in-use': { visitor: '这个押牌正在使用，请换一个。', staff: '这个押牌还挂在另一件物品上，请换一个。' },
	'service-unknown': { visitor: '没有这项便民服务。', staff: '大厅文件中没有这项便民服务，请核对。' },
	'service-counted': {
		visitor: '这项服务的等候人数由取号计数。',
		staff: '这项服务的等候人数由取号计数，不能手工改。'
	}
} satisfies Partial<Record<RefusalCode, RefusalSentences>>;
export type IncidentRefusal = keyof typeof incidentRefusals;
