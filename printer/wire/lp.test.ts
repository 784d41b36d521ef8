import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { decode } from '#test/fakes/decode.ts';
import { printerModel } from '../models/models.ts';
import type { PrintJob, Printer } from '../printer.ts';
import { lpPrinter } from './lp.ts';
import type { LpLimits } from './lp.ts';

/* The real programs are run: those of test/fakes/cups, which stand before all others on the PATH. */

const FAKES = join(import.meta.dirname, '../../test/fakes/cups');
const model = printerModel('generic', 58);
const job: PrintJob = { lines: [{ type: 'text', text: '您的号码 A001' }] };
const LIMITS: LpLimits = { runMs: 20_000, queueMs: 20_000, watchMs: 10, idleMs: 60_000 };

let folder = '';
let open: Printer[] = [];

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'cups-'));
	open = [];
	vi.stubEnv('FAKE_CUPS', folder);
	vi.stubEnv('PATH', `${FAKES}${delimiter}${process.env['PATH'] ?? ''}`);
});

afterEach(async () => {
	await Promise.all(open.map((printer) => printer.close()));
	vi.unstubAllEnvs();
	rmSync(folder, { recursive: true, force: true });
});

function printer(queue = 'hall', limits: Partial<LpLimits> = {}): Printer {
	const one = lpPrinter({ queue, model, limits: { ...LIMITS, ...limits } });
	open.push(one);
	return one;
}

const touch = (name: string): void => writeFileSync(join(folder, name), '');
const sent = (n: number): Uint8Array => readFileSync(join(folder, 'jobs', String(n)));

async function until(one: Printer, state: string): Promise<void> {
	await vi.waitFor(() => expect(one.status().state).toBe(state), { timeout: 10_000 });
}

describe('a printer behind lp', () => {
	test('the composed bytes arrive as they are, raw, and what is claimed is that they were sent', async () => {
		const one = printer();
		expect(await one.print(job)).toEqual({ state: 'sent', substituted: [] });
		expect(decode(sent(1), model).text).toBe('您的号码 A001');
		expect(Buffer.from(sent(1)).toString('hex')).toMatch(/^1b401c261b52001d2100.*1d564200$/);
		expect(readFileSync(join(folder, 'options'), 'utf8')).toBe('raw\n');
		expect(one.status()).toEqual({ state: 'ready' });
	});

	test('a queue that stands still is an error, and not one byte of a slip goes into it', async () => {
		touch('disabled');
		const one = printer();
		await until(one, 'error');
		expect(await one.print(job)).toMatchObject({ state: 'failed', why: { state: 'error' } });
		expect(existsSync(join(folder, 'jobs'))).toBe(false);
		rmSync(join(folder, 'disabled'));
		expect(await one.print(job)).toMatchObject({ state: 'sent' });
	});

	test('a job that stays in the queue is told, and taken out so that it is not printed for nobody', async () => {
		touch('stuck');
		const one = printer('hall', { queueMs: 300 });
		expect(await one.print(job)).toMatchObject({ state: 'unsure', why: { state: 'stalled' } });
		expect(one.status()).toEqual({ state: 'error' });
		expect(readFileSync(join(folder, 'cancelled'), 'utf8')).toBe('hall-1\n');
	});

	test('slips go one after the other', async () => {
		const one = printer();
		const results = await Promise.all([one.print(job), one.print(job), one.print(job)]);
		expect(results.map(({ state }) => state)).toEqual(['sent', 'sent', 'sent']);
		expect([1, 2, 3].map((n) => decode(sent(n), model).text)).toEqual(Array(3).fill('您的号码 A001'));
	});

	test('an lp that hangs is stopped, and what it did with the slip is not known', async () => {
		touch('slow');
		// So long lpstat, which does not hang, may take as well.
		expect(await printer('hall', { runMs: 4000 }).print(job)).toMatchObject({
			state: 'unsure',
			why: { state: 'stalled' }
		});
	});

	test('a queue that does not exist is out of reach, in the words of the system', async () => {
		const one = printer('cellar');
		expect(await one.print(job)).toMatchObject({ state: 'failed', why: { state: 'unreachable' } });
		expect(one.status()).toMatchObject({ reason: 'lpstat: Invalid destination name in list "cellar"!' });
	});

	test('a machine without lp is out of reach, and says what is missing', async () => {
		const empty = join(folder, 'empty');
		mkdirSync(empty);
		vi.stubEnv('PATH', empty);
		const one = printer();
		expect(await one.print(job)).toMatchObject({ state: 'failed', why: { state: 'unreachable' } });
		expect(one.status()).toMatchObject({ reason: expect.stringContaining('no program lp') as string });
	});

	test('an lp without lpstat prints, and nothing is known of it', async () => {
		const alone = join(folder, 'alone');
		mkdirSync(alone);
		writeFileSync(join(alone, 'lp'), '#!/bin/sh\nexec /bin/cat >"$FAKE_CUPS/alone/job"\n', { mode: 0o755 });
		vi.stubEnv('PATH', alone);
		const one = printer();
		await until(one, 'unknown');
		expect(await one.print(job)).toMatchObject({ state: 'sent' });
		expect(decode(readFileSync(join(alone, 'job')), model).text).toBe('您的号码 A001');
	});
});
