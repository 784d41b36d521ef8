import type { RefusalCode } from '#server/rules/refusal.ts';
import type { RefusalSentences } from './refusals.ts';

/** Of appointments, identities and limits. */
export const bookingRefusals = {
	'identity-needed': {
		visitor: '此事项实行实名办理，请提供身份证、护照或通行证号码。',
		staff: '此事项要求核对身份，请输入或读取来宾证件号码。'
	},
	'identity-invalid': {
		visitor: '这不是有效的身份证、护照或通行证号码，请核对后再试。',
		staff: '号码校验不通过，请与证件核对后重新输入。'
	},
	'card-forgotten': {
		visitor: '读到的证件信息已经清除，请重新放证件，或改为输入。',
		staff: '读到的证件信息已经清除，请重新读取。'
	},
	'identity-differs': {
		visitor: '号码与预约时登记的不一致，请核对或询问导询台。',
		staff: '号码与预约时登记的不一致，请核对，或取消后重新预约。'
	},
	'person-limit': {
		visitor: '您今天已取过此事项的号，请按原号等候或询问导询台。',
		staff: '此人今天已有此事项的号（见详情），请按该号办理，或先取消。'
	},
	'too-many-tries': {
		visitor: '短时间内尝试次数过多，请一分钟后再试或询问导询台。',
		staff: '短时间内尝试次数过多，请一分钟后再试。'
	},
	'too-late-today': {
		visitor: '已在等候的来宾预计会排到下班，请预约其他时间或询问导询台。',
		staff: '现在取号在下班前排不到，请引导来宾预约。'
	},
	'not-bookable': {
		visitor: '此事项不接受预约，请到大厅取号。',
		staff: '大厅文件中此事项没有开放预约，请取普通号。'
	},
	'slot-unknown': {
		visitor: '此时间不能预约，请另选时段。',
		staff: '此事项在该时刻没有预约时段，请从列表中选择。'
	},
	'slot-past': {
		visitor: '此时段已过，请选择以后的时段。',
		staff: '此时段已开始，请选择以后的时段。'
	},
	'slot-full': {
		visitor: '此时段已约满，请另选时段。',
		staff: '此时段已约满，请另选时段。'
	},
	'too-far-ahead': {
		visitor: '此日期尚未开放预约，请选择较近的日期。',
		staff: '日期超出此事项可预约的范围，请选择较近的日期。'
	},
	'appointment-unknown': {
		visitor: '没有找到这个预约，请核对预约码或询问导询台。',
		staff: '没有这个预约，请核对预约码和日期。'
	},
	'appointment-exists': {
		visitor: '您当天已有此事项的预约，请先改约或取消原预约。',
		staff: '此人当天已有此事项的预约，请先改约或取消。'
	},
	'appointment-over': {
		visitor: '此预约已使用、取消或过期，请重新预约或取号。',
		staff: '此预约已使用、取消或过期，请看其状态，必要时重新预约。'
	},
	'appointment-other-day': {
		visitor: '您的预约不在今天，请核对预约日期。',
		staff: '此预约属于详情所示日期，只能当天签到。'
	},
	'appointment-too-early': {
		visitor: '还没到可签到的时间，请临近预约时间再来。',
		staff: '还没到可签到的时间（见详情），请来宾届时再来。'
	},
	'appointment-lapsed': {
		visitor: '您已超过预约可签到的时间，可以现在取普通号。',
		staff: '已超过此预约可签到的时间，请改取普通号。'
	}
} satisfies Partial<Record<RefusalCode, RefusalSentences>>;
export type BookingRefusal = keyof typeof bookingRefusals;
