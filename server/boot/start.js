// npm start: from a bare clone, or from yesterday's, to an open hall.
import { createServer } from 'node:net';
import { join } from 'node:path';
import { SERVER_FLAGS } from './flags.js';
import { prepare } from './prepare.js';
import { become, main, ROOT, Stopped } from './steps.js';

/** Asked first, so that nobody waits for a build to hear that the port is taken.
 * @param {number} port
 * @param {string | undefined} host
 * @returns {Promise<void>} */
function portFree(port, host) {
	return new Promise((resolve, reject) => {
		const probe = createServer();
		probe.once('error', (error) => {
			const taken = /** @type {NodeJS.ErrnoException} */ (error).code === 'EADDRINUSE';
			const cure = `choose another one: PORT=${port + 1} npm start`;
			reject(
				new Stopped(taken ? `port ${port} is taken: end what runs there, or ${cure}` : `${error.message}; ${cure}`)
			);
		});
		probe.listen({ port, host }, () => probe.close(() => resolve()));
	});
}

await main(async () => {
	await portFree(Number(process.env['PORT'] ?? 3000), process.env['HOST']);
	become(await prepare({ build: true }), [...SERVER_FLAGS, join(ROOT, 'server/main.js'), ...process.argv.slice(2)]);
});
