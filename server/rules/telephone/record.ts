/**
 * What is known of a telephone call, from what was heard of it.
 *
 * RINGING: somebody waits. TALKING: answered; who talks may change by a transfer. HELD: answered, and the caller waits.
 * MISSED: given up before anybody answered; an answer that is heard of after all makes it talking. ENDED: over; what is
 * heard of later times is not believed. A call that ends without an answer was missed.
 *
 * Telephone systems tell things twice and out of order, so nothing depends on when something was heard: the record is
 * reckoned from the set of what was heard, in the order of the times it happened at.
 */
import type { PhoneEventKind, PhoneState } from '#db/schema.ts';

/** One thing heard of a call. */
export interface Heard {
	event: PhoneEventKind;
	at: number;
	/** staff number of who answered, or to whom it was transferred; empty for nobody known */
	staff: string;
	/** code of the line; empty where it was not told */
	line: string;
}

export interface CallRecord {
	line: string | null;
	state: PhoneState;
	rang_at: number;
	answered_at: number | null;
	ended_at: number | null;
	staff: string | null;
	talker: string | null;
	holds: number;
	held_ms: number;
	longest_hold_ms: number;
	held_since: number | null;
	transfers: number;
	late: number;
}

/** What happened in the same millisecond happened in this order. */
const ORDER: Record<PhoneEventKind, number> = {
	ringing: 0,
	answered: 1,
	held: 2,
	resumed: 3,
	transferred: 4,
	missed: 5,
	ended: 6
};

function before(one: Heard, other: Heard): number {
	return (
		one.at - other.at ||
		ORDER[one.event] - ORDER[other.event] ||
		compare(one.staff, other.staff) ||
		compare(one.line, other.line)
	);
}

function compare(one: string, other: string): number {
	return one === other ? 0 : one < other ? -1 : 1;
}

/**
 * The record of a call. Any order of the same things, and any of them twice, give the same record.
 * @param heard at least one thing
 * @param lateMs it is answered late after so long a ring
 */
export function recordOf(heard: readonly Heard[], lateMs: number): CallRecord {
	const sorted = heard.toSorted(before);
	const ordered = sorted.filter((one, i) => i === 0 || before(sorted[i - 1] ?? one, one) !== 0);
	const [first] = ordered;
	if (!first) throw new Error('nothing was heard of this call');
	const rang = ordered.find(({ event }) => event === 'ringing') ?? first;
	const line = ordered.find((one) => one.line !== '')?.line ?? null;
	const over = ordered.reduce((record, one) => STEPS[one.event](record, one), { ...FRESH, line, rang_at: rang.at });
	const ringMs = (over.answered_at ?? rang.at) - rang.at;
	return { ...over, late: ringMs > lateMs ? 1 : 0 };
}

const FRESH: Omit<CallRecord, 'line' | 'rang_at'> = {
	state: 'ringing',
	answered_at: null,
	ended_at: null,
	staff: null,
	talker: null,
	holds: 0,
	held_ms: 0,
	longest_hold_ms: 0,
	held_since: null,
	transfers: 0,
	late: 0
};

type Step = (record: CallRecord, heard: Heard) => CallRecord;

const STEPS: Record<PhoneEventKind, Step> = {
	ringing: (record) => record,
	answered,
	held: (record, { at }) =>
		record.state === 'talking' ? { ...record, state: 'held', held_since: at, holds: record.holds + 1 } : record,
	resumed: (record, { at }) => (record.state === 'held' ? { ...unheld(record, at), state: 'talking' } : record),
	transferred,
	missed: (record, { at }) => (record.state === 'ringing' ? { ...record, state: 'missed', ended_at: at } : record),
	ended
};

function answered(record: CallRecord, { at, staff }: Heard): CallRecord {
	if (record.state === 'ended') return record;
	const talker = staff === '' ? record.talker : staff;
	if (record.answered_at !== null) return { ...record, talker, staff: record.staff ?? talker };
	return { ...record, state: 'talking', answered_at: at, ended_at: null, staff: talker, talker };
}

function transferred(record: CallRecord, { at, staff }: Heard): CallRecord {
	if (record.state !== 'talking' && record.state !== 'held') return record;
	const talker = staff === '' ? null : staff;
	return { ...unheld(record, at), state: 'talking', talker, transfers: record.transfers + 1 };
}

function ended(record: CallRecord, { at }: Heard): CallRecord {
	if (record.state === 'ended' || record.state === 'missed') return record;
	if (record.answered_at === null) return { ...record, state: 'missed', ended_at: at };
	return { ...unheld(record, at), state: 'ended', ended_at: at };
}

/** The hold that goes on is over. */
function unheld(record: CallRecord, at: number): CallRecord {
	if (record.held_since === null) return record;
	const length = at - record.held_since;
	return {
		...record,
		held_since: null,
		held_ms: record.held_ms + length,
		longest_hold_ms: Math.max(record.longest_hold_ms, length)
	};
}
