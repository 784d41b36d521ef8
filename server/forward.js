// Shared by server/main.js and the Vite plugin; it imports nothing of the app.
/** What the entry needs of a running hall.
 * @typedef {{
 *   realtime: import('node:http').Server,
 *   listening(origin: string): void,
 *   welcome(address: string): Promise<string>,
 *   api(req: import('node:http').IncomingMessage, res: import('node:http').ServerResponse): void,
 *   stop(): Promise<void>
 * }} Running */

const KEY = Symbol.for('guidedesk.runtime');
const slot = /** @type {{ [KEY]?: Promise<Running> }} */ (globalThis);

/** The one seam between the entry and the app's module graph.
 * @returns {Promise<Running> | undefined} */
export const runtime = () => slot[KEY];

const isSocket = (/** @type {string | undefined} */ url) => url?.startsWith('/socket.io/') === true;
const isApi = (/** @type {string | undefined} */ url) => url?.startsWith('/api/v1/') === true;

/** Connect-style middleware: the API, and socket.io's polling requests.
 * @param {import('node:http').IncomingMessage} req @param {import('node:http').ServerResponse} res @param {() => void} next */
export function request(req, res, next) {
	const api = isApi(req.url);
	if (!api && !isSocket(req.url)) {
		next();
		return;
	}
	const running = runtime();
	if (!running) return void res.writeHead(503, { 'retry-after': '1' }).end();
	running.then(
		(hall) => (api ? hall.api(req, res) : hall.realtime.emit('request', req, res)),
		() => res.writeHead(503).end()
	);
}

/** Forwards websocket upgrades; leaves those of others (Vite's HMR) alone. Call once per http server.
 * @param {import('node:http').Server} http */
export function upgrades(http) {
	http.on('upgrade', (req, socket, head) => {
		if (!isSocket(req.url)) return;
		const running = runtime();
		if (!running) return void socket.destroy(); // not started yet: the client tries again in a second
		running.then(
			({ realtime }) => realtime.emit('upgrade', req, socket, head),
			() => socket.destroy()
		);
	});
}
