import type { RefusalCode } from '#server/rules/refusal.ts';
import type { RefusalSentences } from './refusals.ts';

/** What is refused about ratings. */
export const ratingRefusals = {
	'not-served-yet': {
		visitor: '您的业务还没有办完，办完后即可评价。',
		staff: '此号码没有已办完的服务，没有可评价的内容。'
	},
	'rated-already': {
		visitor: '这次服务您已经评价过了，谢谢。',
		staff: '这次服务已有评价，每次服务只评价一次。'
	},
	'rating-too-late': {
		visitor: '评价时间已过。如有意见，请告诉导询台。',
		staff: '评价时间已过：服务结束后只在规定的工作日内可以评价。'
	},
	'ask-over': {
		visitor: '本屏的评价时间已过，请扫小票上的二维码评价。',
		staff: '本屏的评价时间已过，来宾可扫小票上的二维码评价。'
	},
	'own-service': {
		visitor: '被评价的人员不能录入这张评价表，请到导询台。',
		staff: '这是对您本人服务的评价，请由其他两人录入。'
	},
	'same-person': {
		visitor: '评价表须由另一名工作人员核对。',
		staff: '第一遍是您录入的，请由另一人不看第一遍再录一遍。'
	}
} satisfies Partial<Record<RefusalCode, RefusalSentences>>;
export type RatingRefusal = keyof typeof ratingRefusals;
