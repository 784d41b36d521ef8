import { systemClock } from '../clock.ts';
import { readConfig, type Config } from '../config.ts';
import type { Hall } from '../hall.ts';
import { openLog } from '../log.ts';
import { openHall } from '../run/open.ts';

/**
 * Opens the hall of this environment for one command and closes it again; a running server hears of it by the ledger.
 * @param instead what the command line says instead of the environment
 */
export async function withHall<T>(work: (hall: Hall) => Promise<T>, instead: Partial<Config> = {}): Promise<T> {
	const config = { ...readConfig(process.env), ...instead };
	const opened = await openHall(config, systemClock, openLog('warn'));
	try {
		return await work(opened.hall);
	} finally {
		await opened.settled();
		await opened.close();
	}
}
