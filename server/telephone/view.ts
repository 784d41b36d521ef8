import { openCases } from '#db/case-lists.ts';
import { actsDone } from '#db/cases.ts';
import { newestLine } from '#db/ledger.ts';
import { livePhoneCalls, phoneCallsBetween, unwrappedCalls } from '#db/phone-calls.ts';
import { newestMessages } from '#db/phone-messages.ts';
import { seatOf, seatsNow, seatSpans } from '#db/phone-seats.ts';
import { SEAT_STATES, type CaseRow, type PhoneCallRow, type PhoneMessageRow, type SeatState } from '#db/schema.ts';
import { today, type Hall } from '../hall.ts';
import { nuisanceViews } from '../nuisance/blocked.ts';
import { isAllowed } from '../people/access.ts';
import type { Who } from '../people/who.ts';
import { maskedPerson } from '../personal/keep.ts';
import { caseNumber } from '../rules/cases/kinds.ts';
import { addDays, momentOf } from '../rules/day.ts';
import type { CallBackLine, MessageLine, PhoneLine, SeatView, TelephoneView } from '../views.ts';
import { takes } from './intake.ts';
import { phoneCallView, phoneLine } from './call-view.ts';
import { missedCalls } from './missed.ts';

const MOST = 50;

/** The telephone as one person sees it: what rings, the own call, what waits to be done. */
export async function telephoneView(hall: Hall, who: Who): Promise<TelephoneView> {
	const oversees = isAllowed(hall, who, 'telephone:oversee');
	const { file, policies } = hall.setup;
	const { telephone: policy } = policies;
	const live = await livePhoneCalls(hall.read, hall.id);
	const own = await ownCalls(hall, who, live);
	const [current, ...unwrapped] = own;
	return {
		seq: await newestLine(hall.read, hall.id),
		hall: file.hall.name,
		timeZone: hall.setup.timeZone,
		staff: { no: who.staff ?? '', role: who.role, oversees },
		byHand: file.telephone.system === null,
		lines: file.telephone.lines.map(({ code, name }) => ({ code, name })),
		lateMs: policy.lateSeconds * 1000,
		holdMs: policy.holdSeconds * 1000,
		recorded: policy.recorded,
		seat: await seatView(hall, who),
		...(await othersAt(hall, who)),
		ringing: await lines(
			hall,
			live.filter(({ state }) => state === 'ringing')
		),
		current: current ? await phoneCallView(hall, current) : null,
		unwrapped: await lines(hall, unwrapped),
		missed: await lines(hall, await missedCalls(hall)),
		callBacks: await callBacks(hall, who),
		messages: await messages(hall, oversees ? null : (who.staff ?? who.name)),
		nuisance: oversees ? await nuisanceViews(hall) : null,
		classes: policy.classes,
		reasons: policy.notReady,
		media: policy.mediaOffice,
		sends: file.telephone.messages !== null,
		takes: takes(),
		today: await ownDay(hall, who)
	};
}

/** Who is at the telephone; and who has one, or is there, beside the person. */
async function othersAt(hall: Hall, who: Who): Promise<Pick<TelephoneView, 'seats' | 'targets'>> {
	const rows = await seatsNow(hall.read, hall.id);
	const seats = rows.map(({ staff, state, from_at: since }) => ({ staff, state, since }));
	const having = hall.setup.file.telephone.extensions.map(({ staff }) => staff);
	const all = new Set([...seats.map(({ staff }) => staff), ...having]);
	all.delete(who.staff ?? '');
	const stateOf = (no: string): SeatState | null => seats.find(({ staff }) => staff === no)?.state ?? null;
	return { seats, targets: [...all].map((staff) => ({ staff, state: stateOf(staff) })) };
}

function lines(hall: Hall, rows: readonly PhoneCallRow[]): Promise<PhoneLine[]> {
	return Promise.all(rows.map((row) => phoneLine(hall, row)));
}

/** The calls of a person that go on, then those to be summed up. */
async function ownCalls(hall: Hall, who: Who, live: readonly PhoneCallRow[]): Promise<PhoneCallRow[]> {
	const { staff } = who;
	if (staff === undefined) return [];
	const talking = live.filter(({ state, talker }) => state !== 'ringing' && talker === staff);
	return [...talking, ...(await unwrappedCalls(hall.read, hall.id, staff))];
}

async function seatView(hall: Hall, who: Who): Promise<SeatView> {
	const seat = who.staff === undefined ? undefined : await seatOf(hall.read, hall.id, who.staff);
	const reason = hall.setup.policies.telephone.notReady.find(({ code }) => code === seat?.reason);
	return { state: seat?.state ?? 'signed-off', reason: reason?.name ?? null, since: seat?.from_at ?? 0 };
}

async function callBacks(hall: Hall, who: Who): Promise<CallBackLine[]> {
	const rows = await openCases(hall.read, { hall: hall.id, kind: 'call-back', most: MOST });
	const reads = isAllowed(hall, who, 'case:read-any');
	const seen = rows.filter(({ owner, offered_to: to }) => reads || owner === who.staff || to === who.staff);
	return Promise.all(seen.map((row) => callBackLine(hall, who, row)));
}

async function callBackLine(hall: Hall, who: Who, row: CaseRow): Promise<CallBackLine> {
	const { id, about, owner, due_at: dueAt } = row;
	const attempts = (await actsDone(hall.read, hall.id, id))['not-reached'] ?? 0;
	const overdue = dueAt !== null && dueAt < hall.clock.now();
	return { id, number: caseNumber(row), about, owner, dueAt, overdue, attempts, mine: owner === who.staff };
}

async function messages(hall: Hall, staff: string | null): Promise<MessageLine[]> {
	const rows = await newestMessages(hall.read, { hall: hall.id, staff, most: MOST });
	return Promise.all(rows.map((row) => messageLine(hall, row)));
}

async function messageLine(hall: Hall, row: PhoneMessageRow): Promise<MessageLine> {
	const person = await maskedPerson(hall, { subject: 'phone-message', of: row.id });
	const { id, way, state, attempts, next_at: nextAt, reason, created_at: at, staff } = row;
	return { id, way, to: person?.phone ?? person?.address ?? null, state, attempts, nextAt, reason, at, staff };
}

async function ownDay(hall: Hall, who: Who): Promise<TelephoneView['today']> {
	const day = today(hall);
	const { timeZone } = hall.setup;
	const calls = await phoneCallsBetween(hall.read, { hall: hall.id, from: day, to: day });
	const mine = calls.filter(({ staff }) => staff !== null && staff === who.staff);
	const range = { fromAt: momentOf(day, 0, timeZone), untilAt: momentOf(addDays(day, 1), 0, timeZone) };
	const times = await seatTimes(hall, { ...range, staff: who.staff ?? '' });
	return { calls: mine.length, late: mine.filter(({ late }) => late === 1).length, times };
}

/** How long somebody stood how to the telephone between two moments, ms. */
export async function seatTimes(
	hall: Hall,
	{ fromAt, untilAt, staff }: { fromAt: number; untilAt: number; staff: string }
): Promise<Record<SeatState, number>> {
	const spans = await seatSpans(hall.read, { hall: hall.id, fromAt, untilAt, staff });
	const now = hall.clock.now();
	const length = (state: SeatState): number =>
		spans
			.filter((span) => span.state === state)
			.reduce((sum, span) => sum + Math.min(span.to_at ?? now, untilAt) - Math.max(span.from_at, fromAt), 0);
	const [ready, notReady, talking, wrapUp, off] = SEAT_STATES.map(length);
	return {
		ready: ready ?? 0,
		'not-ready': notReady ?? 0,
		talking: talking ?? 0,
		'wrap-up': wrapUp ?? 0,
		'signed-off': off ?? 0
	};
}
