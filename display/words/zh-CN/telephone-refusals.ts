import type { TelephoneRefusal } from '#server/rules/telephone/refusal.ts';
import type { RefusalSentences } from './refusals.ts';

const both = (staff: string): RefusalSentences => ({ visitor: '电话登记没有成功，请到导询台询问。', staff });

/** What a refused wish about the telephone says. */
export const telephoneRefusals: Record<TelephoneRefusal, RefusalSentences> = {
	'call-unknown': both('没有这通来电，请核对后再试。'),
	'not-your-call': both('这通来电不是您接的，由接听人或值班长处理。'),
	'call-over': both('这通来电已经结束或已小结，不能再这样操作。'),
	'call-goes-on': both('通话还没有结束，挂机后再小结。'),
	'call-of-system': both('这通来电由电话系统报告，请在话机上操作。'),
	'called-back-already': both('这通来电已登记回电，请在回电列表中处理。'),
	'seat-busy': both('正在通话，结束后再改变状态。'),
	'summary-needed': both('还有来电没有小结，小结后再示闲或签退。'),
	'complaint-needed': both('投诉要先登记，来电人才能得到答复；登记后再小结。'),
	'phone-class-unknown': both('没有这个来电分类，请重新选择。'),
	'identity-unchecked': both('先核实来电人身份（至少两项，且相符），再查询其办件。'),
	'transfer-consent': both('转接前先说明原因并征得来电人同意。'),
	'number-needed': both('没有可以回拨的号码，请向来电人询问。'),
	'number-protected': both('这是本厅、部门或紧急服务的号码，不得限制呼入。'),
	'nuisance-calls': both('提出骚扰来电须附同一号码的足够次数来电。'),
	'nuisance-open': both('这个号码已经提出或正在限制呼入。'),
	'no-gateway': both('本厅没有接入短信或邮件网关，请打印答复或另约回电。'),
	'email-invalid': both('邮箱地址不对，请核对。'),
	'message-unknown': both('没有这条发送记录，或不是您发送的。')
};
