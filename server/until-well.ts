import { storageTrouble } from '#db/trouble.ts';
import type { Clock } from './clock.ts';

const AGAIN_MS = 1000;

/**
 * Does what must be done, again and again while the storage is not well.
 * @param ended whether nobody wants it any more: the storage's trouble is thrown then, as every other error is at once
 */
export async function untilWell<T>(
	step: () => Promise<T>,
	{ clock, onTrouble, ended }: { clock: Clock; onTrouble: (error: unknown) => void; ended: () => boolean }
): Promise<T> {
	for (;;) {
		try {
			return await step();
		} catch (error) {
			if (ended() || storageTrouble(error) === undefined) throw error;
			onTrouble(error);
			await new Promise<void>((resolve) => {
				clock.after(AGAIN_MS, resolve);
			});
			if (ended()) throw error;
		}
	}
}
