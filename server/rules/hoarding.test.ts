import { expect, test } from 'vitest';
import type { TicketState } from '#db/schema.ts';
import { wastedRun } from './hoarding.ts';

const taken = (minute: number, state: TicketState): { takenAt: number; state: TicketState } => ({
	takenAt: minute * 60_000,
	state
});

test('T-03 wasted numbers taken one shortly after the other are a sign; spread over the day, or used, they are none', () => {
	const run = [taken(0, 'cancelled'), taken(5, 'missed'), taken(6, 'ended'), taken(12, 'expired')];
	expect(wastedRun(run, 3, 10)).toEqual([run[0], run[1], run[3]]);
	expect(wastedRun(run, 4, 10)).toEqual([]);
	expect(wastedRun([taken(0, 'cancelled'), taken(20, 'missed'), taken(40, 'cancelled')], 2, 10)).toEqual([]);
	expect(wastedRun([taken(0, 'live'), taken(1, 'ended'), taken(2, 'live')], 1, 10)).toEqual([]);
});

test('T-03 the longest run is told', () => {
	const day = [0, 1, 60, 61, 62, 200].map((minute) => taken(minute, 'missed'));
	expect(wastedRun(day, 2, 5).map((one) => one.takenAt / 60_000)).toEqual([60, 61, 62]);
});
