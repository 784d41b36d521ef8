import type { Tx } from '#db/group.ts';
import { legsBoundTo } from '#db/order.ts';
import type { WindowRow, WindowState } from '#db/schema.ts';
import { activeWindows, getWindow, saveWindow, windowOfStaff } from '#db/windows.ts';
import { today, type Hall } from '../hall.ts';
import type { Who } from '../people/who.ts';
import { done, refused, type Refused, type Result } from '../result.ts';
import { may } from '../rules/rights.ts';
import { clerksFor } from '../setup/places.ts';
import { worksAt } from '../tickets/call.ts';
import { hold, take } from '../tickets/held.ts';

/** Opens a window, or takes it up again after a pause. `staff` sits there from now on. */
export function openWindow(hall: Hall, who: Who, code: string, staff: string | null): Promise<Result<WindowRow>> {
	return hall.write(async (tx) => {
		const window = await mine(tx, who, code);
		if ('ok' in window) return window;
		const seated = await staffAt(tx, hall, who, { window, named: staff });
		if (seated === undefined) return refused('staff-unknown', staff ?? '');
		if (window.staff !== null && window.staff !== seated) return refused('window-taken', window.staff);
		const elsewhere = await windowOfStaff(tx.k, tx.hall, seated);
		if (elsewhere && elsewhere.code !== code) return refused('staff-busy', elsewhere.code);
		return done(await change(tx, hall, who, { ...window, state: 'open', reason: null, staff: seated }));
	});
}

/** Pauses a window with one of the hall's reasons; who is called or served there must be finished first. */
export function pauseWindow(hall: Hall, who: Who, code: string, reason: string): Promise<Result<WindowRow>> {
	return hall.write(async (tx) => {
		const window = await mine(tx, who, code);
		if ('ok' in window) return window;
		if (!hall.setup.pauseReasons.has(reason)) return refused('reason-needed', reason);
		if (window.state === 'closed') return refused('window-not-open', window.state);
		if (window.leg !== null) return refused('window-busy', code);
		return done(await change(tx, hall, who, { ...window, state: 'paused', reason }));
	});
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

/** Closes a window at which nobody stands any more, and lets go whom only it would have called. */
export async function shut(tx: Tx, hall: Hall, who: Who, window: WindowRow): Promise<WindowRow> {
	await freeBound(tx, hall, who, window);
	return change(tx, hall, who, { ...window, state: 'closed', staff: null });
}

/** Whoever waits only for this window or its clerk may be called by any that serves the queue. */
async function freeBound(tx: Tx, hall: Hall, who: Who, window: WindowRow): Promise<void> {
	for (const leg of await legsBoundTo(tx.k, tx.hall, { window: window.code, staff: window.staff })) {
		const held = await hold(tx, leg.ticket);
		if (held) await take(tx, hall, who, { held, action: { type: 'free' }, act: { name: 'ticket.freed' } });
	}
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

async function mine(tx: Tx, who: Who, code: string): Promise<WindowRow | Refused> {
	const window = await getWindow(tx.k, tx.hall, code);
	if (!window || window.active === 0) return refused('window-unknown', code);
	if (!worksAt(who, code) && !may(who.role, 'window:close-any')) return refused('not-allowed', code);
	return window;
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

const ACTS: Record<WindowState, string> = {
	open: 'window.opened',
	paused: 'window.paused',
	closed: 'window.closed'
};

async function change(tx: Tx, hall: Hall, who: Who, to: WindowRow): Promise<WindowRow> {
	const at = hall.clock.now();
	const line = await tx.note({
		at,
		day: today(hall),
		act: ACTS[to.state],
		actor: who.name,
		ticket: null,
		window: to.code,
		queue: null,
		body: { staff: to.staff, reason: to.reason }
	});
	const window = { ...to, since: at };
	await saveWindow(tx.k, window, line);
	return window;
}
