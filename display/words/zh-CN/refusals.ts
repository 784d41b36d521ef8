import type { RefusalCode } from '#server/rules/refusal.ts';
import { bookingRefusals } from './booking-refusals.ts';
import { careRefusals } from './care-refusals.ts';
import { noticeRefusals } from './notice-refusals.ts';
import { ratingRefusals } from './rating-refusals.ts';
import { caseRefusals } from './case-refusals.ts';
import { complaintRefusals } from './complaint-refusals.ts';
import { incidentRefusals } from './incident-refusals.ts';
import { knowledgeRefusals } from './knowledge-refusals.ts';
import { questionRefusals } from './question-refusals.ts';
import { houseRefusals } from './house-refusals.ts';
import { lineRefusals } from './line-refusals.ts';
import { offlineRefusals } from './offline-refusals.ts';
import { deviceRefusals } from './device-refusals.ts';
import { slipRefusals } from './slip-refusals.ts';
import { telephoneRefusals } from './telephone-refusals.ts';

/** What a refused wish says: what is so, and what to do; one sentence for a visitor, one for a member of staff. */
export interface RefusalSentences {
	visitor: string;
	staff: string;
}

export const refusals: Record<RefusalCode, RefusalSentences> = {
	'hall-closed': {
		visitor: '现在不是办公时间，请在开放时间再来取号。',
		staff: '大厅现在未开放，请在开放时间内操作，或核对大厅文件中的开放时间。'
	},
	'day-not-open': {
		visitor: '今天尚未开始取号，请稍候或询问导询台。',
		staff: '今天的业务日尚未开始，请先开始业务日。'
	},
	'item-unknown': {
		visitor: '没有找到这个事项，请重新选择或询问导询台。',
		staff: '没有这个事项，请核对事项代码。'
	},
	'queue-closed': {
		visitor: '此业务现在不取号，请询问导询台何时开放。',
		staff: '此队列现在不发号，请换一个队列，或核对其开放时间。'
	},
	'queue-full': {
		visitor: '此业务今天的号已取完，请改日再来或询问导询台。',
		staff: '此队列已达当日上限，请引导来宾改日办理，或请管理员提高上限。'
	},
	'class-unknown': {
		visitor: '没有这类优先服务，请重新选择。',
		staff: '没有这个优先类别，请核对类别代码。'
	},
	'ticket-unknown': {
		visitor: '没有找到这个号码，请核对小票或询问导询台。',
		staff: '没有这个号码，请核对后再试。'
	},
	'ticket-other-day': {
		visitor: '这张小票不是今天的，请重新取号，或询问导询台。',
		staff: '这张小票不是今天的。'
	},
	'window-unknown': {
		visitor: '没有这个窗口，请看屏幕或询问导询台。',
		staff: '没有这个窗口，请核对窗口代码。'
	},
	'queue-unknown': {
		visitor: '没有这个队列，请重新选择或询问导询台。',
		staff: '没有这个队列，请核对队列代码。'
	},
	'staff-unknown': {
		visitor: '没有这个工号，请核对后再试。',
		staff: '没有这个工号，请核对后再试。'
	},
	'wrong-state': {
		visitor: '您的号码现在不能这样操作，请看最新状态或询问导询台。',
		staff: '号码的状态已经变了，不能这样操作，请看最新状态。'
	},
	'key-late': {
		visitor: '按键已过时，请再按一次。',
		staff: '呼叫器的按键因线路中断迟到，没有执行，请再按一次。'
	},
	'window-not-open': {
		visitor: '此窗口现在未开放，请看屏幕或询问导询台。',
		staff: '窗口尚未开放，请先开窗。'
	},
	'window-busy': {
		visitor: '此窗口正在为他人办理，请稍候。',
		staff: '窗口还有来宾，请先办结、过号或暂存，再叫下一位。'
	},
	'window-taken': {
		visitor: '此窗口已由他人使用，请询问导询台。',
		staff: '此窗口已有工作人员，请选择其他窗口，或请其先签退。'
	},
	'staff-busy': {
		visitor: '工作人员正在其他窗口服务，请稍候。',
		staff: '此工号已在其他窗口签到，请先在那里签退。'
	},
	'nobody-waiting': {
		visitor: '现在没有人等候。',
		staff: '没有等候的来宾，有人取号后再叫。'
	},
	'not-your-ticket': {
		visitor: '这不是您的号码，请核对小票。',
		staff: '此号码由其他窗口办理，请请其转移后再操作。'
	},
	'not-delivered': {
		visitor: '叫号尚未送达，请稍候。',
		staff: '叫号尚未在屏幕或语音送达，请重呼后再记过号。'
	},
	'staff-absent': {
		visitor: '这位工作人员现在不在窗口，请询问导询台。',
		staff: '这位同事现在没有在窗口签到，请改转窗口或队列。'
	},
	'look-first': {
		visitor: '请稍候，工作人员正在找您。',
		staff: '这位来宾需要照顾：请先到等候区找一找，再记过号。'
	},
	'not-served-here': {
		visitor: '此窗口不办理这项业务，请看小票上的窗口。',
		staff: '本窗口不办理这个队列，请先转移，或由办理此队列的窗口呼叫。'
	},
	'day-over': {
		visitor: '今天的取号已经结束，请改日再来，或询问导询台。',
		staff: '今天的业务日已经日终，不再发号；如需恢复，请督导重新开启。'
	},
	'day-unknown': {
		visitor: '没有这一天的记录，请核对日期。',
		staff: '没有这一天的记录，或今天尚未日终，请核对日期。'
	},
	'too-early': {
		visitor: '现在还早，请稍候再试。',
		staff: '距上次呼叫时间太短，请稍候再试。'
	},
	'reason-needed': {
		visitor: '需要说明原因，请填写后再试。',
		staff: '此操作需要原因，请选择或填写后再试。'
	},
	'already-returned': {
		visitor: '您的号码过号后已恢复过一次，请重新取号。',
		staff: '此号码过号后已恢复过一次，请为来宾重新取号。'
	},
	'return-too-late': {
		visitor: '过号时间太久，不能恢复排队，请重新取号。',
		staff: '已超过可恢复的时间，请为来宾重新取号。'
	},
	'alarm-unknown': {
		visitor: '这件事已经处理。',
		staff: '这条告警已经结束。'
	},
	'nothing-to-undo': {
		visitor: '没有可以撤销的操作。',
		staff: '没有可以撤销的操作，请看当前状态。'
	},
	'undo-too-late': {
		visitor: '已经不能撤销，请询问导询台。',
		staff: '已超过撤销时限，或号码已有新的操作，请按当前状态办理。'
	},
	'target-same': {
		visitor: '号码已在此处，无需转移。',
		staff: '号码已在此队列或窗口，请选择其他去处。'
	},
	'slip-unknown': {
		visitor: '没有找到这张小票，请询问导询台。',
		staff: '没有这张小票，请核对后再试。'
	},
	'not-allowed': {
		visitor: '此处不对外开放，请返回或询问工作人员。',
		staff: '您的岗位没有此项权限，请联系管理员。'
	},
	'signed-out': {
		visitor: '请先登录再继续。',
		staff: '您尚未签到或已签退，请重新签到。'
	},
	'wrong-credentials': {
		visitor: '工号或密码不对，请核对后再试。',
		staff: '工号或密码不对，请核对后再试，或请管理员发新的签到链接。'
	},
	locked: {
		visitor: '多次输错，暂时不能登录，请稍后再试。',
		staff: '多次输错，工号暂时锁定，请稍后再试或联系管理员。'
	},
	'link-used': {
		visitor: '此链接已用过或已过期，请索取新的链接。',
		staff: '此签到链接已用过或已过期，请管理员发新的链接。'
	},
	'bad-request': {
		visitor: '填写的内容有误，请核对后再试。',
		staff: '提交的内容有误，请核对后再试。'
	},
	'too-large': {
		visitor: '提交的内容太大，请减少后再试。',
		staff: '提交的内容超过允许的大小，请减少后再试。'
	},
	'not-found': {
		visitor: '没有这个页面，请核对网址或返回首页。',
		staff: '没有这个地址，请核对后再试。'
	},
	'database-busy': {
		visitor: '系统正忙，您的操作没有生效，请稍后再试一次。',
		staff: '数据库正忙，操作没有生效，请稍后重试；若持续出现请联系管理员。'
	},
	'disk-full': {
		visitor: '系统暂时不能保存，您的操作没有生效，请到导询台办理。',
		staff: '服务器磁盘已满，操作没有生效，请立即联系管理员清理磁盘。'
	},
	wording: {
		visitor: '这段文字的用语不合适，没有发出。',
		staff: '文字里有服务忌语，没有发出：请换上建议的说法，或注明照原样发送。'
	},
	...careRefusals,
	...bookingRefusals,
	...noticeRefusals,
	...ratingRefusals,
	...caseRefusals,
	...complaintRefusals,
	...questionRefusals,
	...incidentRefusals,
	...telephoneRefusals,
	...slipRefusals,
	...knowledgeRefusals,
	...houseRefusals,
	...lineRefusals,
	...offlineRefusals,
	...deviceRefusals,
	internal: {
		visitor: '系统出现故障，不能确定您的操作是否生效，请到导询台核对。',
		staff: '服务器内部故障，不能确定操作是否生效，请先核对当前状态再重试；若再出现请把时间告诉管理员。'
	}
};
