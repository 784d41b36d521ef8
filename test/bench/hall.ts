import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ownPort } from '#test/ports.ts';
import { makeKeys, ROOT } from '#test/server.ts';
import { benchHall, WINDOWS } from './hall-file.ts';
import { Line, post } from './http.ts';
import { startNode, type Started } from './process.ts';
import type { Target } from './rounds.ts';
import { readBack, type Found } from './tables.ts';

/** The bench works on the disk of this checkout, where the hall's own data would be. */
export const SCRATCH = join(ROOT, '.cache');

/** A hall of its own with a production server, all windows open. */
export interface BenchHall extends Target {
	server: Started;
	/** stops the server and reads its tables back */
	end(): Promise<Found>;
}

/** @param prepare may fill the new database before the server starts */
export async function openBenchHall(prepare: (path: string) => void = () => undefined): Promise<BenchHall> {
	mkdirSync(SCRATCH, { recursive: true });
	const folder = mkdtempSync(join(SCRATCH, 'bench-'));
	const path = join(folder, 'hall.db');
	const hallFile = join(folder, 'hall.yaml');
	writeFileSync(hallFile, benchHall());
	const database = { url: `sqlite:${path}`, folder, drop: () => Promise.resolve() };
	const keys = await makeKeys(database, ['kiosk', 'clerk'], { hallFile });
	prepare(path);
	const port = await ownPort();
	const env = { DATABASE_URL: database.url, DATA_DIR: folder, HALL_FILE: hallFile, LOG_LEVEL: 'error' };
	const server = await startNode(join(ROOT, 'server/main.js'), port, env);
	await openWindows(port, keys.clerk);
	const end = async (): Promise<Found> => {
		await server.stop();
		const found = readBack(path);
		rmSync(folder, { recursive: true, force: true });
		return found;
	};
	return { port, items: await oneItemAQueue(port), server, end, kiosk: keys.kiosk, clerk: keys.clerk };
}

async function openWindows(port: number, clerk: string): Promise<void> {
	const line = await Line.open(port);
	for (let window = 1; window <= WINDOWS; window += 1) {
		const staff = String(5000 + window);
		const { status, body } = await line.ask(post(`/api/v1/windows/${String(window)}/open`, clerk, { staff }));
		if (status !== 200) throw new Error(`window ${String(window)} stays shut: ${body}`);
	}
	line.close();
}

async function oneItemAQueue(port: number): Promise<string[]> {
	const answer = await fetch(`http://127.0.0.1:${String(port)}/api/v1/items`);
	const all = (await answer.json()) as { code: string; queue: string }[];
	return [...new Map(all.map((item) => [item.queue, item.code])).values()];
}
