import { expect, test } from 'vitest';
import type { LeaseView } from '#server/views.ts';
import { give, granted, offerOf, reported, reportOf, type Kept } from './lease.ts';

const number = (n: number): LeaseView['numbers'][number] => {
	const text = `A00${String(n)}`;
	return { queue: 'social', n, number: text, token: `token-${text}`, link: `http://hall/t/token-${text}` };
};
const LEASE: LeaseView = {
	...{ id: 7, device: 'kiosk-1', day: '2026-11-26', grantedAt: 0, until: 1000, numbers: [number(1), number(2)] },
	open: { social: [{ from: 100, until: 500 }] }
};
const EMPTY: Kept = { holder: 'browser-1', lease: null, used: [] };
const KEPT = granted(EMPTY, LEASE);
const ask = (now: number): Parameters<typeof give>[1] => ({
	...{ item: { code: 'enrol', queue: 'social' }, class: 'elder', lang: 'zh-CN', intent: null, now }
});

test('T-01 numbers are given in their order, each once, and what was given is told', () => {
	const first = give(KEPT, ask(200));
	const second = first && give(first.kept, ask(300));
	expect([first?.given.number, second?.given.number]).toEqual(['A001', 'A002']);
	expect(second && give(second.kept, ask(301))).toBeNull();
	expect(second && offerOf(second.kept, 'social', 301)).toBe('used-up');
	expect(second && reportOf(second.kept, 301)).toEqual({
		lease: 7,
		body: {
			holder: 'browser-1',
			ended: true,
			used: [
				{ token: 'token-A001', item: 'enrol', class: 'elder', at: 200, lang: 'zh-CN', intent: null },
				{ token: 'token-A002', item: 'enrol', class: 'elder', at: 300, lang: 'zh-CN', intent: null }
			]
		}
	});
});

test('K-09 none outside the hours of the queue, after the end of the block, or of a queue that is not in it', () => {
	expect(offerOf(KEPT, 'social', 99)).toBe('shut');
	expect(offerOf(KEPT, 'social', 500)).toBe('shut');
	expect(offerOf(KEPT, 'social', 1000)).toBe('none');
	expect(offerOf(KEPT, 'homes', 200)).toBe('none');
	expect(offerOf(EMPTY, 'social', 200)).toBe('none');
});

test('T-01 the same block granted again gives back no number that was given', () => {
	const { kept } = give(KEPT, ask(200)) ?? { kept: EMPTY };
	expect(granted(kept, LEASE)).toBe(kept);
	expect(offerOf(granted(kept, LEASE), 'social', 201)).toMatchObject({ number: 'A002' });
});

test('T-01 what the server has is told no more; a block that is over is let go when all of it was told', () => {
	const { kept } = give(KEPT, ask(200)) ?? { kept: EMPTY };
	expect(reportOf(KEPT, 200)).toBeNull();
	const told = reported(kept, { ended: false, numbers: [{ number: 'A001', outcome: 'ticket' }] });
	expect(told).toMatchObject({ used: [], lease: { id: 7 } });
	expect(reportOf(told, 1000)).toMatchObject({ body: { used: [], ended: true } });
	expect(reported(told, { ended: true, numbers: [] }).lease).toBeNull();
	// A number that was given while the report was on its way is told with the next one; none is given any more.
	const over = reported(kept, { ended: true, numbers: [] });
	expect([over.lease?.id, over.used.length, offerOf(over, 'social', 201)]).toEqual([7, 1, 'used-up']);
});
