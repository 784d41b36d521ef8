import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import type { ChildProcess } from 'node:child_process';
import { ROOT } from '#server/boot/steps.js';

/** How a program ended. */
export interface Ended {
	/** undefined: it was ended from outside, or hung */
	code: number | undefined;
	output: string;
}

interface Options {
	env?: Record<string, string>;
	/** Shows what it prints while it works; otherwise it is only kept. */
	shown?: boolean;
	/** Works only when nobody else has anything to do: what measures time must not feel it. */
	patient?: boolean;
}

/** All steps together take half of it on two cores, and the patient ones last as long as all: what needs longer hangs. */
const LIMIT_MS = 40 * 60_000;

/** Between asking a program to end and making it end. */
const GRACE_MS = 5_000;

/** Programs cannot see whether we write to a terminal or to a file. */
const COLOR = process.stdout.isTTY ? { FORCE_COLOR: '1' } : { NO_COLOR: '1' };

const running = new Set<ChildProcess>();

/** Runs a program in the project's folder, in a group of its own, so that all it starts can be ended with it. */
export function runChild(command: readonly [string, ...string[]], options: Options = {}): Promise<Ended> {
	const [program, ...args] = command;
	return new Promise((resolve) => {
		const env = { ...process.env, ...COLOR, ...options.env };
		const child = spawn(program, args, { cwd: ROOT, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
		running.add(child);
		if (options.patient && child.pid !== undefined) beLast(child.pid);
		let output = '';
		const keep = (bytes: Buffer): void => {
			output += bytes.toString();
			if (options.shown) process.stdout.write(bytes);
		};
		child.stdout.on('data', keep);
		child.stderr.on('data', keep);
		const limit = setTimeout(() => {
			keep(Buffer.from(`\nstill not done after ${LIMIT_MS / 60_000} minutes: it hangs, and is ended\n`));
			endGroup(child);
		}, LIMIT_MS);
		const ended = (code: number | null): void => {
			clearTimeout(limit);
			running.delete(child);
			signal(child, 'SIGKILL'); // what it may have left behind
			resolve({ code: code ?? undefined, output });
		};
		child.on('error', (error) => {
			output += error.message;
			ended(null);
		});
		child.on('close', ended);
	});
}

/** Lets a program and all that it starts work after everybody else. */
function beLast(pid: number): void {
	const { PRIORITY_LOW } = constants.priority;
	try {
		setPriority(pid, PRIORITY_LOW);
		// Linux may share the processor among sessions first, and each child here has one of its own.
		writeFileSync(`/proc/${String(pid)}/autogroup`, String(PRIORITY_LOW));
	} catch {
		// no such thing on this machine, or it has ended: it works like the others
	}
}

/** Ends every program that still runs. */
export function endAll(): void {
	for (const child of running) endGroup(child);
}

function endGroup(child: ChildProcess): void {
	signal(child, 'SIGTERM');
	setTimeout(() => signal(child, 'SIGKILL'), GRACE_MS).unref();
}

function signal(child: ChildProcess, name: NodeJS.Signals): void {
	if (child.pid === undefined) return;
	try {
		process.kill(-child.pid, name);
	} catch {
		// nobody of the group is left
	}
}
