import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Marks } from './marks.ts';

test('a job is printed when the counter goes on by its mark', () => {
	const marks = new Marks();
	expect(marks.told(7)).toBeUndefined();
	expect(marks.begin('A')).toBe(1);
	expect(marks.told(7)).toBeUndefined();
	expect(marks.told(8)).toBe('A');
	expect(marks.told(9)).toBeUndefined();
});

test('the late mark of a job that broke off is not taken for the next one', () => {
	const marks = new Marks();
	marks.told(3);
	marks.begin('A');
	expect(marks.begin('B')).toBe(2);
	expect(marks.told(4)).toBeUndefined();
	expect(marks.told(5)).toBe('B');
});

test('a printer that was switched off begins at 0, which is no end of a job, wherever the counter stood', () => {
	for (let at = 1; at < 32; at += 1) {
		for (const broken of [0, 1, 2]) {
			const marks = new Marks();
			marks.told(at);
			for (let i = 0; i < broken; i += 1) marks.begin('torn');
			marks.begin('A');
			expect(marks.told(0)).toBeUndefined();
			// Its buffer is empty: what it comes to now is the next job.
			expect(marks.told(marks.begin('B'))).toBe('B');
		}
	}
});

/** A printer that comes to marks in order, loses some jobs whole, and tells its counter now and then. */
test('whatever is lost or late, no job is told to be printed before its own mark was come to', () => {
	const steps = fc.array(fc.record({ lost: fc.boolean(), prints: fc.nat({ max: 5 }), tells: fc.boolean() }), {
		maxLength: 25
	});
	fc.assert(
		fc.property(fc.nat({ max: 31 }), steps, (start, jobs) => {
			const marks = new Marks();
			let counter = start;
			const queue: number[] = [];
			const reached = new Set<number>();
			const come = (): void => {
				const job = queue.shift();
				if (job === undefined) return;
				reached.add(job);
				counter = (counter + 1) % 32;
			};
			marks.told(counter);
			for (const [i, { lost, prints, tells }] of jobs.entries()) {
				const sent = marks.begin(String(i));
				if (!lost) queue.push(...new Array<number>(sent).fill(i));
				for (let n = 0; n < prints; n += 1) come();
				const printed = tells ? marks.told(counter) : undefined;
				if (printed !== undefined) expect(reached.has(Number(printed))).toBe(true);
			}
		})
	);
});
