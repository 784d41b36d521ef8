import { storageTrouble } from '#db/trouble.ts';
import { langOf } from '#display/words/index.ts';
import type { Hall } from '../hall.ts';
import { isAllowed } from '../people/access.ts';
import type { Who } from '../people/who.ts';
import { refused, type Refused, type Result } from '../result.ts';
import { OPERATIONS } from './list.ts';
import type { AnyOperation } from './operation.ts';
import { problemOf } from './problem.ts';
import { Router } from './router.ts';

const router = new Router(OPERATIONS);

/** A request as it matters to an operation, whatever brought it. */
export interface ApiRequest {
	method: string;
	/** below /api/v1, without its leading slash, decoded */
	path: string;
	/** the Accept-Language header */
	languages: string | undefined;
	/** reads the body, at most so many bytes; asked for only when the operation takes one and the caller may ask */
	body: (largest?: number) => Promise<Result<string>>;
}

export interface ApiAnswer {
	status: number;
	type: 'application/json' | 'application/problem+json';
	text: string;
}

export interface Caller {
	hall: Hall;
	who: Who;
	/** told of what is our mistake or the storage's trouble */
	onTrouble: (error: unknown) => void;
}

/** Answers one request to /api/v1. Whatever is refused or goes wrong is a problem document, and nothing has changed then. */
export async function answer(request: ApiRequest, caller: Caller): Promise<ApiAnswer> {
	const result = await granted(request, caller);
	return 'text' in result ? result : problem(result, request.languages);
}

async function granted(request: ApiRequest, { hall, who, onTrouble }: Caller): Promise<ApiAnswer | Refused> {
	const found = router.find(request.method, request.path);
	if (!found) return refused('not-found', request.path);
	const { operation, params } = found;
	try {
		const barred = gate(hall, who, operation);
		if (barred) return barred;
		const body = await bodyOf(request, operation);
		if (!body.ok) return body;
		const other = otherDevice(who, body.value);
		if (other !== undefined) return refused('not-allowed', other);
		const result = await operation.run({ hall, who, params, body: body.value });
		if (!result.ok) return result;
		return { status: operation.status, type: 'application/json', text: JSON.stringify(result.value) };
	} catch (error) {
		onTrouble(error);
		return refused(storageTrouble(error) ?? 'internal');
	}
}

function gate(hall: Hall, who: Who, { right }: AnyOperation): Refused | undefined {
	if (right === null || isAllowed(hall, who, right)) return undefined;
	return who.role === 'visitor' ? refused('signed-out', right) : refused('not-allowed', right);
}

/** The kiosk in whose name a kiosk speaks that is another. */
function otherDevice({ device: own }: Who, body: unknown): string | undefined {
	const named = typeof body === 'object' && body !== null && 'device' in body ? body.device : null;
	return own !== undefined && typeof named === 'string' && named !== own ? named : undefined;
}

async function bodyOf(request: ApiRequest, { body, largest }: AnyOperation): Promise<Result<unknown>> {
	if (body === null) return { ok: true, value: undefined };
	const text = await request.body(largest);
	if (!text.ok) return text;
	const given = parsed(text.value);
	if (given === undefined) return refused('bad-request', 'body: not JSON');
	const checked = body.safeParse(given);
	if (checked.success) return { ok: true, value: checked.data };
	return refused('bad-request', checked.error.issues.map((one) => `${one.path.join('.')}: ${one.message}`).join('; '));
}

function parsed(text: string): unknown {
	try {
		return text === '' ? {} : (JSON.parse(text) as unknown);
	} catch {
		return undefined;
	}
}

/** A refusal as an answer, titled in the asked language. */
export function problem(refusal: Refused, languages: string | undefined): ApiAnswer {
	const document = problemOf(refusal, langOf(languages));
	return { status: document.status, type: 'application/problem+json', text: JSON.stringify(document) };
}
