import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { within } from './timers.ts';
import type { Timers } from './timers.ts';

/** What a run of a program came to. `late`: it was stopped after its time. */
export interface Ran {
	code: number | 'late';
	out: string;
	err: string;
}

/** How much of what a program says is kept. */
const MOST = 100_000;

/** Whether there is such a program on the PATH. */
export function onPath(program: string): boolean {
	return (process.env['PATH'] ?? '').split(delimiter).some((folder) => {
		try {
			accessSync(join(folder, program), constants.X_OK);
			return folder !== '';
		} catch {
			return false;
		}
	});
}

/**
 * Runs a program with these arguments and input, never through a shell, and in the C locale, whose words can be read by a
 * program. Resolves whatever becomes of it; one that cannot be started ends with code 127.
 */
export async function run(
	[program, ...args]: readonly [string, ...string[]],
	{ input = new Uint8Array(), ms, timers }: { input?: Uint8Array; ms: number; timers: Timers }
): Promise<Ran> {
	const child = spawn(program, args, { stdio: 'pipe', env: { ...process.env, LC_ALL: 'C' } });
	const said = { out: '', err: '' };
	child.stdout.on('data', (bytes: Buffer) => (said.out = (said.out + bytes.toString()).slice(-MOST)));
	child.stderr.on('data', (bytes: Buffer) => (said.err = (said.err + bytes.toString()).slice(-MOST)));
	// A program that ends before it has read everything closes its end first.
	child.stdin.on('error', () => undefined);
	child.stdin.end(input);
	const ended = new Promise<number>((resolve) => {
		child.once('error', (error) => {
			said.err += error.message;
			resolve(127);
		});
		child.once('close', (code) => {
			resolve(code ?? 1);
		});
	});
	const code = await within(timers, ms, ended, 'late' as const);
	if (code === 'late') child.kill('SIGKILL');
	return { code, ...said };
}
