import { lastCallOf } from '#db/calls.ts';
import { lastActAt } from '#db/ledger.ts';
import type { LegRow } from '#db/schema.ts';
import type { Hall } from '../hall.ts';
import { windowsFor } from '../tickets/view.ts';
import type { WindowScreenView } from '../views.ts';

/** So long the screen says where the last visitor was sent. */
const SENT_ON_MS = 45_000;
const GOES_ON = ['ticket.transferred', 'ticket.finished'];

/** Since when somebody is called, and by which call. */
export async function calledNow(
	hall: Hall,
	leg: LegRow | undefined
): Promise<Pick<WindowScreenView, 'calledAt' | 'call'>> {
	if (leg?.state !== 'called') return { calledAt: null, call: null };
	return { calledAt: leg.called_at, call: (await lastCallOf(hall.read, hall.id, leg.id))?.id ?? null };
}

/** Who was just sent on from a window that nobody stands at now, and where to. */
export async function sentOnFrom(hall: Hall, code: string): Promise<WindowScreenView['sentOn']> {
	const last = await lastActAt(hall.read, hall.id, code);
	const until = (last?.at ?? 0) + SENT_ON_MS;
	if (!last || until <= hall.clock.now()) return null;
	const { number, to } = JSON.parse(last.body) as { number?: string; to?: { queue: string; window?: string | null } };
	if (!GOES_ON.includes(last.act) || number === undefined || !to) return null;
	return { number, windows: windowsFor(hall, { queue: to.queue, window: to.window ?? null }), until };
}
