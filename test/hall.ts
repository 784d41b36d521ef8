import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Engine } from '#db/dialect.ts';
import { readConfig } from '#server/config.ts';
import type { Hall } from '#server/hall.ts';
import { openLog } from '#server/log.ts';
import type { Who } from '#server/people/who.ts';
import { openHall, type OpenedHall } from '#server/run/open.ts';
import { keepDay } from '#server/run/day.ts';
import { issueTicket, type Issued } from '#server/tickets/issue.ts';
import { openWindow } from '#server/windows/state.ts';
import { tabledDatabase } from './db.ts';
import { virtualClock, type VirtualClock } from './fakes/clock.ts';
import { SMALL_HALL } from './fixtures/hall-file.ts';

export const KIOSK: Who = { role: 'kiosk', name: 'key:kiosk' };
/** A program with a clerk's key, which may work at any window. */
export const CLERK: Who = { role: 'clerk', name: 'key:clerk' };
export const SUPERVISOR: Who = { role: 'supervisor', name: 'staff:9001', staff: '9001' };

/** A hall for one test: a real database, real verbs, and a clock that stands still until it is moved. */
export interface TestHall {
	hall: Hall & { origin: string };
	opened: OpenedHall;
	clock: VirtualClock;
	/** of its database, for a second process that has the same hall */
	url: string;
	/** takes a number, and fails the test when it is refused */
	take(item: string, priorityClass?: string): Promise<Issued>;
	/** opens a window, and fails the test when it is refused */
	open(window: string): Promise<void>;
	/** reads windows and queues again, as the follower of a running server does */
	look(): Promise<void>;
	close(): Promise<void>;
}

let intents = 0;

/**
 * Opens a hall on an empty database.
 * @param file a hall file; the small one without it
 */
export async function testHall(engine: Engine, file = SMALL_HALL, clock = virtualClock()): Promise<TestHall> {
	const empty = await tabledDatabase(engine);
	const path = join(empty.folder, 'hall.yaml');
	writeFileSync(path, file);
	const env = { DATABASE_URL: empty.url, DATA_DIR: empty.folder, HALL_FILE: path, ORIGIN: 'http://hall.test' };
	const opened = await openHall(readConfig(env), clock, openLog('silent'));
	const { hall } = opened;
	await keepDay(hall);
	const look = async (): Promise<void> => {
		await hall.counters.load(hall.read, hall.id, hall.setup);
		await hall.waits.load(hall);
	};
	return {
		hall,
		opened,
		clock,
		url: empty.url,
		look,
		async take(item, priorityClass = 'ordinary') {
			intents += 1;
			const intent = `test-intent-${String(intents)}`;
			const wish = { item, class: priorityClass, intent, lang: 'zh-CN', device: null };
			const issued = await issueTicket(hall, KIOSK, wish);
			if (!issued.ok) throw new Error(`no number for ${item}: ${issued.refusal}`);
			return issued.value;
		},
		async open(window) {
			const opening = await openWindow(hall, CLERK, window, null);
			if (!opening.ok) throw new Error(`window ${window} stays shut: ${opening.refusal}`);
			await look();
		},
		async close() {
			await opened.settled();
			await opened.close();
			await empty.drop();
		}
	};
}
