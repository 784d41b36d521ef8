import type { RefusalCode } from '#server/rules/refusal.ts';
import type { RefusalSentences } from './refusals.ts';

/** What a refused wish about a case says. */
export const caseRefusals = {
	'case-unknown': {
		visitor: '没有找到这件事，请核对编号或询问导询台。',
		staff: '没有这件个案，请核对编号。'
	},
	'case-closed': {
		visitor: '这件事已经办结。',
		staff: '这件个案已经办结，不能再改。'
	},
	'case-shared': {
		staff: '还有其他来宾反映同一件事，已并入本件，不能撤回；请继续办理或先另行记录。',
		visitor: '还有其他来宾反映同一件事，会继续办理，不能撤回。'
	},
	'case-too-early': {
		visitor: '完成前面的步骤后就可以办理，导询台可以帮您。',
		staff: '还不能这样做：前面的步骤次数不够。'
	},
	'wrong-stage': {
		visitor: '这件事的进度已经变了，请看最新状态。',
		staff: '个案已不在这个阶段，请看最新状态。'
	},
	'not-your-case': {
		visitor: '这件事由工作人员办理，请询问导询台。',
		staff: '这件个案由他人负责，请先移交或由主管接管。'
	},
	'not-offered': {
		visitor: '没有待接收的移交。',
		staff: '没有移交给您的待接收事项，可能已退回或已撤回。'
	},
	'offered-already': {
		visitor: '这件事正在移交，请稍候。',
		staff: '已移交他人、尚待接收；请先撤回再移交。'
	},
	'owns-already': {
		visitor: '这件事已由该工作人员负责。',
		staff: '此工号已是责任人，请选择其他人。'
	},
	'conflict-of-interest': {
		visitor: '与本人有关的事不能由本人处理。',
		staff: '个案涉及此工号本人，须回避，请交由其他人。'
	},
	'text-needed': {
		visitor: '请写明内容。',
		staff: '请写明内容后再提交。'
	},
	'days-needed': {
		visitor: '请写明天数。',
		staff: '请写明延长的天数，至少一天。'
	},
	'too-many-days': {
		visitor: '延长的天数超过上限。',
		staff: '延长的天数超过法定上限，请减少。'
	},
	'extended-already': {
		visitor: '期限已延长过一次，不能再延长。',
		staff: '期限已延长过一次，依法不能再延长。'
	},
	'delay-unexplained': {
		visitor: '超期的事须先说明原因。',
		staff: '已超期：请先写明超期原因，再办结。'
	},
	'not-joinable': {
		visitor: '这两件事不能合并。',
		staff: '不能并入：请选择另一件未办结、来宾可查询的个案。'
	},
	'role-unfit': {
		visitor: '这件事须由其他岗位办理。',
		staff: '此工号的岗位不能负责这类个案，请选择其他人。'
	},
	'place-unknown': {
		visitor: '没有这个服务台或部门。',
		staff: '没有这个服务台或部门，请重新选择。'
	},
	'code-unknown': {
		visitor: '没有找到这个查询码，请核对小票上的 12 位数字。',
		staff: '没有这个查询码，请核对 12 位数字。'
	},
	'consent-needed': {
		visitor: '寄送须经您本人同意，请先勾选同意。',
		staff: '请先征得来宾同意寄送并勾选，再提交。'
	},
	'phone-invalid': {
		visitor: '电话号码不完整，请核对。',
		staff: '电话号码不完整，请与来宾核对后重新输入。'
	},
	'matter-unknown': {
		visitor: '没有找到这个办件，请核对受理编号。',
		staff: '没有这个办件，请核对受理编号。'
	},
	'delivery-unknown': {
		visitor: '没有找到这次寄送。',
		staff: '没有这次寄送，请核对。'
	},
	'delivery-exists': {
		visitor: '结果已安排寄送。',
		staff: '此办件已安排寄送；要改地址请先取消。'
	},
	'personal-gone': {
		visitor: '该信息已按规定删除。',
		staff: '此信息已到期删除，或密钥不在本机，无法查看。'
	}
} satisfies Partial<Record<RefusalCode, RefusalSentences>>;

export type CaseRefusal = keyof typeof caseRefusals;
