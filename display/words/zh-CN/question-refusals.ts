import type { RefusalCode } from '#server/rules/refusal.ts';
import type { RefusalSentences } from './refusals.ts';

/** What a refused wish about questions, referrals and the public page says. */
export const questionRefusals = {
	'knowledge-not-public': {
		visitor: '这条内容不公开。',
		staff: '只有导询台可以直接答复的问答，才能放到公开问答页。'
	},
	'referral-incomplete': {
		visitor: '请先问清地点和怎么去。',
		staff: '不能只说“不能答复”：请写明地点和怎么去，再打印指引单。'
	},
	'referral-unknown': {
		visitor: '没有找到这张指引单，请到导询台询问。',
		staff: '没有这张指引单，请核对。'
	},
	'question-unanswered': {
		visitor: '这个问题还没有答复。',
		staff: '还没有答复，不能生成词条草稿：请先答复。'
	},
	'phone-needed': {
		visitor: '请留下电话，我们才能回电；也可以选择凭查询码查看。',
		staff: '来宾要回电：请登记电话，或改为凭查询码查看。'
	}
} satisfies Partial<Record<RefusalCode, RefusalSentences>>;
