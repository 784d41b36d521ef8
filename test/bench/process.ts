import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { SERVER_FLAGS } from '#server/boot/flags.js';

/** A process that the bench has started. */
export interface Started {
	child: ChildProcess;
	stop(): Promise<void>;
	/** resident memory in MB */
	memory(): number;
	/** processor time used so far, in seconds */
	cpu(): number;
}

/** Starts a Node program and resolves once it writes `ready` or answers on its port. */
export async function startNode(file: string, port: number, env: Record<string, string> = {}): Promise<Started> {
	const child = spawn(process.execPath, [...SERVER_FLAGS, file], {
		env: { ...process.env, PORT: String(port), HOST: '127.0.0.1', ...env },
		stdio: ['ignore', 'ignore', 'inherit']
	});
	await answering(port, child);
	return started(child);
}

function started(child: ChildProcess): Started {
	return {
		child,
		stop: () =>
			new Promise((resolve) => {
				child.once('exit', () => resolve());
				if (child.exitCode === null) child.kill('SIGTERM');
				else resolve();
			}),
		memory: () => Number(/VmRSS:\s+(\d+)/.exec(proc(child, 'status'))?.[1] ?? 0) / 1024,
		cpu: () => {
			const fields = proc(child, 'stat').split(') ')[1]?.split(' ') ?? [];
			return (Number(fields[11]) + Number(fields[12])) / 100;
		}
	};
}

function proc(child: ChildProcess, file: string): string {
	return readFileSync(`/proc/${String(child.pid)}/${file}`, 'utf8');
}

async function answering(port: number, child: ChildProcess): Promise<void> {
	for (let tries = 0; tries < 600; tries += 1) {
		if (child.exitCode !== null) throw new Error('a server of the bench ended before it answered');
		const answer = await fetch(`http://127.0.0.1:${String(port)}/`, { method: 'POST', body: '{}' }).catch(
			() => undefined
		);
		if (answer) {
			await answer.text();
			return;
		}
		await new Promise((resolve) => setTimeout(resolve, 100));
	}
	throw new Error('a server of the bench does not answer');
}
