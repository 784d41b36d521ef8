import fc from 'fast-check';
import { expect, test } from 'vitest';
import { timeCovered, timeInStates, type Span } from './window-time.ts';

const span = (window: string, state: Span['state'], from_at: number, to_at: number | null): Span => ({
	window,
	state,
	from_at,
	to_at
});

test('W-01 the time in each state is counted within the range, and up to now for what lasts', () => {
	const spans = [span('1', 'open', 0, 100), span('1', 'wrap-up', 100, 110), span('1', 'open', 110, null)];
	expect(timeInStates(spans, { from: 50, until: 1000, now: 160 })).toEqual({
		open: 100,
		'wrap-up': 10,
		paused: 0,
		closed: 0
	});
	expect(timeInStates(spans, { from: 50, until: 120, now: 160 }).open).toBe(60);
});

test('AB岗: time with both there counts once, time with neither not at all', () => {
	const spans = [
		span('1', 'open', 0, 50),
		span('2', 'open', 40, 80),
		span('1', 'paused', 50, 100),
		span('2', 'closed', 80, null)
	];
	expect(timeCovered(spans, [{ from: 0, until: 100 }], 100)).toBe(80);
	expect(
		timeCovered(
			spans,
			[
				{ from: 10, until: 20 },
				{ from: 70, until: 100 }
			],
			100
		)
	).toBe(20);
});

test('cover is what a count of every moment says', () => {
	const moments = fc.tuple(fc.nat(50), fc.nat(50)).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);
	fc.assert(
		fc.property(fc.array(moments), moments, (open, [from, until]) => {
			const spans = open.map(([a, b], i) => span(String(i % 2), 'open', a, b));
			let counted = 0;
			for (let at = from; at < until; at += 1) if (open.some(([a, b]) => a <= at && at < b)) counted += 1;
			expect(timeCovered(spans, [{ from, until }], 60)).toBe(counted);
		})
	);
});
