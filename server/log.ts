import { pino, type Logger } from 'pino';

export type { Logger };

/** Lines of JSON to standard error; standard output is for what a person asked for. */
export function openLog(level: string): Logger {
	return pino({ level, base: null, redact: ['token', 'secret', 'password', 'link'] }, pino.destination(2));
}
