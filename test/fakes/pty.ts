import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

/** Two serial ports joined by a cable, made by socat: real devices to whoever opens them. */
export interface Pty {
	/** paths of the two ports */
	near: string;
	far: string;
	/** Pulls the cable: both ports vanish. */
	unplug(): Promise<void>;
	/** Puts it back, at the same paths. */
	plug(): Promise<void>;
	/** Unplugs and removes. */
	close(): Promise<void>;
}

/** Makes and plugs a pair. Rejects when socat does not make it within fifteen seconds. */
export async function ptyPair(): Promise<Pty> {
	const folder = await mkdtemp(join(tmpdir(), 'pty-'));
	const [near, far] = [join(folder, 'near'), join(folder, 'far')];
	let cable: ChildProcess | undefined;
	const plug = async (): Promise<void> => {
		cable = spawn('socat', [`pty,raw,echo=0,link=${near}`, `pty,raw,echo=0,link=${far}`], { stdio: 'ignore' });
		for (let tries = 0; !(existsSync(near) && existsSync(far)); tries += 1) {
			if (tries > 1500) throw new Error('socat made no pty');
			await setTimeout(10);
		}
	};
	const unplug = async (): Promise<void> => {
		const old = cable;
		cable = undefined;
		if (!old) return;
		const gone = new Promise((resolve) => old.once('exit', resolve));
		old.kill('SIGKILL');
		await gone;
		await Promise.all([rm(near, { force: true }), rm(far, { force: true })]);
	};
	await plug();
	return { near, far, unplug, plug, close: () => unplug().then(() => rm(folder, { recursive: true, force: true })) };
}
