import type { Kysely } from 'kysely';
import type { Tables, WindowRow, WindowSpanRow, WindowTextRow } from './schema.ts';
import { statement } from './statement.ts';

type K = Kysely<Tables>;

const byCode = statement<{ hall: number; code: string }, WindowRow>(['hall', 'code'], (k, input) =>
	k.selectFrom('window').selectAll().where('hall', '=', input.hall).where('code', '=', input.code)
);

export async function getWindow(k: K, hall: number, code: string): Promise<WindowRow | undefined> {
	const [row] = await byCode.run(k, { hall, code });
	return row;
}

const active = statement<{ hall: number }, WindowRow>(['hall'], (k, { hall }) =>
	k.selectFrom('window').selectAll().where('hall', '=', hall).where('active', '=', 1)
);

/** The windows of the hall that are in use. */
export function activeWindows(k: K, hall: number): Promise<WindowRow[]> {
	return active.run(k, { hall });
}

/** At which window this person is signed in and not closed. */
export function windowOfStaff(k: K, hall: number, staff: string): Promise<WindowRow | undefined> {
	return k.selectFrom('window').selectAll().where('hall', '=', hall).where('staff', '=', staff).executeTakeFirst();
}

const legAt = statement<{ hall: number; code: string; leg: number | null }, never>(
	['hall', 'code', 'leg'],
	(k, input) =>
		k.updateTable('window').set({ leg: input.leg }).where('hall', '=', input.hall).where('code', '=', input.code)
);

/** Which leg is at this window now; null when nobody is. */
export async function setWindowLeg(k: K, hall: number, code: string, leg: number | null): Promise<void> {
	await legAt.run(k, { hall, code, leg });
}

/** Writes a window's new state, ends the span it was in and begins the next one under the id `span`. */
export async function saveWindow(k: K, window: WindowRow, span: number): Promise<void> {
	const { hall, code, state, reason, staff, since, until_at } = window;
	await k
		.updateTable('window')
		.set({ state, reason, staff, since, leg: window.leg, until_at, hand_to: window.hand_to })
		.where('hall', '=', hall)
		.where('code', '=', code)
		.execute();
	await k
		.updateTable('window_span')
		.set({ to_at: since })
		.where('hall', '=', hall)
		.where('window', '=', code)
		.where('to_at', 'is', null)
		.execute();
	await k
		.insertInto('window_span')
		.values({ hall, id: span, window: code, state, reason, staff, from_at: since, to_at: null, until_at })
		.execute();
}

/** Offers the seat of a window to a colleague, or takes the offer back. */
export async function offerSeat(k: K, hall: number, code: string, handTo: string | null): Promise<void> {
	await k.updateTable('window').set({ hand_to: handTo }).where('hall', '=', hall).where('code', '=', code).execute();
}

/** What a window shows its visitor in writing; undefined for nothing. */
export function windowText(k: K, hall: number, window: string): Promise<WindowTextRow | undefined> {
	return k
		.selectFrom('window_text')
		.selectAll()
		.where('hall', '=', hall)
		.where('window', '=', window)
		.executeTakeFirst();
}

/** Writes what a window shows its visitor, in place of what stood there. */
export async function writeWindowText(k: K, row: WindowTextRow): Promise<void> {
	const { text, at } = row;
	await k
		.insertInto('window_text')
		.values(row)
		.onConflict((c) => c.columns(['hall', 'window']).doUpdateSet({ text, at }))
		.execute();
}

/** Wipes it. */
export async function wipeWindowText(k: K, hall: number, window: string): Promise<void> {
	await wiped.run(k, { hall, window });
}

const wiped = statement<{ hall: number; window: string }, never>(['hall', 'window'], (k, input) =>
	k.deleteFrom('window_text').where('hall', '=', input.hall).where('window', '=', input.window)
);

/** The spans of windows that touch a stretch of time, early first. */
export function spansBetween(k: K, hall: number, from: number, until: number): Promise<WindowSpanRow[]> {
	return k
		.selectFrom('window_span')
		.selectAll()
		.where('hall', '=', hall)
		.where('from_at', '<', until)
		.where((one) => one.or([one('to_at', 'is', null), one('to_at', '>', from)]))
		.orderBy('from_at')
		.orderBy('id')
		.execute();
}
