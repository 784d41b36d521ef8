import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CaseRow } from '#db/schema.ts';
import { CASE } from '#test/fixtures/rows.ts';
import { clockStep, fallsBackAt } from './clock.ts';
import type { CaseAction, CaseTime } from './given.ts';
import { NOT_OFFERED, offeredTo } from './hand.ts';
import { WORKERS, type CaseKind } from './kind.ts';
import { CASE_KINDS } from './kinds.ts';
import type { CasePerson } from './standing.ts';
import { allowedActs, beginCase, stepCase } from './step.ts';
import { answerBy } from './told.ts';

const T0 = Date.parse('2026-11-23T09:00+08:00');
const HOUR = 3_600_000;
const end = (day: string): number => Date.parse(`${day}T24:00+08:00`) - 1;

const TIME: CaseTime = {
	at: T0,
	calendar: {
		timeZone: 'Asia/Shanghai',
		week: new Set(['monday', 'tuesday', 'wednesday', 'thursday', 'friday']),
		holidays: new Set(),
		makeUps: new Set()
	},
	terms: {
		acceptWithin: { workdays: 1 },
		acceptUrgentWithin: { minutes: 30 },
		remindBefore: [{ workdays: 0 }],
		escalateAfter: [{ workdays: 0 }, { workdays: 2 }],
		due: {}
	}
};

/** A question as a visitor follows it: answered, told, objected to or not. */
const KIND: CaseKind = {
	code: 'followed',
	prefix: 'F',
	first: 'working',
	impartial: false,
	coded: true,
	roles: WORKERS,
	liaison: true,
	freezes: false,
	explainsDelay: false,
	stages: {
		working: {
			due: { term: { workdays: 3 }, from: 'case' },
			acts: {
				answer: { to: 'answered', by: ['owner', 'department'], text: 'needed', read: true },
				'add-word': { to: null, by: ['visitor'], text: 'needed' },
				withdraw: { to: null, by: ['visitor'], closes: 'withdrawn' }
			}
		},
		answered: {
			due: { term: { days: 7 }, from: 'stage' },
			lapses: 'accepted',
			acts: {
				accepted: { to: null, by: ['system'], closes: 'answered' },
				satisfied: { to: null, by: ['visitor'], closes: 'satisfied' },
				'not-satisfied': { to: 'working', by: ['visitor'], text: 'needed', reopens: true },
				called: { to: null, by: ['owner'], tells: 'call' }
			}
		}
	}
};
const EXPLAINING: CaseKind = { ...KIND, explainsDelay: true };

const OWNER: CasePerson = { staff: '1001', name: 'staff:1001', works: true, oversees: false };
const GUIDE: CasePerson = { ...OWNER, staff: '8002', name: 'staff:8002', desk: 'property', department: null };
const LIAISON: CasePerson = { ...OWNER, staff: '7001', name: 'staff:7001', desk: null, department: 'hrss' };
const CHIEF: CasePerson = { ...OWNER, staff: '9001', name: 'staff:9001', oversees: true };
const VISITOR: CasePerson = { staff: null, name: 'visitor', works: false, oversees: false, holdsCode: true };

const act = (name: string): CaseAction => ({ type: 'act', act: name, text: 'words', days: null, done: {} });
const begin = (change: Partial<CaseRow> = {}, kind = KIND): CaseRow => {
	const times = { due_at: null, opened_at: T0, staged_at: T0 };
	return beginCase(kind, { ...CASE, kind: kind.code, ...times, ...change }, TIME);
};

type Asked = [row: CaseRow, person: CasePerson, action: CaseAction, at?: number];
const step = (...[row, person, action, at = T0]: Asked): ReturnType<typeof stepCase> =>
	stepCase(KIND, row, { action, person }, { ...TIME, at });

function after(...asked: Asked): CaseRow {
	const stepped = step(...asked);
	if (!stepped.ok) throw new Error(`${stepped.refusal} ${stepped.detail ?? ''}`);
	return stepped.row;
}

function refusal(...asked: Asked): string {
	const stepped = step(...asked);
	return stepped.ok ? 'not refused' : stepped.refusal;
}

describe('G-01 a case handed to a desk or a department', () => {
	test('is owned by whoever of it accepts first, and is with that place then', () => {
		const offered = after(begin(), OWNER, { type: 'offer', to: { desk: 'property' } });
		expect([offered.owner, offeredTo(offered)]).toEqual(['1001', { desk: 'property' }]);
		expect(refusal(offered, LIAISON, { type: 'accept' })).toBe('not-offered');
		expect(refusal(offered, OWNER, { type: 'offer', to: '8002' })).toBe('offered-already');
		const accepted = after(offered, GUIDE, { type: 'accept' });
		expect(accepted).toMatchObject({ ...NOT_OFFERED, owner: '8002', first_owner: '1001', desk: 'property' });
		expect(refusal(accepted, { ...GUIDE, staff: '8003' }, { type: 'accept' })).toBe('not-offered');
		const on = after(accepted, GUIDE, { type: 'offer', to: { department: 'hrss' } });
		expect(after(on, LIAISON, { type: 'accept' })).toMatchObject({
			owner: '7001',
			department: 'hrss',
			desk: 'property'
		});
		expect(after(on, LIAISON, { type: 'decline' })).toMatchObject({ ...NOT_OFFERED, owner: '8002' });
		expect(after(on, GUIDE, { type: 'withdraw' })).toMatchObject({ ...NOT_OFFERED, owner: '8002' });
	});

	test('its owner, of the same desk, does not accept it back', () => {
		const own = begin({ owner: '8002', desk: 'main' });
		const offered = after(own, GUIDE, { type: 'offer', to: { desk: 'property' } });
		expect(refusal(offered, GUIDE, { type: 'accept' })).toBe('not-offered');
	});

	test('falls back after the time of every hand-over', () => {
		const offered = after(begin(), OWNER, { type: 'offer', to: { desk: 'property' } });
		expect(fallsBackAt(offered, TIME)).toBe(end('2026-11-24'));
		expect(clockStep(KIND, offered, end('2026-11-24'), TIME)?.act).not.toBe('returned');
		const back = clockStep(KIND, offered, end('2026-11-24') + 1, TIME);
		expect(back).toMatchObject({ act: 'returned', row: { ...NOT_OFFERED, owner: '1001' } });
	});

	test('Q-04 whoever is of its department acts where the kind says so', () => {
		expect(refusal(begin(), LIAISON, act('answer'))).toBe('not-your-case');
		expect(after(begin({ department: 'hrss' }), LIAISON, act('answer'))).toMatchObject({ stage: 'answered' });
		expect(refusal(begin({ department: 'tax' }), LIAISON, act('answer'))).toBe('not-your-case');
	});
});

describe('C-07 answered, and then', () => {
	const answered = after(begin(), OWNER, act('answer'), T0 + HOUR);

	test('lapses by itself in the moment after its time, late or not, without a reminder', () => {
		const due = end('2026-11-30');
		expect(answered).toMatchObject({ due_at: due, next_at: due + 1, late: 0, told_at: null });
		expect(clockStep(KIND, answered, due, TIME)).toBeUndefined();
		const lapsed = clockStep(KIND, answered, due + 5 * 24 * HOUR, TIME);
		expect(lapsed).toMatchObject({ act: 'lapsed', name: 'accepted' });
		expect(lapsed?.row).toMatchObject({ state: 'closed', outcome: 'answered', late: 0, next_at: null });
	});

	test('one that may not lapse, because a delay is unexplained, calls for somebody instead', () => {
		const late = { ...answered, late: 1 };
		const due = end('2026-11-30');
		expect(clockStep(EXPLAINING, late, due + 1, TIME)).toMatchObject({ act: 'escalated', level: 1 });
		let row = late;
		for (let stepped = clockStep(EXPLAINING, row, due + 1, TIME); stepped;) {
			({ row } = stepped);
			stepped = clockStep(EXPLAINING, row, due + 1, TIME);
		}
		expect(row.next_at).toBeGreaterThan(due + 1);
	});

	test('not satisfied, it begins again with its whole time, and nobody counts as told', () => {
		const told = after(answered, OWNER, act('called'), T0 + 2 * HOUR);
		expect(told).toMatchObject({ told_at: T0 + 2 * HOUR, told_way: 'call' });
		const at = Date.parse('2026-11-27T10:00+08:00');
		const again = after(told, VISITOR, act('not-satisfied'), at);
		expect(again).toMatchObject({ stage: 'working', reopened_at: at, told_at: null, told_way: null, late: 0 });
		expect(again.due_at).toBe(end('2026-12-02'));
		expect(after(again, OWNER, act('answer'), at).state).toBe('open');
	});

	test('K-10 the day that is told is the one given, or that of the stage where it is later; none at the end', () => {
		expect(answerBy(begin({ given_at: end('2026-12-01') }))).toBe(end('2026-12-01'));
		expect(answerBy(begin({ given_at: end('2026-11-24') }))).toBe(end('2026-11-26'));
		expect(answerBy(begin({ given_at: null }))).toBe(end('2026-11-26'));
		expect(answerBy(after(begin(), VISITOR, act('withdraw')))).toBeNull();
	});

	test('a visitor may what the kind says, and nothing that is for staff', () => {
		expect(allowedActs(KIND, begin(), VISITOR).map(([name]) => name)).toEqual(['add-word', 'withdraw']);
		expect(refusal(answered, VISITOR, act('called'))).toBe('not-your-case');
		expect(refusal(answered, OWNER, act('accepted'))).toBe('not-your-case');
	});
});

describe('C-05 two cases of one matter', () => {
	const main = begin({ id: 2 });

	test('one ends and leads to the other', () => {
		const joined = after(begin(), OWNER, { type: 'join', to: main });
		expect(joined).toMatchObject({ state: 'closed', outcome: 'joined', joined_to: 2, next_at: null });
		expect(refusal(begin(), GUIDE, { type: 'join', to: main })).toBe('not-your-case');
		expect(after(begin(), CHIEF, { type: 'join', to: main }).joined_to).toBe(2);
	});

	test('on any way of joining, every case leads to one that is not joined', () => {
		const ways = fc.array(fc.tuple(fc.nat(5), fc.nat(5)), { maxLength: 20 });
		fc.assert(
			fc.property(ways, (pairs) => {
				const rows = Array.from({ length: 6 }, (_, id) => begin({ id }));
				for (const [from, to] of pairs) {
					const [one, other] = [rows[from], rows[to]];
					if (!one || !other) continue;
					const stepped = step(one, CHIEF, { type: 'join', to: other });
					if (stepped.ok) rows[from] = stepped.row;
				}
				for (const row of rows) {
					const passed = new Set<number>();
					let here: CaseRow | undefined = row;
					while (here?.joined_to != null) {
						expect(passed.has(here.id)).toBe(false);
						passed.add(here.id);
						here = rows[here.joined_to];
					}
					expect(here?.outcome).not.toBe('joined');
				}
			})
		);
	});
});

describe.each(CASE_KINDS.map((kind) => [kind.code, kind] as const))('the kind %s', (_, kind) => {
	const stages = Object.entries(kind.stages);

	test('can be explained where it lapses to its end, if a delay has to be: else it would stay open for good', () => {
		const ending = stages.filter(([, { lapses, acts }]) => acts[lapses ?? '']?.closes !== undefined);
		const mute = ending.filter(([, { acts }]) => !Object.values(acts).some(({ explains }) => explains));
		expect(kind.explainsDelay ? mute : []).toEqual([]);
	});

	test('lapses only by an act that the clock can do, and begins again only where time is counted anew', () => {
		for (const [, { lapses, due, acts }] of stages) {
			if (lapses === undefined) continue;
			expect(acts[lapses]).toMatchObject({ by: expect.arrayContaining(['system']) as unknown });
			expect([acts[lapses]?.text === 'needed', acts[lapses]?.after, due === null]).toEqual([false, undefined, false]);
		}
		const reopening = stages.flatMap(([, { acts }]) => Object.values(acts).filter(({ reopens }) => reopens));
		for (const { to } of reopening) expect(typeof kind.stages[to ?? '']?.due).toBe('object');
	});

	test('knows every stage that its acts lead to, and has somebody to own it', () => {
		for (const [, { acts }] of stages) {
			for (const { to } of Object.values(acts)) expect(to === null || to in kind.stages).toBe(true);
		}
		expect(kind.first in kind.stages).toBe(true);
		expect(kind.roles.some((role) => WORKERS.includes(role))).toBe(true);
	});
});
