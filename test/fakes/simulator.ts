import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { ROOT } from '../server.ts';

/** `guidedesk simulate-device …`, running in a process of its own. */
export interface Simulator {
	/** what stands in the hall file: a path, or host and port */
	at: string;
	/** Types keys on its keyboard. */
	type(keys: string): void;
	/** Resolves once it has printed a line with these words. */
	said(words: string): Promise<void>;
	output(): string;
	/** Asks its door for programs; a body is sent as it is. */
	ask(method: 'GET' | 'PUT' | 'POST', path: string, body?: object, headers?: object): Promise<Asked>;
	/** a picture, as text */
	svg(path: string): Promise<string>;
	/** resolves to its exit code */
	quit(): Promise<number | null>;
}

/** An answer of the door: what one device is, or what was wrong. */
export interface Asked {
	status: number;
	body: { at?: string; devices?: SimulatedState[]; problem?: string } & Partial<SimulatedState>;
}

export interface SimulatedState {
	code: string;
	faults: string[];
	shows: string[];
}

const LIMIT_MS = 50_000;
const children = new Set<ChildProcess>();

/** Ends those that a failed test has left. */
export function endSimulators(): void {
	for (const child of children) child.kill('SIGKILL');
}

/** Starts one and waits until it listens; rejects with what it said where it ends before that. */
export function simulator(...args: string[]): Promise<Simulator> {
	return simulatorIn({}, ...args);
}

/** The same, with an environment that differs in this. */
export async function simulatorIn(env: NodeJS.ProcessEnv, ...args: string[]): Promise<Simulator> {
	const command = ['--disable-warning=ExperimentalWarning', join(ROOT, 'server/cli/main.ts'), 'simulate-device'];
	const child = spawn(process.execPath, [...command, ...args, '--api', '0'], {
		cwd: ROOT,
		env: { ...process.env, NODE_COMPILE_CACHE: join(ROOT, '.cache/compiled'), ...env },
		stdio: ['pipe', 'pipe', 'pipe']
	});
	children.add(child);
	const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
	void ended.then(() => children.delete(child));
	let output = '';
	for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes: Buffer) => (output += bytes.toString()));
	const said = async (words: string): Promise<void> => {
		const limit = Date.now() + LIMIT_MS;
		while (!output.includes(words)) {
			if (child.exitCode !== null || Date.now() > limit) throw new Error(`never said "${words}":\n${output}`);
			await setTimeout(20);
		}
	};
	await said('q quit');
	const url = /^api at (\S+)$/m.exec(output)?.[1] ?? '';
	return {
		at: /^listening at (\S+)$/m.exec(output)?.[1] ?? '',
		type: (keys) => void child.stdin.write(keys),
		said,
		output: () => output,
		async ask(method, path, body, headers = {}) {
			const sent = body === undefined ? {} : { body: JSON.stringify(body) };
			const response = await fetch(`${url}${path}`, { method, headers: { ...headers }, ...sent });
			return { status: response.status, body: (await response.json()) as Asked['body'] };
		},
		svg: async (path) => (await fetch(`${url}${path}`)).text(),
		quit: () => {
			child.stdin.write('q');
			return ended;
		}
	};
}
