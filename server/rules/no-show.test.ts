import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { noShowOf, type CallMade, type NoShowRule } from './no-show.ts';

const S = 1000;
const RULE: NoShowRule = { calls: 3, everyMs: 20 * S, deliveredOnly: true };
const heard = (...seconds: number[]): CallMade[] => seconds.map((at) => ({ at: at * S, delivered: true }));

describe('T-04 a no-show: three calls, twenty seconds apart, each delivered', () => {
	test('the third one has twenty seconds, too', () => {
		expect(noShowOf(heard(0, 20, 40), RULE)).toEqual({ state: 'ripe', from: 60 * S });
	});

	test('a call that follows too soon is a call, and does not count', () => {
		expect(noShowOf(heard(0, 5, 10, 20, 25, 40), RULE)).toEqual({ state: 'ripe', from: 60 * S });
		expect(noShowOf(heard(0, 5, 10), RULE)).toEqual({
			state: 'calls-left',
			calls: 2,
			undelivered: 0,
			nextFrom: 20 * S
		});
	});

	test('a call that reached nobody does not count', () => {
		const silent = { at: 20 * S, delivered: false };
		const [first = silent, third = silent] = heard(0, 40);
		expect(noShowOf([first, silent, third], RULE)).toEqual({
			state: 'calls-left',
			calls: 1,
			undelivered: 1,
			nextFrom: 60 * S
		});
		expect(noShowOf([silent], RULE)).toMatchObject({ calls: 3, undelivered: 1, nextFrom: 20 * S });
	});

	test('where the hall asks for no receipts, every call counts', () => {
		const silent = [0, 20, 40].map((at) => ({ at: at * S, delivered: false }));
		expect(noShowOf(silent, { ...RULE, deliveredOnly: false })).toEqual({ state: 'ripe', from: 60 * S });
	});

	test('who needs help has a minute each time', () => {
		expect(noShowOf(heard(0, 60, 120), { ...RULE, everyMs: 60 * S })).toEqual({ state: 'ripe', from: 180 * S });
	});

	test('nobody is missed sooner than the rule says, however often is called', () => {
		const calls = fc
			.array(fc.record({ at: fc.nat(300).map((s) => s * S), delivered: fc.boolean() }), { maxLength: 12 })
			.map((list) => list.toSorted((a, b) => a.at - b.at));
		fc.assert(
			fc.property(calls, fc.integer({ min: 1, max: 4 }), (list, most) => {
				const stands = noShowOf(list, { ...RULE, calls: most });
				if (stands.state !== 'ripe') return;
				const first = list.find((call) => call.delivered)?.at ?? Number.NaN;
				expect(stands.from - first).toBeGreaterThanOrEqual(most * RULE.everyMs);
				expect(list.filter((call) => call.delivered).length).toBeGreaterThanOrEqual(most);
			})
		);
	});
});
