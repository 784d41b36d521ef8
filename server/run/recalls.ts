import { lastCallOf } from '#db/calls.ts';
import type { LegRow } from '#db/schema.ts';
import { getLeg, getTicket } from '#db/tickets.ts';
import { activeWindows } from '#db/windows.ts';
import type { Cancel } from '../clock.ts';
import type { Hall } from '../hall.ts';
import { SYSTEM } from '../people/access.ts';
import { recall } from '../tickets/call.ts';
import { everyMs } from '../tickets/miss.ts';

const LOOK_EVERY_MS = 1000;

/** Calls again, by itself, whoever has been called and has not come for so long as the hall's policy says. */
export async function recallDue(hall: Hall): Promise<void> {
	const { automatic, recalls } = hall.setup.policies.noShow;
	if (!automatic) return;
	for (const window of await activeWindows(hall.read, hall.id)) {
		const leg = window.leg === null ? undefined : await getLeg(hall.read, hall.id, window.leg);
		if (leg?.state !== 'called' || leg.calls >= recalls) continue;
		// Who has come meanwhile is refused by the verb.
		if ((await dueAt(hall, leg)) <= hall.clock.now()) await recall(hall, SYSTEM, leg.ticket);
	}
}

async function dueAt(hall: Hall, leg: LegRow): Promise<number> {
	const ticket = await getTicket(hall.read, hall.id, leg.ticket);
	const last = await lastCallOf(hall.read, hall.id, leg.id);
	if (!ticket || !last) return Number.POSITIVE_INFINITY;
	return last.at + everyMs(hall, ticket.class);
}

/** Looks after timed recalls from now on. One process of a hall does. */
export function keepRecalling(hall: Hall, onTrouble: (error: unknown) => void): Cancel {
	let looking = false;
	return hall.clock.every(LOOK_EVERY_MS, () => {
		if (looking) return;
		looking = true;
		void recallDue(hall)
			.catch(onTrouble)
			.finally(() => (looking = false));
	});
}
