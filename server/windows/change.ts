import type { Tx } from '#db/group.ts';
import { legsBoundTo } from '#db/order.ts';
import type { WindowRow, WindowState } from '#db/schema.ts';
import { getWindow, saveWindow, wipeWindowText } from '#db/windows.ts';
import { today, type Hall } from '../hall.ts';
import type { Who } from '../people/who.ts';
import { refused, type Refused } from '../result.ts';
import { may } from '../rules/rights.ts';
import { worksAt } from '../tickets/call.ts';
import { hold, take } from '../tickets/held.ts';

/** The window when it is there and this person's to change. */
export async function mine(tx: Tx, who: Who, code: string): Promise<WindowRow | Refused> {
	const window = await getWindow(tx.k, tx.hall, code);
	if (!window || window.active === 0) return refused('window-unknown', code);
	if (!worksAt(who, code) && !may(who.role, 'window:close-any')) return refused('not-allowed', code);
	return window;
}

/** Closes a window at which nobody stands any more, and lets go whom only it would have called. */
export async function shut(tx: Tx, hall: Hall, who: Who, window: WindowRow): Promise<WindowRow> {
	await freeBound(tx, hall, who, window);
	await wipeWindowText(tx.k, tx.hall, window.code);
	return change(tx, hall, who, { ...window, state: 'closed', staff: null, until_at: null, hand_to: null });
}

/** Whoever waits only for this window or its clerk may be called by any that serves the queue. */
export async function freeBound(tx: Tx, hall: Hall, who: Who, window: WindowRow): Promise<void> {
	for (const leg of await legsBoundTo(tx.k, tx.hall, { window: window.code, staff: window.staff })) {
		const held = await hold(tx, leg.ticket);
		if (held) await take(tx, hall, who, { held, action: { type: 'free' }, act: { name: 'ticket.freed' } });
	}
}

const ACTS: Record<WindowState, string> = {
	open: 'window.opened',
	paused: 'window.paused',
	'wrap-up': 'window.wrap-up',
	closed: 'window.closed'
};

/** Writes a window's new state from now on. @param act what the ledger calls it, where it is more than the state */
export async function change(tx: Tx, hall: Hall, who: Who, to: WindowRow & { act?: string }): Promise<WindowRow> {
	const { act = ACTS[to.state], ...next } = to;
	const at = hall.clock.now();
	const line = await tx.note({
		at,
		day: today(hall),
		act,
		actor: who.name,
		ticket: null,
		window: to.code,
		queue: null,
		body: { staff: to.staff, reason: to.reason, until: to.until_at }
	});
	const window = { ...next, since: at };
	await saveWindow(tx.k, window, line);
	return window;
}
