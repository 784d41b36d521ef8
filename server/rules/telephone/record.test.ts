import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PhoneEventKind } from '#db/schema.ts';
import { recordOf, type Heard } from './record.ts';

const LATE_MS = 10_000;
const T0 = Date.UTC(2026, 10, 23, 1);

const heard = (event: PhoneEventKind, seconds: number, staff = ''): Heard => ({
	event,
	at: T0 + seconds * 1000,
	staff,
	line: event === 'ringing' ? 'main' : ''
});

describe('P-01 the record of a call', () => {
	test('answered within ten seconds is in time, after them late', () => {
		const answeredAfter = (seconds: number): number =>
			recordOf([heard('ringing', 0), heard('answered', seconds, '8001')], LATE_MS).late;
		expect([answeredAfter(3), answeredAfter(10), answeredAfter(11)]).toEqual([0, 0, 1]);
	});

	test('holds are counted and measured, the one that goes on by its beginning', () => {
		const events = [heard('ringing', 0), heard('answered', 4, '8001'), heard('held', 10), heard('resumed', 45)];
		expect(recordOf([...events, heard('held', 60)], LATE_MS)).toMatchObject({
			...{ state: 'held', holds: 2, held_ms: 35_000, longest_hold_ms: 35_000, held_since: T0 + 60_000 },
			line: 'main'
		});
		expect(recordOf([...events, heard('held', 60), heard('ended', 70)], LATE_MS)).toMatchObject({
			...{ state: 'ended', held_ms: 45_000, held_since: null, ended_at: T0 + 70_000 },
			staff: '8001'
		});
	});

	test('given up before an answer it is missed; an answer heard of after all makes it talking', () => {
		const missed = [heard('ringing', 0), heard('missed', 20)];
		expect(recordOf(missed, LATE_MS)).toMatchObject({ state: 'missed', answered_at: null, late: 0 });
		expect(recordOf([heard('ringing', 0), heard('ended', 20)], LATE_MS).state).toBe('missed');
		const after = recordOf([...missed, heard('answered', 21, '8001')], LATE_MS);
		expect(after).toMatchObject({ state: 'talking', ended_at: null, staff: '8001', late: 1 });
	});

	test('P-04 who answered stays named when somebody else has the call', () => {
		const events = [heard('ringing', 0), heard('answered', 4, '8001'), heard('transferred', 30, '1001')];
		expect(recordOf(events, LATE_MS)).toMatchObject({ staff: '8001', talker: '1001', transfers: 1 });
	});

	test('P-01 in any order, and told twice, the same things are the same record', () => {
		const kinds = fc.constantFrom<PhoneEventKind>(
			...(['ringing', 'answered', 'held', 'resumed', 'transferred', 'ended', 'missed'] as const)
		);
		const one = fc.record({
			event: kinds,
			at: fc.integer({ min: T0, max: T0 + 20 }),
			staff: fc.constantFrom('', '8001', '1001'),
			line: fc.constantFrom('', 'main', 'second')
		});
		const told = fc
			.array(one, { minLength: 1, maxLength: 12 })
			.chain((events) =>
				fc.tuple(
					fc.constant(events),
					fc.shuffledSubarray([...events, ...events], { minLength: events.length, maxLength: events.length * 2 })
				)
			);
		fc.assert(
			fc.property(told, ([events, again]) => {
				const record = recordOf([...again, ...events], LATE_MS);
				expect(record).toEqual(recordOf(events, LATE_MS));
				expect(['talking', 'held'].includes(record.state) && record.answered_at === null).toBe(false);
				expect(['ended', 'missed'].includes(record.state)).toBe(record.ended_at !== null);
				expect(record.held_ms).toBeGreaterThanOrEqual(record.longest_hold_ms);
				expect(record.state === 'held').toBe(record.held_since !== null);
			})
		);
	});
});
