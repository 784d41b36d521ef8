import { getHall } from '#db/setup.ts';
import { openDay } from '#db/hall.ts';
import { activeWindows } from '#db/windows.ts';
import { missLapsed } from '../appointments/missed.ts';
import type { Cancel } from '../clock.ts';
import { endDay } from '../day/end.ts';
import { today, type Hall } from '../hall.ts';
import { keepHeads } from '../ledger/heads.ts';
import { SYSTEM } from '../people/access.ts';
import { closingOn } from '../setup/places.ts';
import { closeAllWindows } from '../windows/state.ts';

const LOOK_EVERY_MS = 30_000;
const MINUTE_MS = 60_000;

/**
 * Ends a service day that is over, also one over which the server slept, and opens today's. A clock that jumps back
 * opens nothing: days only go on.
 */
export async function keepDay(hall: Hall): Promise<void> {
	const { day, day_closed_at } = await getHall(hall.read, hall.id);
	const now = today(hall);
	if (day === null) return hall.write((tx) => openDay(tx.k, tx.hall, now));
	const open = day_closed_at === null;
	if (day > now || (day === now && !(open && (await isWorkDone(hall, day))))) return;
	await endDay(hall, SYSTEM, day);
	await closeAllWindows(hall, SYSTEM);
}

/** Whether the last queue has been closed for as long as the hall's policy says, and nobody stands at a window. */
async function isWorkDone(hall: Hall, day: string): Promise<boolean> {
	const { dayEndsAfterMinutes, demo } = hall.setup.policies;
	const closing = closingOn(hall.setup, day);
	if (dayEndsAfterMinutes === null || demo !== null || closing === null) return false;
	if (hall.clock.now() < closing + dayEndsAfterMinutes * MINUTE_MS) return false;
	return (await activeWindows(hall.read, hall.id)).every((window) => window.leg === null);
}

/** Looks after the day from now on: its end and the signing of it, and the appointments that nobody has kept. */
export function keepDays(hall: Hall, onTrouble: (error: unknown) => void): Cancel {
	return hall.clock.every(LOOK_EVERY_MS, () => void look(hall).catch(onTrouble));
}

async function look(hall: Hall): Promise<void> {
	await keepDay(hall);
	await missLapsed(hall);
	await keepHeads(hall);
}
