import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HallWriter } from '#db/group.ts';
import { hallByCode, halls } from '#db/hall.ts';
import { lineAt, newestLine } from '#db/ledger.ts';
import { migrate } from '#db/migrate.ts';
import { openDatabase, type Database } from '#db/open.ts';
import type { HallRow } from '#db/schema.ts';
import { getHall } from '#db/setup.ts';
import { steady, type Clock } from '../clock.ts';
import type { Config } from '../config.ts';
import type { Hall } from '../hall.ts';
import { Base } from '../knowledge/base.ts';
import { Cards } from '../identity/cards.ts';
import { Identities } from '../limits/identities.ts';
import { Tries } from '../limits/tries.ts';
import { Seals } from '../personal/seals.ts';
import type { Logger } from '../log.ts';
import { SYSTEM } from '../people/access.ts';
import { applyHall, tellHall, type HallText } from '../setup/apply.ts';
import { Setup } from '../setup/hall.ts';
import { faultLine, readHall, type Read } from '../setup/read.ts';
import { Waits } from '../waits/waits.ts';
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
	const onTrouble = (error: Error): void => log.warn({ err: error }, 'database connection');
	const database = openDatabase(config.databaseUrl, onTrouble, config.relaxed === true ? 'relaxed' : 'full');
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
	const given = readGiven(config.hallFile);
	const row = await findHall(given, database);
	let committed = (): void => undefined;
	const writer = new HallWriter(database, row.id, () => committed());
	if (row.file === null) {
		const applied = checked(given);
		await openNew(applied, writer, clock);
		log.info({ hall: applied.file.hall.code, file: given.path }, 'new hall');
	} else if (row.head === '') {
		await beginChain(writer, row.file, clock);
	}
	const counters = new Counters();
	const hall = {
		id: row.id,
		clock: steady(clock, (await lineAt(database.read, row.id, row.seq))?.at ?? 0),
		database,
		read: database.read,
		setup: await loadSetup(database, row.id, given),
		counters,
		waits: new Waits(),
		knowledge: new Base(),
		origin: config.origin ?? '',
		dataDir: config.dataDir,
		identities: new Identities(join(config.dataDir, 'keys', 'identity.key')),
		seals: new Seals(join(config.dataDir, 'keys', 'personal.key')),
		cards: new Cards(clock),
		tries: new Tries(clock),
		write: writer.write.bind(writer)
	};
	await counters.load(database.read, row.id, hall.setup);
	await hall.waits.load(hall);
	return {
		hall,
		settled: () => writer.settled(),
		onCommitted: (listener) => (committed = listener),
		close: () => database.close()
	};
}

/** The hall file on disk, read and checked once; a file of this size takes as long as all else at a start. */
interface Given {
	path: string;
	text: string | undefined;
	read: Read;
}

function readGiven(path: string): Given {
	let text: string | undefined;
	try {
		text = readFileSync(path, 'utf8');
	} catch {
		text = undefined;
	}
	return { path, text, read: readHall(text ?? '') };
}

/** The hall that the hall file names, else the first of the database; a new one when there is none. */
async function findHall(given: Given, database: Database): Promise<HallRow> {
	const known = await halls(database.read);
	const code = given.read.ok ? given.read.file.hall.code : undefined;
	const found = known.find((hall) => hall.code === code) ?? known[0];
	return found ?? hallByCode(database.write, checked(given).file.hall.code);
}

function checked({ path, text, read }: Given): HallText {
	if (text === undefined) throw new CannotOpen(`cannot read the hall file ${path}`);
	if (read.ok) return { file: read.file, text };
	const faults = read.faults.map((fault) => `  ${faultLine(fault, 'en')}`).join('\n');
	throw new CannotOpen(`the hall file ${path} has faults:\n${faults}`);
}

async function openNew(file: HallText, writer: HallWriter, clock: Clock): Promise<void> {
	const applied = await writer.write((tx) => applyHall(tx, SYSTEM, file, clock.now()));
	if (!applied.ok) throw new CannotOpen(applied.obstacles.map((one) => one.what.en).join('\n'));
}

/** A hall of an earlier version: its chain begins with the hall file in force, without which no order can be recomputed. */
async function beginChain(writer: HallWriter, text: string, clock: Clock): Promise<void> {
	const read = readHall(text);
	if (read.ok)
		await writer.write((tx) => tellHall(tx, SYSTEM, { file: read.file, text }, { at: clock.now(), counts: null }));
}

/** The hall file in force, ready to be asked; `given` saves reading it again when it is the same. */
export async function loadSetup(database: Database, hall: number, given?: Given): Promise<Setup> {
	const row = await getHall(database.read, hall);
	const read = given?.text !== undefined && row.file === given.text ? given.read : readHall(row.file ?? '');
	if (!read.ok) throw new CannotOpen('the stored hall file is not valid for this version; import a mended one');
	return new Setup(read.file, row.applied_at ?? 0);
}

/** Number of the newest ledger line, from which a server that starts follows on. */
export function newest(hall: Hall): Promise<number> {
	return newestLine(hall.read, hall.id);
}
