import { getHall } from '#db/setup.ts';
import { openDay } from '#db/hall.ts';
import type { Cancel } from '../clock.ts';
import { today, type Hall } from '../hall.ts';
import { missLapsed } from '../appointments/missed.ts';
import { SYSTEM } from '../people/access.ts';
import { endDay } from '../tickets/end.ts';
import { closeAllWindows } from '../windows/state.ts';

const LOOK_EVERY_MS = 30_000;

/**
 * Ends a service day that is over, also one over which the server slept, and opens today's. A clock that jumps back
 * opens nothing: days only go on.
 */
export async function keepDay(hall: Hall): Promise<void> {
	const { day } = await getHall(hall.read, hall.id);
	const now = today(hall);
	if (day === null) return hall.write((tx) => openDay(tx.k, tx.hall, now));
	if (day >= now) return;
	await endDay(hall, SYSTEM, day);
	await closeAllWindows(hall, SYSTEM);
}

/** Looks after the day from now on: its end, and the appointments that nobody has kept. */
export function keepDays(hall: Hall, onTrouble: (error: unknown) => void): Cancel {
	const look = async (): Promise<void> => {
		await keepDay(hall);
		await missLapsed(hall);
	};
	return hall.clock.every(LOOK_EVERY_MS, () => void look().catch(onTrouble));
}
