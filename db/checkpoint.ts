import { Worker } from 'node:worker_threads';

/**
 * Copies what the write-ahead log holds into the database file, on a thread and a connection of its own, so that no
 * visitor waits for it. The writer's own checkpoint remains as a backstop for a log that grows too fast.
 */
export interface Checkpoints {
	stop(): Promise<void>;
}

const EVERY_MS = 1000;

/** Runs in the worker; plain JavaScript, because it must be found by name in no build. */
const WORK = `
const { parentPort, workerData } = require('node:worker_threads');
const Database = require(workerData.library);
const database = new Database(workerData.path, { timeout: 0 });
const timer = setInterval(() => {
	try { database.pragma('wal_checkpoint(PASSIVE)'); } catch {}
}, workerData.everyMs);
parentPort.once('message', () => {
	clearInterval(timer);
	database.close();
	parentPort.close();
});
`;

/** @param path of the SQLite file */
export function startCheckpoints(path: string, onTrouble: (error: Error) => void): Checkpoints {
	const library = new URL(import.meta.resolve('better-sqlite3')).pathname;
	const worker = new Worker(WORK, { eval: true, workerData: { path, library, everyMs: EVERY_MS } });
	worker.on('error', onTrouble);
	worker.unref();
	return {
		async stop() {
			const ended = new Promise((resolve) => worker.once('exit', resolve));
			worker.postMessage('stop');
			await ended;
		}
	};
}
