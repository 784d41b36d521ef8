import { isLocked } from './dialect.ts';

/** Together with the engine's own wait about three seconds: longer than a backup step, shorter than a visitor's patience. */
const TRIES = 6;
const PAUSE_MS = 300;

/**
 * Does what begins with a transaction; a SQLite file that another program has locked is asked for again, for nothing has been
 * done then. Throws what the work throws, also where the lock is never let go.
 */
export async function untilUnlocked<T>(work: () => Promise<T>): Promise<T> {
	for (let attempt = 1; ; attempt += 1) {
		try {
			return await work();
		} catch (error) {
			if (attempt === TRIES || !isLocked(error)) throw error;
			await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
		}
	}
}
