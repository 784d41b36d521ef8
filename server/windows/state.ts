import type { Tx } from '#db/group.ts';
import type { WindowRow } from '#db/schema.ts';
import { activeWindows, windowOfStaff } from '#db/windows.ts';
import type { Hall } from '../hall.ts';
import type { Who } from '../people/who.ts';
import { done, refused, type Refused, type Result } from '../result.ts';
import { clerksFor } from '../setup/places.ts';
import { change, mine, shut } from './change.ts';
import { takeSeat } from './seat.ts';

/** Opens a window, or takes it up again after a pause. `staff` sits there from now on: by an offered seat, in place of who did. */
export function openWindow(hall: Hall, who: Who, code: string, staff: string | null): Promise<Result<WindowRow>> {
	return hall.write(async (tx) => {
		const window = await mine(tx, who, code);
		if ('ok' in window) return window;
		const seated = await staffAt(tx, hall, who, { window, named: staff });
		if (seated === undefined) return refused('staff-unknown', staff ?? '');
		const elsewhere = await windowOfStaff(tx.k, tx.hall, seated);
		if (elsewhere && elsewhere.code !== code) return refused('staff-busy', elsewhere.code);
		if (window.staff !== null && window.staff !== seated) return takeSeat(tx, hall, who, { window, to: seated });
		return done(await change(tx, hall, who, { ...window, ...PLAIN, state: 'open', staff: seated }));
	});
}

/** Neither paused nor about to end a pause. */
const PLAIN = { reason: null, until_at: null } as const;

const MINUTE_MS = 60_000;

/**
 * Pauses a window with one of the hall's reasons; who is called or served there must be finished first.
 * @param wish.minutes how long it is planned to last; the reason's own length without it
 */
export function pauseWindow(
	hall: Hall,
	who: Who,
	code: string,
	wish: { reason: string; minutes: number | null }
): Promise<Result<WindowRow>> {
	return hall.write(async (tx) => {
		const window = await free(tx, who, code);
		if ('ok' in window) return window;
		const reason = hall.setup.pauseReasons.get(wish.reason);
		if (!reason) return refused('reason-needed', wish.reason);
		const minutes = wish.minutes ?? reason.minutes;
		const until_at = minutes === null ? null : hall.clock.now() + minutes * MINUTE_MS;
		return done(await change(tx, hall, who, { ...window, state: 'paused', reason: reason.code, until_at }));
	});
}

/** 整理: between two visitors the clerk finishes what belongs to the last one; nobody is called meanwhile. */
export function wrapUp(hall: Hall, who: Who, code: string): Promise<Result<WindowRow>> {
	return hall.write(async (tx) => {
		const window = await free(tx, who, code);
		if ('ok' in window) return window;
		return done(await change(tx, hall, who, { ...window, ...PLAIN, state: 'wrap-up' }));
	});
}

/** The window when it is this person's, not closed, and nobody stands there. */
async function free(tx: Tx, who: Who, code: string): Promise<WindowRow | Refused> {
	const window = await mine(tx, who, code);
	if ('ok' in window) return window;
	if (window.state === 'closed') return refused('window-not-open', window.state);
	return window.leg === null ? window : refused('window-busy', code);
}

/** Closes a window; nobody sits there then. */
export function closeWindow(hall: Hall, who: Who, code: string): Promise<Result<WindowRow>> {
	return hall.write(async (tx) => {
		const window = await mine(tx, who, code);
		if ('ok' in window) return window;
		if (window.leg !== null) return refused('window-busy', code);
		if (window.state === 'closed') return done(window);
		return done(await shut(tx, hall, who, { ...window, reason: null }));
	});
}

/** Closes what was forgotten at the end of the day. Who is at a window after it belongs to the next one, and stays. */
export async function closeAllWindows(hall: Hall, who: Who): Promise<void> {
	await hall.write(async (tx) => {
		for (const window of await activeWindows(tx.k, tx.hall)) {
			if (window.state === 'closed' || window.leg !== null) continue;
			await shut(tx, hall, who, { ...window, reason: null });
		}
	});
}

/** The signed-in person; for a program the one named, else whoever sits there, else a clerk who is free. */
async function staffAt(
	tx: Tx,
	hall: Hall,
	who: Who,
	{ window, named }: { window: WindowRow; named: string | null }
): Promise<string | undefined> {
	if (who.staff !== undefined) return who.staff;
	if (named !== null) return hall.setup.staff.has(named) ? named : undefined;
	if (window.staff !== null) return window.staff;
	const seated = new Set((await activeWindows(tx.k, tx.hall)).map((one) => one.staff));
	return clerksFor(hall.setup, window.code).find(({ no }) => !seated.has(no))?.no;
}
