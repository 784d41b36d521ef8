import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { ownPort } from '#test/ports.ts';
import { ROOT } from '#test/server.ts';
import { startNode, type Started } from './process.ts';

/** The bare SvelteKit server, built anew: it says back JSON at `/`, and has an empty page at `/page`. */
export async function startBare(): Promise<{ port: number; bare: Started }> {
	const folder = join(ROOT, 'test/bench/bare');
	execFileSync(process.execPath, [join(ROOT, 'node_modules/vite/bin/vite.js'), 'build'], {
		cwd: folder,
		stdio: 'ignore'
	});
	const port = await ownPort();
	const origin = { ORIGIN: `http://127.0.0.1:${port}` };
	return { port, bare: await startNode(join(folder, 'build/index.js'), port, origin) };
}
