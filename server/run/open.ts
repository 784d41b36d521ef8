import { mkdirSync, readFileSync } from 'node:fs';
import { HallWriter } from '#db/group.ts';
import { hallByCode, halls } from '#db/hall.ts';
import { newestLine } from '#db/ledger.ts';
import { migrate } from '#db/migrate.ts';
import { openDatabase, type Database } from '#db/open.ts';
import type { HallRow } from '#db/schema.ts';
import type { Clock } from '../clock.ts';
import type { Config } from '../config.ts';
import type { Hall } from '../hall.ts';
import type { Logger } from '../log.ts';
import { SYSTEM } from '../people/access.ts';
import { applyHall } from '../setup/apply.ts';
import { Setup } from '../setup/hall.ts';
import { faultLine, readHall } from '../setup/read.ts';
import type { HallFile } from '../setup/schema.ts';
import { Counters } from '../windows/counters.ts';

/** What stops a server from starting, in the administrator's words. */
export class CannotOpen extends Error {}

export interface OpenedHall {
	hall: Hall & { origin: string };
	/** resolves when everything written so far is committed */
	settled(): Promise<void>;
	/** Calls back after each commit of this process. One listener. */
	onCommitted(listener: () => void): void;
	close(): Promise<void>;
}

/** Opens the database, brings it to the newest schema, and loads the hall; a new database gets the hall file. */
export async function openHall(config: Config, clock: Clock, log: Logger): Promise<OpenedHall> {
	mkdirSync(config.dataDir, { recursive: true });
	const database = openDatabase(config.databaseUrl, (error) => log.warn({ err: error }, 'database connection'));
	try {
		const migrated = await migrate(database.write);
		if (migrated.length > 0) log.info({ migrated }, 'database schema');
		return await loadHall(config, { clock, log, database });
	} catch (error) {
		await database.close();
		throw error;
	}
}

interface Means {
	clock: Clock;
	log: Logger;
	database: Database;
}

async function loadHall(config: Config, { clock, log, database }: Means): Promise<OpenedHall> {
	const row = await findHall(config, database);
	let committed = (): void => undefined;
	const writer = new HallWriter(database, row.id, () => committed());
	if (row.file === null) await openNew(config, writer, clock, log);
	const counters = new Counters();
	const hall = {
		id: row.id,
		clock,
		database,
		read: database.read,
		setup: await loadSetup(database, row.id),
		counters,
		origin: config.origin ?? '',
		write: writer.write.bind(writer)
	};
	await counters.load(database.read, row.id, hall.setup);
	return {
		hall,
		settled: () => writer.settled(),
		onCommitted: (listener) => (committed = listener),
		close: () => database.close()
	};
}

/** The hall that the hall file names, else the first of the database; a new one when there is none. */
async function findHall(config: Config, database: Database): Promise<HallRow> {
	const known = await halls(database.read);
	const read = readHall(textOf(config.hallFile) ?? '');
	const code = read.ok ? read.file.hall.code : undefined;
	const found = known.find((hall) => hall.code === code) ?? known[0];
	if (found) return found;
	return hallByCode(database.write, (await checkedFile(config)).hall.code);
}

function textOf(path: string): string | undefined {
	try {
		return readFileSync(path, 'utf8');
	} catch {
		return undefined;
	}
}

function checkedFile(config: Config): Promise<HallFile> {
	const text = textOf(config.hallFile);
	if (text === undefined) return Promise.reject(new CannotOpen(`cannot read the hall file ${config.hallFile}`));
	const read = readHall(text);
	if (read.ok) return Promise.resolve(read.file);
	const faults = read.faults.map((fault) => `  ${faultLine(fault, 'en')}`).join('\n');
	return Promise.reject(new CannotOpen(`the hall file ${config.hallFile} has faults:\n${faults}`));
}

async function openNew(config: Config, writer: HallWriter, clock: Clock, log: Logger): Promise<void> {
	const file = await checkedFile(config);
	const text = textOf(config.hallFile) ?? '';
	const applied = await writer.write((tx) => applyHall(tx, SYSTEM, { file, text }, clock.now()));
	if (!applied.ok) throw new CannotOpen(applied.obstacles.map((one) => one.what.en).join('\n'));
	log.info({ hall: file.hall.code, file: config.hallFile }, 'new hall');
}

/** The hall file in force, ready to be asked. */
export async function loadSetup(database: Database, hall: number): Promise<Setup> {
	const row = await database.read.selectFrom('hall').select('file').where('id', '=', hall).executeTakeFirstOrThrow();
	const read = readHall(row.file ?? '');
	if (!read.ok) throw new CannotOpen('the stored hall file is not valid for this version; import a mended one');
	return new Setup(read.file);
}

/** Number of the newest ledger line, from which a server that starts follows on. */
export function newest(hall: Hall): Promise<number> {
	return newestLine(hall.read, hall.id);
}
