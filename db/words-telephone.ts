/** The stored words of the telephone. */

/** What a telephone system tells of a call. `missed`: it was given up before anybody answered. */
export const PHONE_EVENTS = ['ringing', 'answered', 'held', 'resumed', 'transferred', 'ended', 'missed'] as const;
export type PhoneEventKind = (typeof PHONE_EVENTS)[number];

export const PHONE_STATES = ['ringing', 'talking', 'held', 'ended', 'missed'] as const;
export type PhoneState = (typeof PHONE_STATES)[number];

/** How a call came to be known: from the reference client, by the API, typed by hand. */
export const PHONE_SYSTEMS = ['ami', 'api', 'hand'] as const;
export type PhoneSystem = (typeof PHONE_SYSTEMS)[number];

/** 示闲 示忙 通话 整理 签退: how a member of staff stands to the telephone. */
export const SEAT_STATES = ['ready', 'not-ready', 'talking', 'wrap-up', 'signed-off'] as const;
export type SeatState = (typeof SEAT_STATES)[number];

/** What was done in a call, beside talking. */
export const PHONE_ACTS = [
	'referred',
	'transferred',
	'transfer-failed',
	'checked',
	'check-failed',
	'record-read',
	'case-opened',
	'media-led',
	'nuisance-proposed',
	'answer-sent',
	'answer-printed',
	'number-opened'
] as const;
export type PhoneActKind = (typeof PHONE_ACTS)[number];

/** An answer on its way out: waits for its turn or its next try; taken by the gateway; given up. */
export const MESSAGE_STATES = ['queued', 'sent', 'failed'] as const;
export type MessageState = (typeof MESSAGE_STATES)[number];

export const MESSAGE_WAYS = ['phone', 'email'] as const;
export type MessageWay = (typeof MESSAGE_WAYS)[number];
