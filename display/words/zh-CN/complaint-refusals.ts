import type { RefusalCode } from '#server/rules/refusal.ts';
import type { RefusalSentences } from './refusals.ts';

/** What a refused wish about a complaint says. */
export const complaintRefusals = {
	'nobody-impartial': {
		visitor: '本厅暂时没有可以公正办理这件事的人，请向上级主管部门反映，导询台会告诉您地址和电话。',
		staff: '没有与此事无关的负责人可以办理，请管理员先增设，或请来宾向上级主管部门反映。'
	},
	'tell-first': {
		visitor: '请先了解答复的期限和查询的办法。',
		staff: '请先把答复期限和查询办法告诉来宾，勾选后再登记。'
	}
} satisfies Partial<Record<RefusalCode, RefusalSentences>>;

export type ComplaintRefusal = keyof typeof complaintRefusals;
