import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import type { VirtualBoard } from '#display/led/virtual/board.ts';
import { ROOT } from '#test/server.ts';

/** As for every program after the first: see `server.ts`. */
const COMPILED = join(ROOT, '.cache/compiled');

/** A real agent: the program in a process of its own. */
export interface TestAgent {
	pid: number;
	/** what it has written to its log and to the terminal */
	output(): string;
	/** its exit code, once it has ended */
	ended: Promise<number | null>;
	stop(): Promise<number | null>;
	kill(): Promise<number | null>;
}

/** Starts `guidedesk agent …` with a data folder of its own. */
export function startAgent(dataDir: string, ...args: string[]): TestAgent {
	const child: ChildProcess = spawn(
		process.execPath,
		['--disable-warning=ExperimentalWarning', join(ROOT, 'server/cli/main.ts'), 'agent', ...args],
		{
			cwd: ROOT,
			env: { ...process.env, NODE_COMPILE_CACHE: COMPILED, DATA_DIR: dataDir, LOG_LEVEL: 'info' },
			stdio: ['ignore', 'pipe', 'pipe']
		}
	);
	let output = '';
	for (const stream of [child.stdout, child.stderr])
		stream?.on('data', (bytes: Buffer) => (output += bytes.toString()));
	const ended = once(child, 'close').then(() => child.exitCode);
	const endBy = (signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null> => {
		child.kill(signal);
		return ended;
	};
	return {
		pid: child.pid ?? 0,
		output: () => output,
		ended,
		stop: () => endBy('SIGTERM'),
		kill: () => endBy('SIGKILL')
	};
}

/** A line on TCP that can be spoken into, as a serial server at the far end does. */
export interface FarLine {
	port: number;
	say(bytes: Uint8Array): void;
	/** how many connections there have been */
	count(): number;
	close(): Promise<void>;
}

/** Listens on a port of this machine; boards hear what comes and answer. */
export async function farLine(...boards: VirtualBoard[]): Promise<FarLine> {
	const sockets = new Set<Socket>();
	let count = 0;
	const server: Server = createServer((socket) => {
		count += 1;
		sockets.add(socket);
		socket.on('close', () => sockets.delete(socket)).on('error', () => undefined);
		socket.on('data', (bytes: Buffer) => {
			const answers = boards.flatMap((board) => board.receive(bytes, Date.now()));
			for (const { bytes: answer, afterMs } of answers) setTimeout(() => socket.write(answer), afterMs);
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		port: (server.address() as AddressInfo).port,
		say: (bytes) => sockets.forEach((socket) => socket.write(bytes)),
		count: () => count,
		close: async () => {
			for (const socket of sockets) socket.destroy();
			await new Promise((resolve) => server.close(resolve));
		}
	};
}
