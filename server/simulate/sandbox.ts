import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '#db/open.ts';
import { isUnused } from '#db/unused.ts';
import { readConfig } from '../config.ts';
import type { Hall } from '../hall.ts';
import { openLog } from '../log.ts';
import { openHall } from '../run/open.ts';
import { BadDay } from '../rush/day-file.ts';
import type { Stage } from './stage.ts';

/** A hall that exists only for a simulated day. */
export interface Sandbox {
	hall: Hall;
	/** of its database */
	url: string;
	close(): Promise<void>;
}

export interface SandboxWish {
	/** path */
	hallFile: string;
	/** a database nobody has used, where the day is kept; null: a temporary file that goes with it */
	url: string | null;
}

/** Opens a hall for a simulated day, with relaxed durability. Throws BadDay when the database is somebody's. */
export async function openSandbox(stage: Stage, wish: SandboxWish): Promise<Sandbox> {
	const folder = mkdtempSync(join(tmpdir(), 'guidedesk-day-'));
	const removeFolder = (): void => rmSync(folder, { recursive: true, force: true });
	try {
		const url = wish.url ?? `sqlite:${join(folder, 'day.db')}`;
		await refuseUsed(url);
		const env = { DATABASE_URL: url, DATA_DIR: folder, HALL_FILE: wish.hallFile, ORIGIN: 'http://simulated.hall' };
		const opened = await openHall({ ...readConfig(env), relaxed: true }, stage.clock, openLog('warn'));
		stage.watch(opened.hall.database);
		const hall: Hall = {
			...opened.hall,
			write: (wished) => stage.during(() => opened.hall.write(wished))
		};
		return {
			hall,
			url,
			async close() {
				await opened.settled();
				await opened.close();
				removeFolder();
			}
		};
	} catch (error) {
		removeFolder();
		throw error;
	}
}

/** What happens in a simulated day must never stand among what happened. */
async function refuseUsed(url: string): Promise<void> {
	const database = openDatabase(url);
	try {
		if (await isUnused(database.read)) return;
	} finally {
		await database.close();
	}
	throw new BadDay(
		`${url.replace(/:[^:@/]*@/, ':…@')} holds a hall or other tables already; a simulated day needs an empty database`
	);
}
