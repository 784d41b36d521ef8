import type { Tx } from '#db/group.ts';
import { endSessionsOf } from '#db/people.ts';
import type { WindowRow } from '#db/schema.ts';
import { getLeg } from '#db/tickets.ts';
import { getWindow } from '#db/windows.ts';
import { today, type Hall } from '../hall.ts';
import type { Who } from '../people/who.ts';
import { done, refused, type Result } from '../result.ts';
import { hold, take } from '../tickets/held.ts';
import { shut } from './change.ts';

/**
 * Frees a window whose clerk has gone: who was called or served there waits again in the old place, the window closes,
 * the clerk's session ends. Needs a reason.
 */
export function releaseWindow(hall: Hall, who: Who, code: string, reason: string): Promise<Result<WindowRow>> {
	return hall.write(async (tx) => {
		const window = await getWindow(tx.k, tx.hall, code);
		if (!window || window.active === 0) return refused('window-unknown', code);
		if (reason.trim() === '') return refused('reason-needed');
		if (window.state === 'closed') return refused('window-not-open', window.state);
		const back = await giveBack(tx, hall, who, window);
		if (back) return back;
		const closed = await shut(tx, hall, who, { ...window, leg: null, reason });
		if (window.staff !== null) await endSession(tx, hall, window.staff);
		return done(closed);
	});
}

async function giveBack(tx: Tx, hall: Hall, who: Who, { leg: id }: WindowRow): Promise<Result<never> | undefined> {
	const leg = id === null ? undefined : await getLeg(tx.k, tx.hall, id);
	const held = leg && (await hold(tx, leg.ticket));
	if (!held) return undefined;
	const taken = await take(tx, hall, who, { held, action: { type: 'release' }, act: { name: 'ticket.released' } });
	return taken.ok ? undefined : taken;
}

/** The line is the clerk's own, as if signed out: whoever holds the session hears of its end. */
async function endSession(tx: Tx, hall: Hall, staff: string): Promise<void> {
	if (!(await endSessionsOf(tx.k, tx.hall, staff))) return;
	const line = { act: 'staff.signed-out', actor: `staff:${staff}`, ticket: null, window: null, queue: null };
	await tx.note({ ...line, at: hall.clock.now(), day: today(hall), body: { by: 'release' } });
}
