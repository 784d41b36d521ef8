import type { Kysely } from 'kysely';
import type { Tables, WindowRow } from './schema.ts';
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
	const { hall, code, state, reason, staff, since } = window;
	await k
		.updateTable('window')
		.set({ state, reason, staff, since, leg: window.leg })
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
		.values({ hall, id: span, window: code, state, reason, staff, from_at: since, to_at: null })
		.execute();
}
