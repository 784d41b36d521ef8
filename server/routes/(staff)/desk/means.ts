import type { Answer } from '#display/ask.ts';

/** What a desk works with, so that it can be tried without a page. */
export interface DeskOptions {
	/** the service day of the hall at this moment */
	today: () => string;
	/** one question to the API */
	ask: <T>(method: 'GET' | 'POST', path: string, body?: unknown) => Promise<Answer<T>>;
	/** a new id for the wish of one visitor */
	intent: () => string;
	/** asks the line for a whole snapshot */
	refresh?: () => void;
}
