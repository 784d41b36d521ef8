import { spawn, type ChildProcess } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Role } from '#db/schema.ts';
import { readConfig } from '#server/config.ts';
import { systemClock } from '#server/clock.ts';
import { openLog } from '#server/log.ts';
import { SYSTEM } from '#server/people/access.ts';
import { createKey } from '#server/people/keys.ts';
import { createLink } from '#server/people/sign-in.ts';
import { openHall } from '#server/run/open.ts';
import type { EmptyDatabase } from './db.ts';
import { ownPort } from './ports.ts';

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const CLI = join(ROOT, 'server/cli/main.ts');
const START_LIMIT_MS = 60_000;
/** Where each program after the first finds the code compiled: half of what a command costs is to read its own files. */
const COMPILED = join(ROOT, '.cache/compiled');

/** A real server: the built program, in a process of its own. */
export interface TestServer {
	/** `http://127.0.0.1:41234` */
	url: string;
	port: number;
	/** what it has written to the terminal and to its log */
	output(): string;
	/** ends it as a system does */
	stop(): Promise<void>;
	/** ends it as a power cut does */
	kill(): Promise<void>;
}

export interface ServerOptions {
	hallFile?: string;
	port?: number;
	env?: Record<string, string>;
}

const children = new Set<ChildProcess>();
// A test that ends in the middle leaves no server behind.
process.once('exit', () => {
	for (const child of children) child.kill('SIGKILL');
});

/** Starts `server/main.js` on a database and a free port, and resolves when it answers. Needs the build. */
export async function startServer(database: EmptyDatabase, options: ServerOptions = {}): Promise<TestServer> {
	const port = options.port ?? (await ownPort());
	const child = spawn(process.execPath, [join(ROOT, 'server/main.js')], {
		cwd: ROOT,
		env: { ...process.env, ...environment(database, options), PORT: String(port), HOST: '127.0.0.1', ...options.env },
		stdio: ['ignore', 'pipe', 'pipe']
	});
	children.add(child);
	child.once('exit', () => children.delete(child));
	let output = '';
	for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes: Buffer) => (output += bytes.toString()));
	const url = `http://127.0.0.1:${String(port)}`;
	await ready(url, child, () => output);
	return {
		url,
		port,
		output: () => output,
		stop: () => end(child, 'SIGTERM'),
		kill: () => end(child, 'SIGKILL')
	};
}

function environment(database: EmptyDatabase, options: ServerOptions): Record<string, string> {
	const file = options.hallFile === undefined ? {} : { HALL_FILE: options.hallFile };
	const places = { DATABASE_URL: database.url, DATA_DIR: database.folder, NODE_COMPILE_CACHE: COMPILED };
	return { ...places, LOG_LEVEL: 'warn', ...file };
}

/** What a command wrote, and its exit code. */
export interface Typed {
	code: number | null;
	out: string;
	err: string;
}

/** Types `guidedesk …` in a shell of the operator's, on a database. */
export function guidedesk(
	database: EmptyDatabase,
	args: readonly string[],
	options: ServerOptions = {}
): Promise<Typed> {
	return new Promise((resolve, reject) => {
		const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', CLI, ...args], {
			cwd: ROOT,
			env: { ...process.env, ...environment(database, options), ...options.env },
			stdio: ['ignore', 'pipe', 'pipe']
		});
		const typed: Typed = { code: null, out: '', err: '' };
		child.stdout.on('data', (bytes: Buffer) => (typed.out += bytes.toString()));
		child.stderr.on('data', (bytes: Buffer) => (typed.err += bytes.toString()));
		child.once('error', reject);
		child.once('close', (code) => resolve({ ...typed, code }));
	});
}

/** Makes keys for the hall of a database, as the command line does. */
export async function makeKeys<R extends Role>(
	database: EmptyDatabase,
	roles: readonly R[],
	options: ServerOptions = {}
): Promise<Record<R, string>> {
	const opened = await openHall(readConfig(environment(database, options)), systemClock, openLog('silent'));
	const keys = {} as Record<R, string>;
	for (const role of roles) keys[role] = (await createKey(opened.hall, SYSTEM, { role, label: 'test' })).secret;
	await opened.settled();
	await opened.close();
	return keys;
}

/** The path of a new one-time link for a member of staff, made beside the server that runs. */
export async function makeLink(database: EmptyDatabase, no: string, options: ServerOptions = {}): Promise<string> {
	const opened = await openHall(readConfig(environment(database, options)), systemClock, openLog('silent'));
	const secret = await createLink(opened.hall, SYSTEM, no);
	await opened.settled();
	await opened.close();
	return `/sign-in?link=${secret}`;
}

/** The first sign-in link of a role that the server printed when it started. */
export function linkOf(server: TestServer, role: string): string {
	const link = new RegExp(`${role} \\d+\\s+http://\\S+(/sign-in\\?link=\\S+)`).exec(server.output())?.[1];
	if (!link) throw new Error(`no link for a ${role} in:\n${server.output()}`);
	return link;
}

async function ready(url: string, child: ChildProcess, output: () => string): Promise<void> {
	const limit = Date.now() + START_LIMIT_MS;
	for (;;) {
		if (child.exitCode !== null) throw new Error(`the server ended:\n${output()}`);
		if (Date.now() > limit) throw new Error(`the server does not answer:\n${output()}`);
		const answered = await fetch(`${url}/ready`).catch(() => undefined);
		if (answered?.ok) return;
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
}

function end(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
	if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
	return new Promise((resolve) => {
		child.once('exit', () => resolve());
		child.kill(signal);
	});
}
