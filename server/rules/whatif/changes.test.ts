import { expect, test } from 'vitest';
import { rebound, windowsInAll, withHeadStarts, withHours, withWindows } from './changes.ts';
import type { Post, Visit } from './visit.ts';

const MINUTE = 60_000;
const post = (code: string, spans = [{ from: 0, until: 100 }]): Post => ({ code, queues: new Map([['a', 0]]), spans });
const visit = (of: string, window: string | null = null): Visit => {
	const order = { class: of, headStartMs: 0, window };
	const fate = { after: 0, holdMs: 1, patienceMs: null, place: 'held', extraMs: 0 } as const;
	const moves = [{ ...order, after: 1, olderMs: 0 }];
	return { number: of, comes: 0, since: 0, stays: [{ id: 1, queue: 'a', ...order, ...fate, moves }] };
};
const codes = (posts: readonly Post[]): string[] => posts.map((one) => one.code);

test('S-04 other head starts: by class, or for every class of priority', () => {
	const visits = ['ordinary', 'elder', 'service'].map((of) => visit(of));
	const minutes = (of: ReadonlyMap<string, number>): number[] =>
		withHeadStarts(visits, of).map(({ stays: [stay] }) => {
			expect(stay?.moves[0]?.headStartMs).toBe(stay?.headStartMs);
			return (stay?.headStartMs ?? Number.NaN) / MINUTE;
		});
	expect(minutes(new Map([['*', 15]]))).toEqual([0, 15, 15]);
	expect(
		minutes(
			new Map([
				['*', 15],
				['service', 40]
			])
		)
	).toEqual([0, 15, 40]);
	expect(minutes(new Map())).toEqual([0, 0, 0]);
});

test('S-04 other windows: one more like another, or without it', () => {
	const posts = ['1', '2', '3'].map((code) => post(code));
	expect(
		codes(
			withWindows(posts, [
				{ window: '3', by: 2 },
				{ window: '1', by: -1 }
			])
		)
	).toEqual(['2', '3', '3+1', '3+2']);
	expect(() => withWindows(posts, [{ window: '9', by: 1 }])).toThrow(RangeError);
});

test('S-04 so many windows in all: the least used go, the most used are doubled', () => {
	const posts = ['1', '2', '3'].map((code) => post(code));
	const services = new Map([
		['1', 5],
		['2', 9],
		['3', 7]
	]);
	const inAll = (count: number): string[] => codes(withWindows(posts, windowsInAll(posts, count, services)));
	expect(inAll(2)).toEqual(['2', '3']);
	expect(inAll(3)).toEqual(['1', '2', '3']);
	expect(inAll(5)).toEqual(['1', '2', '3', '2+1', '3+1']);
	expect(inAll(9)).toHaveLength(9);
});

test('S-04 other hours for the windows that were open', () => {
	const hours = [{ from: 5, until: 50 }];
	expect(withHours([post('1'), post('2', [])], hours).map((one) => one.spans)).toEqual([hours, []]);
});

test('S-04 whom a window had that is no more goes back to the order', () => {
	const [bound, free] = rebound([visit('elder', '9'), visit('elder', '1')], [post('1')]);
	expect(bound?.stays[0]).toMatchObject({ window: null, place: 'first', moves: [{ window: null }] });
	expect(free?.stays[0]).toMatchObject({ window: '1', place: 'held' });
});
