import { langOf } from '#display/words/index.ts';
import { storageTrouble } from '#db/trouble.ts';
import type { Hall } from '../hall.ts';
import { isAllowed } from '../people/access.ts';
import type { Who } from '../people/who.ts';
import { refused, type Refused, type Result } from '../result.ts';
import { OPERATIONS } from './list.ts';
import type { AnyOperation } from './operation.ts';
import { problemOf } from './problem.ts';
import { Router } from './router.ts';

/** No body of ours is longer; a notice of every missing paper has some 4 kB. */
const LARGEST_BODY = 64 * 1024;

const TOO_LARGE = 413;
/** What goes with a status besides its document. */
const BESIDE: Record<number, Record<string, string>> = {
	401: { 'www-authenticate': 'Bearer' },
	503: { 'retry-after': '1' }
};

const router = new Router(OPERATIONS);

export interface Caller {
	hall: Hall;
	who: Who;
	/** told of what is our mistake or the storage's trouble */
	onTrouble: (error: unknown) => void;
}

/** Answers one request to /api/v1. Whatever is refused or goes wrong is a problem document, and nothing has changed then. */
export async function answer(request: Request, path: string, { hall, who, onTrouble }: Caller): Promise<Response> {
	const lang = langOf(request.headers.get('accept-language'));
	const found = router.find(request.method, path);
	if (!found) return problem(refused('not-found', path), lang);
	try {
		const { operation, params } = found;
		const barred = gate(hall, who, operation);
		if (barred) return problem(barred, lang);
		const body = await bodyOf(request, operation);
		if (!body.ok) return problem(body, lang);
		const result = await operation.run({ hall, who, params, body: body.value, lang });
		return result.ok ? json(result.value, operation.status) : problem(result, lang);
	} catch (error) {
		onTrouble(error);
		return problem(refused(storageTrouble(error) ?? 'internal'), lang);
	}
}

function gate(hall: Hall, who: Who, { right }: AnyOperation): Refused | undefined {
	if (right === null || isAllowed(hall, who, right)) return undefined;
	return who.role === 'visitor' ? refused('signed-out', right) : refused('not-allowed', right);
}

async function bodyOf(request: Request, { body }: AnyOperation): Promise<Result<unknown>> {
	if (body === null) return { ok: true, value: undefined };
	const text = await textOf(request);
	if (!text.ok) return text;
	const given = parsed(text.value);
	if (given === undefined) return refused('bad-request', 'body: not JSON');
	const checked = body.safeParse(given);
	if (checked.success) return { ok: true, value: checked.data };
	return refused('bad-request', checked.error.issues.map((one) => `${one.path.join('.')}: ${one.message}`).join('; '));
}

/** A body of any length of ours; SvelteKit ends the reading of far longer ones by an error of its own. */
async function textOf(request: Request): Promise<Result<string>> {
	if (Number(request.headers.get('content-length') ?? 0) > LARGEST_BODY) return refused('too-large');
	try {
		const text = await request.text();
		return text.length > LARGEST_BODY ? refused('too-large') : { ok: true, value: text };
	} catch (error) {
		const tooLong = error instanceof Error && 'status' in error && error.status === TOO_LARGE;
		return tooLong ? refused('too-large') : refused('bad-request', 'body: cut off');
	}
}

function parsed(text: string): unknown {
	try {
		return text === '' ? {} : (JSON.parse(text) as unknown);
	} catch {
		return undefined;
	}
}

function json(value: unknown, status: number): Response {
	return body(JSON.stringify(value), status, 'application/json');
}

/** With its length, so that the line can be kept open without chunks. */
function body(text: string, status: number, type: string): Response {
	const length = String(Buffer.byteLength(text));
	const headers = { 'content-type': type, 'content-length': length, 'cache-control': 'no-store' };
	return new Response(text, { status, headers: { ...headers, ...BESIDE[status] } });
}

/** A refusal as a response. */
export function problem(refusal: Refused, lang: 'zh-CN' | 'en'): Response {
	const document = problemOf(refusal, lang);
	return body(JSON.stringify(document), document.status, 'application/problem+json');
}
