import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { BroadcastRow } from '#db/schema.ts';
import { answerEnd, askEnd, barsStart, barsText, holdsCalls, type BroadcastStep } from './broadcast.ts';

const ROW: BroadcastRow = {
	...{ hall: 1, id: 7, day: '2026-11-25', code: 'evacuate', drill: 0, calm: 0, zh: '撤离', en: 'Leave' },
	...{ short_zh: '撤离', short_en: 'LEAVE', salt: 's', incident: null, started_by: 'staff:8001', started_at: 0 },
	...{ asked_by: null, asked_at: null, ended_by: null, ended_at: null, how: null, intent: 'i' }
};
const WITHIN = 300_000;
const guide = { name: 'staff:8001', staff: '8001' };
const lead = { name: 'staff:9001', staff: '9001' };
const when = (at: number): { at: number; withinMs: number } => ({ at, withinMs: WITHIN });

function row(step: BroadcastStep): BroadcastRow {
	if (!step.ok) throw new Error(step.refusal);
	return step.row;
}

describe('G-04 an alert is ended by two persons', () => {
	const asked = row(askEnd(ROW, guide, when(1000)));

	test('the first asks, another confirms', () => {
		expect(row(answerEnd(asked, lead, { ...when(2000), keep: false }))).toMatchObject({
			...{ how: 'confirmed', asked_by: 'staff:8001', ended_by: 'staff:9001', ended_at: 2000 }
		});
	});

	test('never the same person, nor a program', () => {
		expect(answerEnd(asked, guide, { ...when(2000), keep: false })).toMatchObject({ refusal: 'same-person' });
		const program = { name: 'key:k1', staff: null };
		expect(answerEnd(asked, program, { ...when(2000), keep: false })).toMatchObject({ refusal: 'broadcast-person' });
		expect(askEnd(ROW, program, when(0))).toMatchObject({ refusal: 'broadcast-person' });
	});

	test('in the last moment of the time, and not after it: then it is asked anew', () => {
		const last = 1000 + WITHIN;
		expect(answerEnd(asked, lead, { ...when(last), keep: false }).ok).toBe(true);
		const late = answerEnd(asked, lead, { ...when(last + 1), keep: false });
		expect(late).toMatchObject({ refusal: 'broadcast-not-asked' });
		expect(row(askEnd(asked, lead, when(last + 1)))).toMatchObject({ asked_by: 'staff:9001', ended_at: null });
	});

	test('nobody confirms what was not asked; who is asked may keep it on', () => {
		expect(answerEnd(ROW, lead, { ...when(0), keep: false })).toMatchObject({ refusal: 'broadcast-not-asked' });
		expect(askEnd(asked, lead, when(2000))).toMatchObject({ refusal: 'broadcast-asked' });
		expect(row(answerEnd(asked, lead, { ...when(2000), keep: true }))).toMatchObject({
			asked_by: null,
			ended_at: null
		});
	});

	test('whatever is pressed in whatever order, one person alone never ends it', () => {
		const press = fc.record({ act: fc.constantFrom('ask', 'confirm', 'keep'), wait: fc.nat(WITHIN * 2) });
		fc.assert(
			fc.property(fc.array(press, { maxLength: 30 }), (presses) => {
				let [now, at] = [ROW, 0];
				for (const { act, wait } of presses) {
					at += wait;
					const step =
						act === 'ask' ? askEnd(now, guide, when(at)) : answerEnd(now, guide, { ...when(at), keep: act === 'keep' });
					if (step.ok) now = step.row;
				}
				expect(now.ended_at).toBeNull();
			})
		);
	});
});

test('an all-clear goes by one key, and holds no calls', () => {
	const calm = { ...ROW, calm: 1 };
	expect(row(askEnd(calm, guide, when(5)))).toMatchObject({ how: 'cleared', ended_by: 'staff:8001' });
	expect([holdsCalls(calm), holdsCalls(ROW), holdsCalls(undefined)]).toEqual([false, true, false]);
});

test('a drill never takes the place of a real one, nor an all-clear that of an alert', () => {
	const drill = { ...ROW, drill: 1 };
	const real = { drill: false, calm: false };
	expect(barsStart(ROW, { drill: true, calm: false })).toBe('broadcast-live');
	expect(barsStart(ROW, { drill: false, calm: true })).toBe('broadcast-live');
	expect(barsStart(drill, { drill: false, calm: true })).toBe('broadcast-live');
	expect([barsStart(ROW, real), barsStart(drill, real), barsStart({ ...ROW, calm: 1 }, real)]).toEqual([
		undefined,
		undefined,
		undefined
	]);
});

test('a free text is short, and English is plain', () => {
	expect(barsText({ zh: '请到二楼', en: '' })).toBeUndefined();
	expect(barsText({ zh: ' ', en: 'x' })).toMatchObject({ refusal: 'text-needed' });
	expect(barsText({ zh: '请'.repeat(61), en: '' })).toMatchObject({ refusal: 'broadcast-long' });
	expect(barsText({ zh: '请', en: 'naïve' })).toEqual({ refusal: 'broadcast-signs', detail: 'ï' });
});
