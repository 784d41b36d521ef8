import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { ROOT, run, Stopped } from './steps.js';

const children: ChildProcess[] = [];
afterEach(() => {
	for (const child of children.splice(0)) child.kill('SIGKILL');
});

interface Ended {
	code: number | null;
	said: string;
}

interface Running {
	child: ChildProcess;
	/** Resolves when it has printed the text. */
	said: (text: string) => Promise<void>;
	ended: Promise<Ended>;
}

/** Starts Node in the project's folder. */
function node(args: string[], env: NodeJS.ProcessEnv = {}): Running {
	const child = spawn(process.execPath, args, { cwd: ROOT, env: { ...process.env, ...env } });
	children.push(child);
	let output = '';
	const listeners = new Set<() => void>();
	const hear = (bytes: Buffer): void => {
		output += bytes.toString();
		for (const listener of listeners) listener();
	};
	child.stdout.on('data', hear);
	child.stderr.on('data', hear);
	const said = (text: string): Promise<void> =>
		new Promise((resolve) => {
			const look = (): void => {
				if (output.includes(text)) resolve();
			};
			listeners.add(look);
			look();
		});
	const ended = new Promise<Ended>((resolve) => child.once('close', (code) => resolve({ code, said: output })));
	return { child, said, ended };
}

test('a step answers with what its program printed', async () => {
	expect(await run(process.execPath, ['-p', '6 * 7'])).toBe('42\n');
});

test('a failing step shows the last lines and what to do about them', async () => {
	const failing = run(process.execPath, ['-e', "console.error('write ENOSPC'); process.exit(3)"]);
	await expect(failing).rejects.toThrow(/write ENOSPC[\s\S]*The disk is full/);
	await expect(failing).rejects.toBeInstanceOf(Stopped);
});

test('a program that is not there is a step that failed, not a crash', async () => {
	await expect(run('guidedesk-no-such-program', [])).rejects.toThrow(/ENOENT[\s\S]*on PATH/);
});

test('npm start says at once that its port is taken, and which command takes another', async () => {
	const taken = createServer();
	const port = await new Promise<number>((resolve) => {
		taken.listen(0, () => resolve((taken.address() as AddressInfo).port));
	});
	const { code, said } = await node(['server/boot/start.js'], { PORT: String(port) }).ended;
	taken.close();
	expect(code).toBe(1);
	expect(said).toBe(
		`guidedesk: port ${port} is taken: end what runs there, or choose another one: PORT=${port + 1} npm start\n`
	);
});

/** A program that stands for the server: says when it is ready, and why it ends. */
const SERVER = `
	setInterval(() => {}, 1000);
	process.on('SIGTERM', () => { console.log('asked to end'); process.exit(7); });
	console.log('ready');
`;
const BECOME = `
	import { become } from './server/boot/steps.js';
	become(process.execPath, ['-e', ${JSON.stringify(SERVER)}]);
`;

test('what was started in our place gets our signals, and its exit code is ours', async () => {
	const { child, said, ended } = node(['--input-type=module', '-e', BECOME], { npm_lifecycle_event: '' });
	await said('ready');
	child.kill('SIGTERM');
	expect(await ended).toEqual({ code: 7, said: 'ready\nasked to end\n' });
});

test('what npm started ends when npm’s shell is gone', async () => {
	const shell = `
		const { spawn } = require('node:child_process');
		spawn(process.execPath, ['--input-type=module', '-e', ${JSON.stringify(BECOME)}], { stdio: 'inherit' });
	`;
	const { child, said, ended } = node(['-e', shell], { npm_lifecycle_event: 'start' });
	await said('ready');
	child.kill('SIGKILL');
	expect((await ended).said).toBe('ready\nasked to end\n');
});
