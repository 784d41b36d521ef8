import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { SMALL_HALL } from '#test/fixtures/hall-file.ts';
import { testHall } from '#test/hall.ts';
import { keepSigns, sweepSigns } from './sweep.ts';

const DAY_MS = 86_400_000;
const NOW = Date.UTC(2026, 10, 26);
const [ONE, TWO] = ['sign-0123456789ab.png', 'sign-ba9876543210.bmp'];

let dataDir: string;
beforeEach(() => {
	dataDir = mkdtempSync(join(tmpdir(), 'guidedesk-signs-'));
	return () => rmSync(dataDir, { recursive: true });
});
const there = (): string[] => readdirSync(join(dataDir, 'slips')).toSorted();
function put(file: string, days: number, now = NOW): void {
	mkdirSync(join(dataDir, 'slips'), { recursive: true });
	const path = join(dataDir, 'slips', file);
	writeFileSync(path, 'x');
	utimesSync(path, (now - days * DAY_MS) / 1000, (now - days * DAY_MS) / 1000);
}
/** So many looks, a day from one to the next. */
function look(named: string | null, times: number, from = NOW): void {
	let before: ReadonlySet<string> = new Set();
	for (let n = 0; n < times; n += 1) before = sweepSigns(dataDir, { named, now: from + n * DAY_MS, before });
}

describe('signs that no hall file names any more', () => {
	test('go after more than a year, and what was laid there by hand stays', () => {
		put(ONE, 401);
		put(TWO, 390);
		put('seal.png', 2000);
		put('sign-of-the-hall.png', 2000);
		look(null, 2);
		expect(there()).toEqual(['seal.png', TWO, 'sign-of-the-hall.png'].toSorted());
	});

	test('a year counts from the day on which it was last in force: undone, an old one is still there', () => {
		put(ONE, 3000);
		look(ONE, 1);
		look(TWO, 399);
		expect(there()).toEqual([ONE]);
		look(TWO, 3, NOW + 400 * DAY_MS);
		expect(there()).toEqual([]);
	});

	test('one look removes nothing: what another server names, or puts down anew, in between stays', () => {
		put(ONE, 500);
		put(TWO, 500);
		const before = sweepSigns(dataDir, { named: null, now: NOW, before: new Set() });
		expect([...before].toSorted()).toEqual([ONE, TWO]);
		put(TWO, 0);
		expect(sweepSigns(dataDir, { named: ONE, now: NOW + DAY_MS, before })).toEqual(new Set());
		expect(there()).toEqual([ONE, TWO]);
	});

	test('a hall looks each day, also without the folder', async () => {
		const here = await testHall('sqlite', SMALL_HALL);
		const troubles: unknown[] = [];
		const stop = keepSigns({ ...here.hall, dataDir }, (error) => troubles.push(error));
		await here.clock.advance(DAY_MS);
		put(ONE, 500, here.clock.now());
		await here.clock.advance(2 * DAY_MS);
		expect([there(), troubles]).toEqual([[], []]);
		stop();
		await here.close();
	});
});
