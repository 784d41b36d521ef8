import { createServer } from 'node:net';

/** Below what the system gives to whoever asks for any port, from 32768 on. */
const [LOWEST, COUNT] = [20_000, 12_000];
/** Processes that test beside each other count from different places. */
const APART = 64;

let next = process.pid * APART;

/**
 * A free port that nobody is given by chance meanwhile: a server that needs seconds to listen, or a cable that is pulled,
 * still finds it free.
 */
export async function ownPort(): Promise<number> {
	for (;;) {
		const port = LOWEST + (next++ % COUNT);
		if (await isFree(port)) return port;
	}
}

function isFree(port: number): Promise<boolean> {
	return new Promise((resolve) => {
		const probe = createServer();
		probe.once('error', () => resolve(false));
		probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
	});
}
