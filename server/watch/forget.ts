import { forgetEvents } from '#db/devices.ts';
import type { Hall } from '../hall.ts';

const DAY_MS = 86_400_000;
/** A year of months, and the one that is going on. */
const KEPT_MS = 400 * DAY_MS;

/** Forgets what devices went through long ago. */
export async function forgetHistory(hall: Hall): Promise<void> {
	await hall.write(({ k }) => forgetEvents(k, hall.id, hall.clock.now() - KEPT_MS));
}
