/**
 * The one owner of everything that lives as long as the process: database, live line, devices, voice. Started by
 * hooks.server.ts `init`, so it is in SvelteKit's module graph in development, preview and build, and nowhere else.
 */
import { createServer, type Server as HttpServer } from 'node:http';
import { systemClock } from './clock.ts';
import { readConfig, type Config } from './config.ts';
import { openLog, type Logger } from './log.ts';
import { runHall, type RunningHall } from './run/hall.ts';

export interface Running extends RunningHall {
	config: Config;
	log: Logger;
	/** never listens: the entry forwards `request` and `upgrade` under /socket.io/ to it */
	realtime: HttpServer;
	stop(): Promise<void>;
}

/** The seam with the entry (Vite's plugin, server/main.js): one global, no import in either direction. */
const KEY = Symbol.for('guidedesk.runtime');
const slot = globalThis as { [KEY]?: Promise<Running> | undefined };

export function runtime(): Promise<Running> {
	if (!slot[KEY]) throw new Error('the hall is not running');
	return slot[KEY];
}

/** Starts it; in development a changed module is evaluated again, so the former one is stopped first. */
export function start(): Promise<Running> {
	const former = slot[KEY];
	return (slot[KEY] = (async () => {
		await (await former?.catch(() => undefined))?.stop();
		const config = readConfig(process.env);
		const log = openLog(config.logLevel);
		const realtime = createServer();
		const hall = await runHall(config, { clock: systemClock, log, realtime });
		return { ...hall, config, log, realtime };
	})());
}
