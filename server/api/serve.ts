import type { IncomingMessage, ServerResponse } from 'node:http';
import { storageTrouble } from '#db/trouble.ts';
import type { Hall } from '../hall.ts';
import { VISITOR } from '../people/access.ts';
import type { KeyRing } from '../people/keys.ts';
import type { Who } from '../people/who.ts';
import { refused, type Refused, type Result } from '../result.ts';
import { cookiesIn, identify } from '../run/identify.ts';
import { answer, problem, type ApiAnswer } from './answer.ts';
import { openApi } from './openapi.ts';

const PREFIX = '/api/v1/';
const DESCRIPTION = 'openapi.json';
/** No body is longer unless its operation says so; a notice of every missing paper has some 4 kB. */
const LARGEST_BODY = 64 * 1024;
/** A client that sends on after it was refused is heard so long, then the line is cut. */
const HEARD_OUT_MS = 1000;

/** What goes with a status besides its document. */
const BESIDE: Record<number, Record<string, string>> = {
	401: { 'www-authenticate': 'Bearer' },
	413: { connection: 'close' },
	503: { 'retry-after': '1' }
};

export interface ApiMeans {
	hall: Hall;
	keys: KeyRing;
	onTrouble: (error: unknown) => void;
}

/**
 * Serves /api/v1 on the http server itself, beside SvelteKit and not through it: a program's request needs no page,
 * and on a busy day half of what a number costs would be spent on being one.
 */
export async function serveApi(request: IncomingMessage, response: ServerResponse, means: ApiMeans): Promise<void> {
	const given = await answerTo(request, means);
	const length = Buffer.byteLength(given.text);
	response.writeHead(given.status, {
		'content-type': given.type,
		'content-length': length,
		'cache-control': 'no-store',
		'x-content-type-options': 'nosniff',
		...BESIDE[given.status]
	});
	response.end(given.text);
	if (!request.complete) {
		request.resume();
		means.hall.clock.after(HEARD_OUT_MS, () => {
			if (!request.complete) request.destroy();
		});
	}
}

async function answerTo(request: IncomingMessage, means: ApiMeans): Promise<ApiAnswer> {
	const languages = request.headers['accept-language'];
	const path = pathOf(request.url ?? '');
	if (path === undefined) return problem(refused('not-found', request.url), languages);
	if (path === DESCRIPTION && request.method === 'GET') {
		return { status: 200, type: 'application/json', text: JSON.stringify(openApi()) };
	}
	const who = await whoAsks(request, means);
	if ('refusal' in who) return problem(who, languages);
	const body = (largest = LARGEST_BODY): Promise<Result<string>> => bodyOf(request, largest);
	const asked = { method: request.method ?? '', path, languages, body };
	return answer(asked, { hall: means.hall, who, onTrouble: means.onTrouble });
}

function pathOf(url: string): string | undefined {
	const end = url.indexOf('?');
	try {
		return decodeURIComponent(url.slice(PREFIX.length, end < 0 ? undefined : end));
	} catch {
		return undefined;
	}
}

async function whoAsks(request: IncomingMessage, { hall, keys, onTrouble }: ApiMeans): Promise<Who | Refused> {
	const { authorization, cookie } = request.headers;
	try {
		const shown = { authorization: authorization ?? null, cookie: cookiesIn(cookie) };
		const { who, wrongKey } = await identify(hall, keys, shown);
		if (wrongKey) return refused('wrong-credentials', 'authorization');
		return authorization === undefined && isForeign(request) ? VISITOR : who;
	} catch (error) {
		onTrouble(error);
		return refused(storageTrouble(error) ?? 'internal');
	}
}

/** A page of another origin is nobody here, whatever cookies its browser sends (OWASP ASVS 5.0, 3.5.1). */
function isForeign({ headers }: IncomingMessage): boolean {
	const { origin, host } = headers;
	return origin !== undefined && origin !== 'null' && URL.parse(origin)?.host !== host;
}

function bodyOf(request: IncomingMessage, largest: number): Promise<Result<string>> {
	if (Number(request.headers['content-length'] ?? 0) > largest) return Promise.resolve(refused('too-large'));
	return new Promise((resolve) => {
		let text = '';
		request.setEncoding('utf8');
		request.on('data', (part: string) => {
			text += part;
			if (text.length > largest) resolve(refused('too-large'));
		});
		request.on('end', () => resolve({ ok: true, value: text }));
		request.on('error', () => resolve(refused('bad-request', 'body: cut off')));
	});
}
