/** The stored words: every state, kind and outcome that a column may hold. The schema's checks name the same ones. */

export const LEG_STATES = ['waiting', 'called', 'serving', 'parked', 'missed', 'ended'] as const;
export type LegState = (typeof LEG_STATES)[number];

export const LEG_OUTCOMES = [
	'done',
	'transferred',
	'chained',
	'noticed',
	'refused',
	'missed',
	'cancelled',
	'expired',
	'void'
] as const;
export type LegOutcome = (typeof LEG_OUTCOMES)[number];

export const TICKET_STATES = ['live', 'ended', 'missed', 'cancelled', 'expired', 'void'] as const;
export type TicketState = (typeof TICKET_STATES)[number];

export const APPOINTMENT_STATES = ['booked', 'arrived', 'cancelled', 'missed'] as const;
export type AppointmentState = (typeof APPOINTMENT_STATES)[number];

export const PARK_KINDS = ['papers-missing', 'papers-kept', 'other-step'] as const;
export type ParkKind = (typeof PARK_KINDS)[number];

/** A claim to priority: nobody claimed; taken at its word; still to be confirmed; seen by staff; not shown when asked. */
export const CLAIM_STATES = ['none', 'granted', 'open', 'confirmed', 'refused'] as const;
export type ClaimState = (typeof CLAIM_STATES)[number];

/** 好差评, as stored: 5 非常满意, 4 满意, 3 基本满意, 2 不满意, 1 非常不满意. */
export const GRADES = [5, 4, 3, 2, 1] as const;
export type Grade = (typeof GRADES)[number];

/** How a rating came: from the visitor's own phone, the tablet at the window, or a paper form. */
export const RATING_ORIGINS = ['phone', 'window', 'paper'] as const;
export type RatingOrigin = (typeof RATING_ORIGINS)[number];

/** What is graded beside the whole: 效率 业务 态度. The set is the same everywhere, and has a version; no hall adds to it. */
export const INDICATORS = ['efficiency', 'competence', 'attitude'] as const;
export type Indicator = (typeof INDICATORS)[number];

/** Why somebody was not satisfied: a closed list, of which as many as apply. */
export const RATING_REASONS = [
	'waited-long',
	'slow',
	'told-piecemeal',
	'sent-around',
	'unclear',
	'unfriendly',
	'unskilled',
	'not-as-published',
	'more-papers',
	'promise-broken',
	'favours',
	'other'
] as const;
export type RatingReason = (typeof RATING_REASONS)[number];

export const PAPER_STATES = ['entered', 'agreed', 'differs'] as const;
export type PaperState = (typeof PAPER_STATES)[number];

export const CASE_STATES = ['open', 'closed'] as const;
export type CaseState = (typeof CASE_STATES)[number];

/** A result on its way home: wished; handed to the courier; arrived; sent back; no longer wished. */
export const DELIVERY_STATES = ['asked', 'sent', 'delivered', 'returned', 'cancelled'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** `wrap-up` 整理: the service is over, and its clerk finishes what belongs to it before the next call. */
export const WINDOW_STATES = ['open', 'paused', 'wrap-up', 'closed'] as const;
export type WindowState = (typeof WINDOW_STATES)[number];

export const SLIP_STATES = ['queued', 'sent', 'printed', 'failed', 'unsure'] as const;
export type SlipState = (typeof SLIP_STATES)[number];

export const CALL_KINDS = ['next', 'chosen', 'recall'] as const;
export type CallKind = (typeof CALL_KINDS)[number];

export const ROLES = [
	'kiosk',
	'display',
	'clerk',
	'guide',
	'liaison',
	'supervisor',
	'administrator',
	'auditor',
	// a telephone system, as kiosk and display are devices
	'telephone'
] as const;
export type Role = (typeof ROLES)[number];

export const DEVICE_KINDS = ['printer', 'board', 'screen', 'kiosk', 'speaker'] as const;
export type DeviceKind = (typeof DEVICE_KINDS)[number];

/** What is known of a board's picture; never a plain "ok". */
export const BOARD_OUTCOMES = ['acked', 'sent-unconfirmed', 'rejected', 'timeout'] as const;
export type BoardOutcome = (typeof BOARD_OUTCOMES)[number];

/** What a window tells in writing: what is missing 一次性告知, that it may not be granted 不予办理, or another "no" 否定答复. */
export const NOTICE_KINDS = ['missing', 'refusal', 'negative'] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/**
 * A notice: the visitor has still to bring something; all has come; its matter is over; a further notice of the same
 * matter stands in its place; taken back at once.
 */
export const NOTICE_STATES = ['open', 'complete', 'closed', 'replaced', 'void'] as const;
export type NoticeState = (typeof NOTICE_STATES)[number];

/** Why somebody is told once more what is missing; there is no fourth reason. */
export const SECOND_REASONS = ['rules-changed', 'new-facts', 'our-mistake'] as const;
export type SecondReason = (typeof SECOND_REASONS)[number];

/** Papers received: the clock runs; told, accepted, done or refused in time; given back; too late, so accepted by law. */
export const INTAKE_STATES = ['open', 'told', 'accepted', 'done', 'refused', 'withdrawn', 'deemed'] as const;
export type IntakeState = (typeof INTAKE_STATES)[number];

/** Of an elder's true will 本人意愿: the clerk says it is an elder; asked in person, it is the own will; it is not. */
export const WILL_MARKS = ['elder', 'own', 'not-own'] as const;
export type WillMark = (typeof WILL_MARKS)[number];
/** What calls for somebody: see server/alarms. */
export const ALARM_KINDS = [
	'window-unattended',
	'service-long',
	'pause-over',
	'wrap-up-long',
	'cover-missing',
	'notice-soon',
	'notice-late',
	'second-notice',
	'case-overdue',
	'case-escalated',
	'rating-unowned',
	'complaint',
	'complaint-urgent',
	'complaint-unowned',
	'unsolved',
	'unsolved-tell',
	'unsolved-unregistered',
	'knowledge-ending',
	'knowledge-expired',
	'incident',
	'incident-late',
	'loan-overdue',
	'goods-expiring',
	'service-crowded',
	'kiosk-away',
	'call-unspoken',
	'lease-late',
	'note-unread',
	'round-missed',
	'phone-system-down',
	'phone-message-failed',
	'nuisance-proposed',
	'printer-down',
	'printers-none',
	'paper-soon',
	'board-dead',
	'bus-dead',
	'screen-silent',
	'agent-gone',
	'device-down'
] as const;
export type AlarmKind = (typeof ALARM_KINDS)[number];
