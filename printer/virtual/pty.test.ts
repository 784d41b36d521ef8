import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { has } from '#test/tools.ts';
import { pause, systemTimers } from '../wire/timers.ts';
import { PtyPort } from './pty.ts';

const SOON = { timeout: 15_000, interval: 20 };

test.skipIf(!has('socat'))('a cable pulled and put back at once is there, and stays', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'guidedesk-pty-'));
	const path = join(folder, 'port');
	let links = 0;
	const port = new PtyPort(path, () => void (links += 1), systemTimers);
	await port.listen();
	for (const on of [true, false, true, false, false]) port.unplug(on);
	await vi.waitFor(() => {
		expect(links).toBe(2);
		expect(existsSync(path)).toBe(true);
	}, SOON);
	await pause(systemTimers, 300);
	expect(existsSync(path)).toBe(true);
	port.unplug(true);
	await port.close();
	expect([existsSync(path), links]).toEqual([false, 2]);
	rmSync(folder, { recursive: true });
});
