import { expect, test } from 'vitest';
import { GREETING_MARKS } from '#db/schema.ts';
import { isGreetable, SEEN_OFF_MS } from './greeting.ts';

const leg = { started_at: 1000, ended_at: null };

test.each([
	['waiting', []],
	['called', ['welcomed']],
	['serving', ['welcomed', 'answered', 'seen-off']],
	['parked', []],
	['missed', []]
] as const)('W-02 %s takes %j', (state, marks) => {
	expect(GREETING_MARKS.filter((mark) => isGreetable({ ...leg, state }, mark, 5000))).toEqual(marks);
});

test.each([
	[0, true],
	[SEEN_OFF_MS, true],
	[SEEN_OFF_MS + 1, false]
])('W-02 %i ms after the end the farewell can be marked: %s', (later, can) => {
	const ended = { state: 'ended', started_at: 1000, ended_at: 2000 } as const;
	expect(isGreetable(ended, 'seen-off', 2000 + later)).toBe(can);
	expect(isGreetable(ended, 'answered', 2000 + later)).toBe(false);
	expect(isGreetable({ ...ended, started_at: null }, 'seen-off', 2000 + later)).toBe(false);
});
