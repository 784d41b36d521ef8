import type { RefusalCode } from '#server/rules/refusal.ts';
import type { RefusalSentences } from './refusals.ts';

/** Of notices, papers received and an elder's will. */
export const noticeRefusals = {
	'intake-unknown': {
		visitor: '没有找到这份收件记录，请询问窗口。',
		staff: '没有这份收件记录，请核对编号。'
	},
	'intake-over': {
		visitor: '这份收件已经办过，请询问窗口。',
		staff: '这份收件已经处理（见详情），不能再改。'
	},
	'true-will-needed': {
		visitor: '此事项须先当面询问老年人本人的意愿，请询问窗口。',
		staff: '来宾是老年人，此事项须先当面询问本人真实意愿并记录（按 U），才能受理或办结。'
	},
	'true-will-not-own': {
		visitor: '已记录不是本人意愿，此事项不能受理，请询问窗口。',
		staff: '已记录不是本人真实意愿，不能受理或办结；请出具不予办理告知，或重新当面询问后更正。'
	},
	'true-will-not-asked': {
		visitor: '此事项不需要询问本人意愿。',
		staff: '此事项不要求询问老年人本人意愿。'
	},
	'notice-unknown': {
		visitor: '没有找到这个码，请核对单上的 12 位数字，或询问导询台。',
		staff: '没有这个告知码，请与告知单核对后重新输入。'
	},
	'notice-over': {
		visitor: '这份告知单的事项已经办结，请重新选择事项取号，或询问导询台。',
		staff: '这份告知单已经结束（见详情），请按新的事项取号。'
	},
	'notice-needed': {
		visitor: '须由窗口出具书面告知，请询问窗口。',
		staff: '材料不齐或不予办理，须出具书面告知：按 Q 一次性告知，按 J 不予办理。'
	},
	'notice-empty': {
		visitor: '没有选择所缺材料，请询问窗口。',
		staff: '告知单是空的：请勾选所缺材料，或写明其他材料及依据。'
	},
	'notice-second': {
		visitor: '此事项已经告知过一次，请询问窗口。',
		staff: '同一事项已经一次性告知过（见详情）。再次告知须选择原因并说明，并报值班长。'
	},
	'notice-not-first': {
		visitor: '这个号码不是凭告知单取的，请询问窗口。',
		staff: '这位来宾没有凭告知单返回，没有可核对的清单。'
	},
	'material-unknown': {
		visitor: '所选材料不在清单上，请询问窗口。',
		staff: '所选材料不在此事项的清单上，请刷新后重选。'
	},
	'basis-needed': {
		visitor: '清单以外的要求须写明依据，请询问窗口。',
		staff: '清单以外的材料或理由，须写明法律依据（法律名称和条款）。'
	},
	'due-day-invalid': {
		visitor: '补正期限有误，请询问窗口。',
		staff: '补正期限须是今天或以后的日期（年-月-日）。'
	},
	'way-unknown': {
		visitor: '没有写明接下来到哪里，请询问窗口。',
		staff: '否定答复须写明去处：办不成事窗口、其他窗口，或其他部门的名称。'
	}
} satisfies Partial<Record<RefusalCode, RefusalSentences>>;
