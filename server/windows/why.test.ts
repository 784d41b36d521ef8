import { expect, test } from 'vitest';
import type { CallRow } from '#db/schema.ts';
import { whySentence } from './why.ts';

const CALL: CallRow = {
	hall: 1,
	id: 9,
	day: '2026-11-23',
	leg: 1,
	ticket: 1,
	number: 'A001',
	zone: 'east',
	window: '1',
	staff: '1001',
	kind: 'next',
	at: 0,
	why: ''
};

function called(candidates: [string, number][], more: Partial<CallRow> = {}): CallRow {
	const rows = candidates.map(([number, headStartMinutes]) => ({ number, headStartMinutes }));
	return { ...CALL, why: JSON.stringify({ rule: 'head-start', candidates: rows }), ...more };
}

test('T-02 the window reads why one was called, and who comes next', () => {
	const ordinary = called([
		['A001', 0],
		['A002', 25],
		['A003', 0]
	]);
	expect(whySentence(ordinary, 25)).toEqual({
		zh: '取号最早；其后 A002、A003',
		en: 'Waited longest; then A002, A003'
	});
	expect(whySentence(called([['A002', 40]]), 25)).toEqual({
		zh: '优先，先行 40 分钟；其后无人等候',
		en: 'Priority, 40 min head start; nobody else waiting'
	});
});

test('T-03 of one that was chosen the window reads the reason', () => {
	const chosen = {
		...CALL,
		kind: 'chosen',
		why: JSON.stringify({ rule: 'head-start', candidates: [], reason: '孕妇' })
	};
	expect(whySentence(chosen as CallRow, 25)).toEqual({ zh: '指定呼叫：孕妇', en: 'Chosen by hand: 孕妇' });
});

test('a recall has no reason of its own', () => {
	expect(whySentence(called([], { kind: 'recall', why: '{}' }), 25)).toBeNull();
	expect(whySentence(called([]), 25)).toBeNull();
});
