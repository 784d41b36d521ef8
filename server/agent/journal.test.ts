import {
	appendFileSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	renameSync,
	rmdirSync,
	rmSync,
	statSync,
	truncateSync,
	writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import type { AgentEvent } from '../agents/protocol.ts';
import { Journal } from './journal.ts';
import { readRecords, recordLine } from './records.ts';

const folder = mkdtempSync(join(tmpdir(), 'guidedesk-journal-'));
afterAll(() => rmSync(folder, { recursive: true }));

let files = 0;
function newPath(): string {
	files += 1;
	return join(folder, String(files), 'journal');
}
function open(path: string, mostBytes = 1_000_000): Journal {
	return new Journal({ path, now: () => 1000, onTrouble: () => undefined, mostBytes });
}
const key = (n: number): AgentEvent => ({ kind: 'key', line: 'pads', address: 1, key: n });
const ended = (job: string): AgentEvent => ({
	kind: 'job',
	job,
	printer: 'p',
	result: { state: 'printed', why: null, substituted: [] }
});

type Step =
	{ do: 'key'; n: number } | { do: 'begin' | 'end'; job: number } | { do: 'heard'; back: number } | { do: 'again' };
const steps = fc.array(
	fc.oneof(
		fc.record({ do: fc.constant('key' as const), n: fc.nat(99) }),
		fc.record({ do: fc.constantFrom('begin' as const, 'end' as const), job: fc.nat(5) }),
		fc.record({ do: fc.constant('heard' as const), back: fc.nat(3) }),
		fc.record({ do: fc.constant('again' as const) })
	),
	{ maxLength: 40 }
);

describe('the journal of an agent', () => {
	test('cut off at any byte it gives the whole records before the cut, and goes on from there', () => {
		fc.assert(
			fc.property(fc.array(fc.nat(99), { minLength: 1, maxLength: 12 }), fc.nat(), (keys, at) => {
				const path = newPath();
				const first = open(path);
				for (const n of keys) first.event(key(n));
				first.close();
				const whole = readFileSync(path);
				const cut = at % (whole.length + 1);
				truncateSync(path, cut);
				const before = readRecords(whole.subarray(0, cut)).records.filter((one) => one.is === 'event');
				const second = open(path);
				expect(second.unheard().map(({ event }) => event)).toEqual(before.map(({ event }) => event));
				second.event(key(100));
				second.close();
				const third = open(path).unheard();
				expect(third.map(({ event }) => event)).toEqual([...before.map(({ event }) => event), key(100)]);
				expect(new Set(third.map(({ seq }) => seq)).size).toBe(third.length);
			}),
			{ numRuns: 60 }
		);
	});

	test('whatever happens and however often it is opened anew: every event once, in order, until it was heard', () => {
		fc.assert(
			fc.property(steps, fc.constantFrom(300, 1_000_000), (all, mostBytes) => {
				const path = newPath();
				let journal = open(path, mostBytes);
				let expected: number[] = [];
				for (const step of all) {
					expected = expected.concat(take(journal, step));
					if (step.do === 'again') {
						journal.close();
						journal = open(path, mostBytes);
						expect(journal.unheard().every(({ old, event }) => old || event.kind === 'job')).toBe(true);
						expected = journal.unheard().map(({ seq }) => seq);
					}
					if (step.do === 'heard') {
						const seq = expected.at(-1 - step.back) ?? 0;
						journal.heard(seq);
						expected = expected.filter((one) => one > seq);
					}
					const seqs = journal.unheard().map(({ seq }) => seq);
					expect(seqs).toEqual(seqs.toSorted((a, b) => a - b));
					expect(new Set(seqs).size).toBe(seqs.length);
				}
				journal.close();
			}),
			{ numRuns: 60 }
		);
	});

	function take(journal: Journal, step: Step): number[] {
		if (step.do === 'key') journal.event(key(step.n));
		else if (step.do === 'begin') journal.begun(`j${step.job}`, 'p');
		else if (step.do === 'end') journal.event(ended(`j${step.job}`));
		else return [];
		return journal
			.unheard()
			.slice(-1)
			.map(({ seq }) => seq);
	}

	test('a job that had begun is unsure after a new start, once, and its printer is torn; begun twice it is not', () => {
		const path = newPath();
		const first = open(path);
		expect([first.begun('7.1', 'p'), first.begun('7.1', 'p'), first.begun('8.1', 'q')]).toEqual([true, false, true]);
		first.event(ended('8.1'));
		first.close();
		const second = open(path);
		expect([...second.torn]).toEqual(['p']);
		const told = second.unheard().map(({ event }) => event.kind === 'job' && `${event.job} ${event.result.state}`);
		expect(told).toEqual(['8.1 printed', '7.1 unsure']);
		second.close();
		const third = open(path);
		expect([...third.torn]).toEqual([]);
		expect(third.unheard()).toHaveLength(2);
	});

	test('garbage behind the last line is not taken for a record, nor hides the next one', () => {
		const path = newPath();
		const first = open(path);
		first.event(key(1));
		first.close();
		appendFileSync(path, Buffer.concat([Buffer.from('0000 {"is":'), recordLine({ is: 'heard', seq: 99 })]));
		const second = open(path);
		second.event(key(2));
		second.close();
		expect(
			open(path)
				.unheard()
				.map(({ event }) => event)
		).toEqual([key(1), key(2)]);
	});

	test('it stays small however much happens, and remembers what was not heard', () => {
		const path = newPath();
		const journal = open(path, 4000);
		for (let n = 0; n < 300; n += 1) {
			journal.event(key(n));
			if (n > 0) journal.heard(n);
		}
		expect(statSync(path).size).toBeLessThan(6000);
		expect(journal.unheard()).toMatchObject([{ seq: 300 }]);
	});

	test('a disk that takes nothing takes nothing from what is known, and gets it when there is room', () => {
		const troubles: string[] = [];
		const path = newPath();
		const journal = new Journal({ path, now: () => 1, onTrouble: (error) => troubles.push(error ? 'full' : 'room') });
		journal.event(key(1));
		journal.close();
		// Nothing can be written where a folder is.
		renameSync(path, `${path}.kept`);
		mkdirSync(path);
		journal.event(key(2));
		expect(journal.begun('1.1', 'p')).toBe(true);
		expect([journal.sound, troubles, journal.unheard().length]).toEqual([false, ['full'], 2]);
		rmdirSync(path);
		renameSync(`${path}.kept`, path);
		journal.retry();
		expect([journal.sound, troubles]).toEqual([true, ['full', 'room']]);
		journal.close();
		const again = open(path);
		expect([...again.torn]).toEqual(['p']);
		expect(again.unheard().map(({ event }) => event)).toMatchObject([key(1), key(2), { job: '1.1' }]);
	});

	test('numbers that only a full disk has forgotten are not given again: the server has heard them', () => {
		const path = newPath();
		let at = 1000;
		const openAt = (ms: number): Journal => {
			at = ms;
			return new Journal({ path, now: () => at, onTrouble: () => undefined });
		};
		const first = openAt(1000);
		first.event(key(1));
		first.close();
		const kept = readFileSync(path);
		const full = openAt(2000);
		full.event(key(2));
		const heard = full.unheard().at(-1)?.seq ?? 0;
		full.close();
		// All that this run has written is as if the disk had never taken it.
		writeFileSync(path, kept);
		const next = openAt(3000);
		next.event(key(3));
		next.heard(heard);
		expect(next.unheard().map(({ event }) => event)).toContainEqual(key(3));
		next.close();
	});

	test('removed while it is in use it is made anew, and what follows is not lost', () => {
		const path = newPath();
		const journal = open(path);
		journal.event(key(1));
		journal.close();
		rmSync(path);
		journal.event(key(2));
		journal.close();
		expect(
			open(path)
				.unheard()
				.map(({ event }) => event)
		).toEqual([key(2)]);
	});
});
