import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Engine } from '#db/dialect.ts';
import type { Role } from '#db/schema.ts';
import type { ConsoleAction, TicketView } from '#server/views.ts';
import { api, type Answer, type Api } from './api.ts';
import { tabledDatabase, ENGINES, type EmptyDatabase } from './db.ts';
import { makeKeys, startServer, type TestServer } from './server.ts';

/** A hall with a real server, and keys for those who ask it. */
export interface Running<R extends Role = Role> {
	database: EmptyDatabase;
	/** path of the hall file it was opened with */
	hallFile: string;
	/** the server that runs now; another one after `again` */
	server: TestServer;
	keys: Record<R, string>;
	/** asks with the key of a role; as a visitor without one */
	as(role?: R): Api;
	/** one more server on the same database */
	another(): Promise<TestServer>;
	/** ends the server, as a system or as a power cut does, and starts it again at the same address */
	again(how: 'stop' | 'kill'): Promise<void>;
	/** switches a fault of a virtual device */
	fault(device: string, fault: string, on: boolean): Promise<void>;
	end(): Promise<void>;
}

export interface RunOptions {
	/** where the server finds the database, when that is not where it is: another disk, behind a broken line */
	place?: (database: EmptyDatabase) => Promise<EmptyDatabase>;
}

/** Opens a hall file on an empty database, makes the keys, and starts a server on it. */
export async function runHall<R extends Role>(
	engine: Engine,
	file: string,
	roles: readonly R[],
	options: RunOptions = {}
): Promise<Running<R>> {
	const empty = await tabledDatabase(engine);
	const database = (await options.place?.(empty)) ?? empty;
	const hallFile = join(database.folder, 'hall.yaml');
	writeFileSync(hallFile, file);
	const keys = await makeKeys(database, roles, { hallFile });
	const others: TestServer[] = [];
	const running: Running<R> = {
		database,
		hallFile,
		keys,
		server: await startServer(database, { hallFile }),
		as: (role) => api(running.server.url, role && keys[role]),
		async another() {
			const server = await startServer(database, { hallFile });
			others.push(server);
			return server;
		},
		async again(how) {
			await running.server[how]();
			running.server = await startServer(database, { hallFile, port: running.server.port });
		},
		async fault(device, fault, on) {
			await switchFault(running.server.url, Object.values<string>(keys)[0], { device, fault, on });
		},
		async end() {
			await Promise.all([running.server, ...others].map((server) => server.stop()));
			await database.drop();
		}
	};
	return running;
}

async function switchFault(url: string, key: string | undefined, body: object): Promise<void> {
	const headers = {
		'content-type': 'application/json',
		...(key === undefined ? {} : { authorization: `Bearer ${key}` })
	};
	const answer = await fetch(`${url}/dev/devices/fault`, { method: 'POST', headers, body: JSON.stringify(body) });
	if (!answer.ok) throw new Error(`no fault: ${String(answer.status)} ${await answer.text()}`);
}

/** The same hall on every engine, for tests that mostly wait: they do so on all at once. */
export interface OnAll<R extends Role> {
	/** Does the same in every hall; what fails says on which engine. */
	each(work: (hall: Running<R>) => Promise<void>): Promise<void>;
	end(): Promise<void>;
}

/** Opens a hall file on every engine. */
export async function runOnAll<R extends Role>(file: string, roles: readonly R[]): Promise<OnAll<R>> {
	const halls = await Promise.all(ENGINES.map((engine) => runHall(engine, file, roles)));
	return {
		async each(work) {
			const name = (i: number): string => ENGINES[i] ?? '';
			const one = (hall: Running<R>, i: number): Promise<void> =>
				work(hall).catch((cause: unknown) => {
					throw new Error(`on ${name(i)}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
				});
			await Promise.all(halls.map(one));
		},
		async end() {
			await Promise.all(halls.map((hall) => hall.end()));
		}
	};
}

/** A ticket after an act of a clerk, as the API tells it. */
export interface Served {
	id: number;
	number: string;
	state: string;
	step: string;
	window: string | null;
	code?: string;
}

let intents = 0;

/** An intent that no other test has used. */
export function newIntent(): string {
	intents += 1;
	return `intent-${String(process.pid)}-${String(intents)}`;
}

/** Takes a number, and fails the test when it is refused. */
export async function take(kiosk: Api, item: string, wish: object = {}): Promise<TicketView> {
	const { status, body } = await kiosk.ask<TicketView>('POST', '/tickets', { item, intent: newIntent(), ...wish });
	if (status !== 201) throw new Error(`no number for ${item}: ${JSON.stringify(body)}`);
	return body;
}

/** Opens windows, and fails the test when one stays shut. */
export async function open(clerk: Api, ...windows: (string | number)[]): Promise<void> {
	for (const window of windows) {
		const { status, body } = await clerk.ask('POST', `/windows/${String(window)}/open`, {});
		if (status !== 200) throw new Error(`window ${String(window)} stays shut: ${JSON.stringify(body)}`);
	}
}

/** Calls the next ticket at a window. */
export function callNext(clerk: Api, window: string | number): Promise<Answer<Served>> {
	return clerk.ask<Served>('POST', `/windows/${String(window)}/next`, {});
}

/** What the log of a server may not say of its database, however long servers wait for each other: a deadlock, a broken line. */
export const DATABASE_TROUBLE = /"code":"(40P01|40001|57P0[123]|53300|0800[036])"/;

/** Servers of one hall wait for each other; who has waited longer than a statement may is told so, and asks again. */
export async function patiently<A extends { status: number }>(ask: () => Promise<A>, tries = 20): Promise<A> {
	const answer = await ask();
	return answer.status === 503 && tries > 1 ? patiently(ask, tries - 1) : answer;
}

/** Acts on a ticket. */
export function act(by: Api, id: number, action: ConsoleAction | 'void', body: object = {}): Promise<Answer<Served>> {
	return by.ask<Served>('POST', `/tickets/${String(id)}/${action}`, body);
}
