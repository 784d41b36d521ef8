import { beforeEach, expect, test } from 'vitest';
import type { PrintJob, PrintResult } from '#printer/printer.ts';
import type { Drives } from './drives.ts';
import { Jobs } from './jobs.ts';
import type { Journal } from './journal.ts';

/** Jobs that have begun, the printers' answers to come, and what the server is told. */
let begun: string[];
let printing: { print: PrintJob; ends(result: PrintResult): void; fails(): void }[];
let told: unknown[];
let jobs: Jobs;

beforeEach(() => {
	[begun, printing, told] = [[], [], []];
	const printer = {
		print: (print: PrintJob) =>
			new Promise<PrintResult>((ends, fails) => {
				printing.push({ print, ends, fails: () => fails(new Error('no such glyph')) });
			})
	};
	const drives = { printer: (code: string) => (code === 'printer-1' ? printer : undefined) } as unknown as Drives;
	const journal = {
		begun: (job: string) => {
			if (begun.includes(job)) return false;
			// On disk before a byte leaves.
			expect(printing).toHaveLength(begun.length);
			begun.push(job);
			return true;
		}
	} as unknown as Journal;
	jobs = new Jobs(drives, journal, { now: () => 5, tell: (event) => told.push(event) });
});

const take = (job: string, printer = 'printer-1'): void => jobs.take({ say: 'job', job, printer, lines: [] });
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const told1 = (result: object) => [{ kind: 'job', job: '7.1', printer: 'printer-1', result }];

test('T-02 a slip is in work until its printer has ended it, and what became of it is told', async () => {
	take('7.1');
	expect([jobs.working(), told]).toEqual([['7.1'], []]);
	printing[0]?.ends({ state: 'printed', substituted: ['𠮷'] });
	await settle();
	expect([jobs.working(), told]).toEqual([[], told1({ state: 'printed', why: null, substituted: ['𠮷'] })]);
});

test('T-02 given twice it is printed once', async () => {
	take('7.1');
	take('7.1');
	expect([printing.length, begun]).toEqual([1, ['7.1']]);
	printing[0]?.ends({ state: 'unsure', why: { state: 'stalled' }, substituted: [] });
	await settle();
	take('7.1');
	expect(printing).toHaveLength(1);
	expect(told).toEqual(told1({ state: 'unsure', why: { state: 'stalled' }, substituted: [] }));
});

test('T-02 what was unsure and comes out later is told once more', async () => {
	take('7.1');
	printing[0]?.ends({ state: 'unsure', why: { state: 'stalled' }, substituted: [] });
	await settle();
	printing[0]?.print.onLate?.();
	expect(told.at(-1)).toEqual(told1({ state: 'printed', why: null, substituted: [] })[0]);
});

test('T-02 a slip that cannot be composed has failed, and is not in work for ever', async () => {
	take('7.1');
	printing[0]?.fails();
	await settle();
	expect([jobs.working(), told]).toEqual([[], told1({ state: 'failed', why: { state: 'error' }, substituted: [] })]);
});

test('T-02 nothing is begun on a printer that is not driven here, nor when the agent leaves', () => {
	const why = { state: 'unreachable', since: 5, reason: 'not driven here' };
	take('7.1', 'printer-2');
	jobs.leave();
	take('8.1');
	expect([begun, printing, jobs.working()]).toEqual([[], [], []]);
	expect(told).toEqual([
		{ kind: 'job', job: '7.1', printer: 'printer-2', result: { state: 'failed', why, substituted: [] } },
		{ kind: 'job', job: '8.1', printer: 'printer-1', result: { state: 'failed', why, substituted: [] } }
	]);
});
