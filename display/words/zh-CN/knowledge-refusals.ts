import type { RefusalCode } from '#server/rules/refusal.ts';
import type { RefusalSentences } from './refusals.ts';

/** What a refused wish about the knowledge base says. */
export const knowledgeRefusals = {
	'knowledge-unknown': {
		visitor: '没有找到这条内容，请到导询台询问。',
		staff: '没有这个词条，请核对后再查。'
	},
	'knowledge-moved': {
		visitor: '这条内容刚刚有变化，请重新查看。',
		staff: '这个版本的状态已经变了，请看最新状态。'
	},
	'knowledge-not-yours': {
		visitor: '您不能修改这条内容。',
		staff: '这是别人写的版本，或属于别的部门，您不能这样做。'
	},
	'knowledge-own': {
		visitor: '您不能修改这条内容。',
		staff: '自己写的版本要由另一个人审核。'
	},
	'knowledge-open': {
		visitor: '这条内容正在修改。',
		staff: '这个词条已有一个版本在起草或审核，请先处理那一个。'
	},
	'knowledge-sensitive': {
		visitor: '内容里有不宜公开的信息，没有发布。',
		staff: '内容里有证件号、个人手机号、账号或密级标识，不能发布：请删去后再提交。'
	}
} satisfies Partial<Record<RefusalCode, RefusalSentences>>;

export type KnowledgeRefusal = keyof typeof knowledgeRefusals;
