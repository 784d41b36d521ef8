import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Sample } from '#server/rules/wait/moment.ts';
import { madeUpWaits } from '#test/fixtures/waits.ts';
import { readSamples } from './file.ts';

const run = promisify(execFile);
const MAIN = join(import.meta.dirname, 'main.ts');
const HEAD =
	'queue,date,minute_of_day,waiting,counters_open,declared_service_min,actual_wait_min,LES,HOL,last5,' +
	'queue_len_at_LES_arrival,rate30,rate60,rate_day';

function line({ queue, day, moment, wait }: Sample): string {
	const { minute, waiting, windows, planned, les, hol, last5, found, rate30, rate60, rateDay } = moment;
	const cells = [queue, day, minute, waiting, windows, planned, wait, les, hol, last5, found, rate30, rate60, rateDay];
	return cells.map((cell) => (cell === null ? '' : String(cell))).join(',');
}

describe('K-03 npm run bench:wait', { timeout: 60_000 }, () => {
	let folder: string;
	const waits = madeUpWaits(8, 3, 30);
	const file = (name: string, samples: readonly Sample[], zip = false): string => {
		const path = join(folder, name);
		const text = `${[HEAD, ...samples.map(line)].join('\n')}\n`;
		writeFileSync(path, zip ? gzipSync(text) : text);
		return path;
	};
	const bench = (...args: string[]): Promise<{ stdout: string }> => run(process.execPath, [MAIN, ...args]);

	beforeAll(() => {
		folder = mkdtempSync(join(tmpdir(), 'guidedesk-test-'));
	});
	afterAll(() => rmSync(folder, { recursive: true, force: true }));

	test('prints each rung with its errors, and says the same of one file as of two', async () => {
		const last = '2026-03-07';
		const train = file(
			'a.csv',
			waits.filter((one) => one.day < last)
		);
		const later = file(
			'b.csv.gz',
			waits.filter((one) => one.day >= last),
			true
		);
		const two = (await bench('--train', train, '--test', later)).stdout;
		const one = (await bench('--train', file('all.csv.gz', waits, true), '--holdout-days', '2', '--nightly')).stdout;
		const rung = /^(declared|people|last to|√|regression).* {2}\d+\.\d {2,}\d+\.\d {2,}[+-]\d+\.\d {2,}\d+\.\d %$/gm;
		const rows = two.match(rung);
		expect(rows).toHaveLength(5);
		expect(
			one
				.match(rung)
				?.map((row) => row.replace(/ +/g, ' '))
				.slice(0, 5)
		).toEqual(rows?.map((row) => row.replace(/ +/g, ' ')));
		expect(one).toMatch(/^regression, refitted each night /m);
		expect(two).toContain('tested on 180 waits of 2 days, 2026-03-07 to 2026-03-08');
		expect(two).toMatch(/^MAE -?\d+\.\d % below the best simple rung/m);
	});

	test('takes empty cells for what was not known', () => {
		const [first] = waits;
		if (!first) throw new Error('no waits');
		const bare = { ...first, moment: { ...first.moment, les: null, hol: null, rate30: null } };
		expect(readSamples(file('bare.csv', [bare]))).toEqual([bare]);
	});

	test('names the line of a cell that is no number, and a column that is missing', () => {
		const path = file('bad.csv', waits.slice(0, 2));
		writeFileSync(path, `${HEAD}\nA,2026-03-02,540,three,2,8,5,,,,,,,\n`);
		expect(() => readSamples(path)).toThrow(/bad\.csv:2: waiting is no number: three$/);
		writeFileSync(path, 'queue,date\n');
		expect(() => readSamples(path)).toThrow(/no column minute_of_day, waiting/);
	});

	test('without its files it says how it is used', async () => {
		await expect(bench('--train', file('a.csv', waits))).rejects.toThrow(/--holdout-days N/);
	});
});
