import type { RefusalCode } from '#server/rules/refusal.ts';

/** Why a wish was not granted: the server's problem document (RFC 9457), or `offline` when no answer came. */
export interface Problem {
	code: RefusalCode | 'offline';
	title: string;
	detail: string;
	/** the HTTP status; 0 when no answer came */
	status: number;
}

export type Answer<T> = { ok: true; value: T } | { ok: false; problem: Problem };

export interface AskOptions {
	/** how long to wait, milliseconds */
	timeoutMs?: number;
	/** another origin than the page's own */
	base?: string;
	fetch?: typeof fetch;
}

const API = '/api/v1';
const TIMEOUT_MS = 8000;
/** What a gateway answers while the server behind it is away. */
const GATEWAY = [502, 503, 504];

/**
 * One question to the API, never throwing.
 *
 *     const answer = await ask<TicketView>('POST', '/tickets', { item: 'si-card', intent });
 *     if (answer.ok) show(answer.value);
 *     else explain(answer.problem.code);
 *
 * @param path below /api/v1, with its leading slash; escape what comes from outside
 * @returns the body as T, trusted to be what the API's contract says; undefined for an empty one
 */
export async function ask<T>(
	method: 'GET' | 'POST',
	path: string,
	body?: unknown,
	{ timeoutMs = TIMEOUT_MS, base = '', fetch: send = fetch }: AskOptions = {}
): Promise<Answer<T>> {
	try {
		const response = await send(base + API + path, {
			method,
			headers: body === undefined ? {} : { 'content-type': 'application/json' },
			body: body === undefined ? null : JSON.stringify(body),
			signal: AbortSignal.timeout(timeoutMs)
		});
		const text = await response.text();
		return response.ok
			? { ok: true, value: bodyOf(text) as T }
			: { ok: false, problem: problemOf(response.status, text) };
	} catch (error) {
		return { ok: false, problem: offline(String(error)) };
	}
}

function bodyOf(text: string): unknown {
	return text === '' ? undefined : JSON.parse(text);
}

function problemOf(status: number, text: string): Problem {
	const told = parsed(text);
	if (typeof told['code'] !== 'string' && GATEWAY.includes(status)) return offline(`gateway ${String(status)}`);
	return {
		code: (typeof told['code'] === 'string' ? told['code'] : 'internal') as RefusalCode,
		title: typeof told['title'] === 'string' ? told['title'] : '',
		detail: typeof told['detail'] === 'string' ? told['detail'] : '',
		status
	};
}

function parsed(text: string): Record<string, unknown> {
	try {
		const value: unknown = JSON.parse(text);
		return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
	} catch {
		return {};
	}
}

function offline(detail: string): Problem {
	return { code: 'offline', title: 'offline', detail, status: 0 };
}
