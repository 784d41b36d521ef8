import { building } from '$app/environment';
import { dirOf, langOf, staffLangOf, type Lang } from '#display/words/index.ts';
import { redirect, type Handle, type HandleServerError, type RequestEvent, type ServerInit } from '@sveltejs/kit';
import type { RunningHall } from './run/hall.ts';
import { DEVICE_COOKIE, deviceOf, identify } from './run/identify.ts';
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

/** The address of a visitor's page is its key: nobody keeps the page, and where it has no form nobody is told the address. */
function privacyOf(route: string | null): Record<string, string> {
	if (route?.startsWith('/t/')) return { 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' };
	return ['/a/', '/c/', '/n/'].some((begin) => route?.startsWith(begin)) ? { 'cache-control': 'no-store' } : {};
}

/** A page that acts without its script: it is drawn before that is fetched. */
const AT_ONCE = '/kiosk';

const VISITORS = ['/a/', '/book', '/c', '/faq', '/i/', '/n/', '/r/', '/say', '/t/'];

/** The language of the document before its page says it: a visitor's page begins in the visitor's own, all others in Chinese or English. */
function spokenOn(route: string | null, url: URL, accepted: string | null): { lang: Lang; dir: 'ltr' | 'rtl' } {
	const isVisitors = VISITORS.some((begin) => route?.startsWith(begin));
	const lang = isVisitors ? langOf(url.searchParams.get('lang') ?? accepted) : staffLangOf(accepted);
	return { lang, dir: dirOf(lang) };
}

/** So long a browser may keep a cookie at all; the key itself counts until it is revoked. */
const KEPT_S = 400 * 24 * 3600;

/** The browser of a kiosk or screen comes with its key in the address (`&key=gd_…`): it is kept in a cookie, and the address without it is opened. */
async function letIn({ url, cookies, request }: RequestEvent, { hall, keys }: RunningHall): Promise<void> {
	const key = url.searchParams.get('key');
	if (key === null || request.method !== 'GET') return;
	if (await deviceOf(hall, keys, key)) {
		const secure = url.protocol === 'https:';
		cookies.set(DEVICE_COOKIE, key, { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge: KEPT_S });
	}
	const plain = new URL(url);
	plain.searchParams.delete('key');
	redirect(303, plain.pathname + plain.search);
}

/** Says who asks; what they may do is asked of the one table of rights, by each page and operation. */
export const handle: Handle = async ({ event, resolve }) => {
	const running = await runtime();
	await letIn(event, running);
	const { lang, dir } = spokenOn(event.route.id, event.url, event.request.headers.get('accept-language'));
	const { who, session } = await identify(running.hall, running.keys, {
		authorization: event.request.headers.get('authorization'),
		cookie: (name) => event.cookies.get(name)
	});
	event.locals.running = running;
	event.locals.who = who;
	if (session) event.locals.session = session;
	const response = await resolve(event, {
		preload: ({ type }) => type === 'css' || (type === 'js' && event.route.id !== AT_ONCE),
		transformPageChunk: ({ html }) => html.replace('%lang%', lang).replace('%dir%', dir)
	});
	const headers = { ...HEADERS, ...privacyOf(event.route.id) };
	for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
	return response;
};

export const handleError: HandleServerError = async ({ error, event, status }) => {
	if (status !== 404) (await runtime()).log.error({ err: error, path: event.route.id ?? event.url.pathname }, 'page');
	return { message: status === 404 ? '没有这个页面 · No such page' : '系统暂时出错 · Something went wrong' };
};
