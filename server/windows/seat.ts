import { endSessionsOf } from '#db/people.ts';
import { offerSeat, wipeWindowText } from '#db/windows.ts';
import type { Tx } from '#db/group.ts';
import type { WindowRow } from '#db/schema.ts';
import { today, type Hall } from '../hall.ts';
import type { Who } from '../people/who.ts';
import { done, refused, type Result } from '../result.ts';
import { may } from '../rules/rights.ts';
import { maySit } from '../setup/places.ts';
import { change, freeBound, mine } from './change.ts';

/**
 * 交班: who sits at a window offers the seat to a colleague, who takes it by signing in there. The window stays open
 * meanwhile. @param to staff number; null takes the offer back
 */
export function offerWindow(hall: Hall, who: Who, code: string, to: string | null): Promise<Result<WindowRow>> {
	return hall.write(async (tx) => {
		const window = await mine(tx, who, code);
		if ('ok' in window) return window;
		if (window.staff === null) return refused('window-not-open', window.state);
		if (to !== null && !canTake(hall, window, to)) return refused('staff-unknown', to);
		const line = { at: hall.clock.now(), day: today(hall), actor: who.name, ticket: null, window: code, queue: null };
		await tx.note({ ...line, act: 'window.offered', body: { staff: window.staff, to } });
		await offerSeat(tx.k, tx.hall, code, to);
		return done({ ...window, hand_to: to });
	});
}

/** Whether a colleague could work at the window: of the right role, allowed there, and not who sits there now. */
function canTake(hall: Hall, window: WindowRow, no: string): boolean {
	const entry = hall.setup.staff.get(no);
	return (
		entry !== undefined && no !== window.staff && may(entry.role, 'window:work') && maySit(hall.setup, no, window.code)
	);
}

/** Staff numbers of those to whom the seat of a window can be offered, in the order of the hall file. */
export function successorsAt(hall: Hall, window: WindowRow): string[] {
	return hall.setup.file.staff.map(({ no }) => no).filter((no) => canTake(hall, window, no));
}

/**
 * The colleague takes the seat that was offered: the window is open under the new staff number, and the former session
 * ends. Who stands at the window is finished first.
 */
export async function takeSeat(
	tx: Tx,
	hall: Hall,
	who: Who,
	{ window, to }: { window: WindowRow; to: string }
): Promise<Result<WindowRow>> {
	if (window.hand_to !== to) return refused('window-taken', window.staff ?? '');
	if (window.leg !== null) return refused('window-busy', window.code);
	const former = window.staff;
	await freeBound(tx, hall, who, window);
	await wipeWindowText(tx.k, tx.hall, window.code);
	const seated = await change(tx, hall, who, {
		...window,
		state: 'open',
		reason: null,
		until_at: null,
		staff: to,
		hand_to: null,
		act: 'window.handed-over'
	});
	if (former !== null && (await endSessionsOf(tx.k, tx.hall, former))) {
		const line = { act: 'staff.signed-out', actor: `staff:${former}`, ticket: null, window: null, queue: null };
		await tx.note({ ...line, at: hall.clock.now(), day: today(hall), body: { by: 'hand-over' } });
	}
	return done(seated);
}
