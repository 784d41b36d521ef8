// The production entry: plain JavaScript, it imports build/handler.js and nothing else of the app.
import { createServer } from 'node:http';
import { networkInterfaces } from 'node:os';
import { request, runtime, upgrades } from './forward.js';

// SvelteKit takes every request for https unless told otherwise, and then refuses form posts over plain http.
process.env['PROTOCOL_HEADER'] ??= 'x-forwarded-proto';
const behindProxy = process.env['TRUST_PROXY'] === '1';

/** The address visitors' phones can reach, for QR codes. */
function origin(/** @type {number} */ port) {
	const lan = Object.values(networkInterfaces())
		.flat()
		.find((address) => address && !address.internal && address.family === 'IPv4');
	const host = process.env['HOST'] ?? lan?.address ?? 'localhost';
	return `http://${host === '0.0.0.0' ? (lan?.address ?? 'localhost') : host}:${port}`;
}

try {
	// A computed address keeps the build out of the type check. Loading it runs `init` of hooks.server.ts.
	/** @typedef {(req: import('node:http').IncomingMessage, res: import('node:http').ServerResponse, next: () => void) => void} Handler */
	/** @type {unknown} */
	const loaded = await import(new URL('../build/handler.js', import.meta.url).href);
	const { handler } = /** @type {{ handler: Handler }} */ (loaded);
	const running = await runtime();
	if (!running) throw new Error('the build did not start the hall; run npm start');

	const http = createServer((req, res) => {
		if (!behindProxy) req.headers['x-forwarded-proto'] = 'encrypted' in req.socket ? 'https' : 'http';
		request(req, res, () => handler(req, res, () => void res.writeHead(404).end()));
	});
	upgrades(http);
	http.once('error', (error) => fail(error));
	http.listen({ port: Number(process.env['PORT'] ?? 3000), host: process.env['HOST'] }, () => {
		const address = http.address();
		const port = typeof address === 'object' && address ? address.port : 0;
		running.listening(origin(port));
		void running.welcome(`http://localhost:${port}`).then((text) => process.stdout.write(text));
	});

	let stopping = false;
	/** Answers what has been asked, ends the lines and the devices, then the process. */
	const stop = async () => {
		if (stopping) return;
		stopping = true;
		setTimeout(() => process.exit(1), 10_000).unref();
		http.close();
		await running.stop();
		http.closeAllConnections();
		process.exit(0);
	};
	// A signal to the whole group comes twice, once forwarded; unheard the second would end us in the middle.
	for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => void stop());
} catch (error) {
	fail(error);
}

/** Says what is wrong in a sentence where it is one, and ends. */
function fail(/** @type {unknown} */ error) {
	const known = error instanceof Error && error.constructor.name === 'CannotOpen';
	process.stderr.write(`${known ? error.message : error instanceof Error ? error.stack : String(error)}\n`);
	process.exit(1);
}
