import { building } from '$app/environment';
import { storageTrouble } from '#db/trouble.ts';
import { langOf } from '#display/words/index.ts';
import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit';
import { problem } from './api/answer.ts';
import { refused } from './result.ts';
import { identify, SESSION_COOKIE } from './run/identify.ts';
import { runtime, start } from './runtime.ts';

export const init: ServerInit = async () => {
	if (!building) await start();
};

const HEADERS = {
	'x-content-type-options': 'nosniff',
	// Not no-referrer: a form sent by the browser itself would then come without its origin, and be refused.
	'referrer-policy': 'same-origin',
	'cross-origin-opener-policy': 'same-origin'
};

/** Says who asks; what they may do is asked of the one table of rights, by each page and operation. */
export const handle: Handle = async ({ event, resolve }) => {
	const running = await runtime();
	const isApi = event.url.pathname.startsWith('/api/');
	const lang = langOf(event.request.headers.get('accept-language'));
	const asking = identify(running.hall, running.keys, {
		authorization: event.request.headers.get('authorization'),
		cookie: () => event.cookies.get(SESSION_COOKIE)
	});
	const identified = await asking.catch((error: unknown) => {
		const trouble = storageTrouble(error);
		if (!isApi || !trouble) throw error;
		running.log.error({ err: error }, 'who asks');
		return trouble;
	});
	if (typeof identified === 'string') return problem(refused(identified), lang);
	const { who, session, wrongKey } = identified;
	if (wrongKey) return problem(refused('wrong-credentials', 'authorization'), lang);
	event.locals.running = running;
	event.locals.who = who;
	if (session) event.locals.session = session;
	if (isApi) return resolve(event);
	const response = await resolve(event, {
		transformPageChunk: ({ html }) => html.replace('%lang%', lang).replace('%dir%', 'ltr')
	});
	for (const [name, value] of Object.entries(HEADERS)) response.headers.set(name, value);
	return response;
};

export const handleError: HandleServerError = async ({ error, event, status }) => {
	if (status !== 404) (await runtime()).log.error({ err: error, path: event.url.pathname }, 'page');
	return { message: status === 404 ? '没有这个页面 · No such page' : '系统暂时出错 · Something went wrong' };
};
