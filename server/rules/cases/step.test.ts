import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CaseRow } from '#db/schema.ts';
import { clockStep, fallsBackAt } from './clock.ts';
import { NOT_OFFERED, offeredAt, offeredTo } from './hand.ts';
import { WORKERS, type CaseKind } from './kind.ts';
import { MATTER } from './matter.ts';
import type { CasePerson } from './standing.ts';
import type { CaseAction, CaseTime } from './given.ts';
import { allowedActs, beginCase, stepCase } from './step.ts';

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
		remindBefore: [{ workdays: 1 }, { workdays: 0 }],
		escalateAfter: [{ workdays: 0 }, { workdays: 2 }],
		due: {}
	}
};

/** Whatever the guide desk will bring: stages of its own, hours beside days, attempts, a judge, a visitor's word. */
const COMPLAINT: CaseKind = {
	code: 'complaint',
	prefix: 'T',
	first: 'taken',
	impartial: true,
	coded: true,
	roles: WORKERS,
	freezes: true,
	explainsDelay: false,
	stages: {
		taken: {
			due: { term: { workdays: 1 }, from: 'stage', urgent: { hours: 2 } },
			acts: {
				attempt: { to: null, by: ['owner'], text: 'needed' },
				unreachable: { to: null, by: ['owner'], closes: 'unreachable', after: { act: 'attempt', times: 3 } },
				reached: { to: 'working', by: ['owner', 'overseer'] }
			}
		},
		working: {
			due: { term: { workdays: 5 }, from: 'case' },
			acts: {
				answer: { to: 'answered', by: ['owner'], text: 'needed', read: true },
				appeal: { to: 'appealed', by: ['concerned', 'owner'], text: 'needed' },
				'return-order': { to: null, by: ['owner'], closes: 'not-ours' }
			}
		},
		appealed: {
			due: 'kept',
			acts: {
				uphold: { to: null, by: ['judge'], text: 'needed', closes: 'mistaken' },
				reject: { to: 'working', by: ['judge'], text: 'needed' }
			}
		},
		answered: {
			due: null,
			acts: {
				satisfied: { to: null, by: ['visitor', 'owner'], closes: 'satisfied' },
				reopen: { to: 'working', by: ['visitor', 'owner'] }
			}
		}
	}
};

const ROW: CaseRow = {
	hall: 1,
	id: 7,
	kind: 'matter',
	day: '2026-11-23',
	state: 'open',
	stage: '',
	outcome: null,
	owner: '1001',
	first_owner: '1001',
	...NOT_OFFERED,
	desk: null,
	department: null,
	joined_to: null,
	contact: 'none',
	told_at: null,
	told_way: null,
	reopened_at: null,
	concerned: null,
	moved_by: 'staff:1001',
	window: '1',
	ticket: null,
	leg: null,
	item: null,
	about: '',
	urgent: 0,
	given_at: end('2026-11-27'),
	due_at: null,
	next_at: null,
	reminded: 0,
	escalated: 0,
	asked: null,
	extended: 0,
	late: 0,
	explained: 0,
	opened_at: T0,
	staged_at: T0,
	closed_at: null,
	code: null,
	intent: null
};

const clerk = (staff: string): CasePerson => ({ staff, name: `staff:${staff}`, works: true, oversees: false });
const supervisor = (staff: string): CasePerson => ({ ...clerk(staff), oversees: true });
const VISITOR: CasePerson = { staff: null, name: 'visitor', works: false, oversees: false, holdsCode: true };

const act = (name: string, more: { text?: string; days?: number; done?: Record<string, number> } = {}): CaseAction => ({
	type: 'act',
	act: name,
	text: more.text ?? 'words',
	days: more.days ?? null,
	done: more.done ?? {}
});

const matter = (change: Partial<CaseRow> = {}): CaseRow => ({ ...beginCase(MATTER, ROW, TIME), ...change });
const complaint = (change: Partial<CaseRow> = {}): CaseRow =>
	beginCase(COMPLAINT, { ...ROW, kind: 'complaint', given_at: null, ...change }, TIME);

type Asked = [kind: CaseKind, row: CaseRow, person: CasePerson, action: CaseAction, at?: number];

function after(...[kind, row, person, action, at = T0]: Asked): CaseRow {
	const stepped = stepCase(kind, row, { action, person }, { ...TIME, at });
	if (!stepped.ok) throw new Error(`${stepped.refusal} ${stepped.detail ?? ''}`);
	return stepped.row;
}

function refusal(...[kind, row, person, action, at = T0]: Asked): string {
	const before = structuredClone(row);
	const stepped = stepCase(kind, row, { action, person }, { ...TIME, at });
	expect(row).toEqual(before);
	return stepped.ok ? 'not refused' : stepped.refusal;
}

describe('W-07 a matter', () => {
	test('is due on the day that was promised; decided, its result is told within ten working days', () => {
		expect(matter()).toMatchObject({ stage: 'working', due_at: end('2026-11-27') });
		const decided = after(MATTER, matter(), clerk('1001'), act('grant'));
		expect(decided).toMatchObject({ stage: 'granted', state: 'open', due_at: end('2026-12-07') });
		const told = after(MATTER, decided, clerk('1001'), act('tell-by-phone', { text: '' }));
		expect(told).toMatchObject({ state: 'closed', outcome: 'told-by-phone', closed_at: T0, next_at: null });
		expect(allowedActs(MATTER, told, clerk('1001'))).toEqual([]);
		expect(refusal(MATTER, told, clerk('1001'), act('note'))).toBe('case-closed');
	});

	test('is extended once, for at most ten days, by somebody who did not ask for it', () => {
		const asking = after(MATTER, matter(), clerk('1001'), act('ask-extension', { days: 10 }));
		expect(asking).toMatchObject({ stage: 'extending', asked: 10, due_at: end('2026-11-27') });
		expect(refusal(MATTER, asking, clerk('1001'), act('extend'))).toBe('not-your-case');
		expect(refusal(MATTER, asking, supervisor('9001'), act('extend', { days: 11 }))).toBe('too-many-days');
		const longer = after(MATTER, asking, supervisor('9001'), act('extend'));
		const due = end('2026-12-11');
		expect(longer).toMatchObject({ stage: 'working', extended: 10, asked: null, given_at: due, due_at: due });
		expect(refusal(MATTER, longer, clerk('1001'), act('ask-extension', { days: 1 }))).toBe('extended-already');
	});

	test('of a supervisor is not extended by himself', () => {
		const own = matter({ owner: '9001', moved_by: 'staff:9001' });
		const asking = after(MATTER, own, supervisor('9001'), act('ask-extension', { days: 3 }));
		expect(refusal(MATTER, asking, supervisor('9001'), act('extend'))).toBe('not-your-case');
		expect(after(MATTER, asking, supervisor('9002'), act('extend'))).toMatchObject({ extended: 3 });
	});

	test('that is late is closed only after its reason was told', () => {
		const late = end('2026-11-27') + 1;
		const decided = after(MATTER, matter(), clerk('1001'), act('grant'), late);
		expect(decided).toMatchObject({ late: 1, explained: 0 });
		expect(refusal(MATTER, decided, clerk('1001'), act('tell-in-person'), late)).toBe('delay-unexplained');
		const told = after(MATTER, decided, clerk('1001'), act('explain-delay'), late);
		expect(after(MATTER, told, clerk('1001'), act('tell-in-person'), late)).toMatchObject({ state: 'closed', late: 1 });
	});

	test('wants words where its kind says so, and nothing that its stage does not know', () => {
		expect(refusal(MATTER, matter(), clerk('1001'), act('deny', { text: ' ' }))).toBe('text-needed');
		expect(refusal(MATTER, matter(), clerk('1001'), act('ask-extension'))).toBe('days-needed');
		expect(refusal(MATTER, matter(), clerk('1001'), act('tell-in-person'))).toBe('wrong-stage');
		expect(refusal(MATTER, matter(), clerk('1002'), act('grant'))).toBe('not-your-case');
	});
});

describe('W-08 first asked is responsible', () => {
	test('a hand-over changes the owner only when it is accepted; who was asked first stays', () => {
		const offered = after(MATTER, matter(), clerk('1001'), { type: 'offer', to: '1002' });
		expect(offered).toMatchObject({ owner: '1001', offered_to: '1002' });
		expect(refusal(MATTER, offered, clerk('1003'), { type: 'accept' })).toBe('not-offered');
		expect(refusal(MATTER, offered, clerk('1001'), { type: 'offer', to: '1003' })).toBe('offered-already');
		const declined = after(MATTER, offered, clerk('1002'), { type: 'decline' });
		expect(declined).toMatchObject({ owner: '1001', offered_to: null });
		const withdrawn = after(MATTER, offered, clerk('1001'), { type: 'withdraw' });
		expect(withdrawn).toMatchObject({ owner: '1001', offered_to: null });
		const accepted = after(MATTER, offered, clerk('1002'), { type: 'accept' });
		expect(accepted).toMatchObject({ owner: '1002', first_owner: '1001', offered_to: null });
		expect(refusal(MATTER, accepted, clerk('1001'), { type: 'offer', to: '1003' })).toBe('not-your-case');
	});

	test('an offer falls back at the end of the next working day, an urgent one after half an hour', () => {
		const friday = Date.parse('2026-11-27T16:50+08:00');
		const offered = after(MATTER, matter({ due_at: null }), clerk('1001'), { type: 'offer', to: '1002' }, friday);
		expect(fallsBackAt(offered, TIME)).toBe(end('2026-11-30'));
		expect(offered.next_at).toBe(end('2026-11-30') + 1);
		expect(clockStep(MATTER, offered, end('2026-11-30'), TIME)?.act).toBeUndefined();
		expect(clockStep(MATTER, offered, end('2026-11-30') + 1, TIME)).toMatchObject({
			act: 'returned',
			row: { owner: '1001', offered_to: null, offered_at: null }
		});
		expect(fallsBackAt({ ...offered, urgent: 1 }, TIME)).toBe(friday + HOUR / 2);
	});

	test('a supervisor steps in, and hands over for an owner who is not there', () => {
		expect(after(MATTER, matter(), supervisor('9001'), { type: 'take' })).toMatchObject({ owner: '9001' });
		expect(after(MATTER, matter(), supervisor('9001'), { type: 'offer', to: '1002' }).offered_by).toBe('staff:9001');
		expect(refusal(MATTER, matter(), clerk('1002'), { type: 'take' })).toBe('not-allowed');
		expect(refusal(MATTER, matter({ owner: '9001' }), supervisor('9001'), { type: 'take' })).toBe('owns-already');
	});
});

describe('C-05 C-06 what the kinds of the guide desk need', () => {
	const about = { concerned: '1002' };

	test('nobody owns, works on or judges a case about himself, of whatever rank', () => {
		expect(refusal(COMPLAINT, complaint(about), clerk('1001'), { type: 'offer', to: '1002' })).toBe(
			'conflict-of-interest'
		);
		const chief = complaint({ concerned: '9001' });
		expect(refusal(COMPLAINT, chief, supervisor('9001'), { type: 'take' })).toBe('conflict-of-interest');
		expect(refusal(COMPLAINT, chief, supervisor('9001'), act('reached'))).toBe('conflict-of-interest');
	});

	test('but he may appeal, and another person than owner and appellant judges', () => {
		const working = after(COMPLAINT, complaint(about), clerk('1001'), act('reached'));
		const appealed = after(COMPLAINT, working, clerk('1002'), act('appeal'));
		expect(appealed).toMatchObject({ stage: 'appealed', due_at: working.due_at });
		expect(refusal(COMPLAINT, appealed, clerk('1001'), act('uphold'))).toBe('not-your-case');
		expect(after(COMPLAINT, appealed, supervisor('9001'), act('uphold')).outcome).toBe('mistaken');
		expect(after(COMPLAINT, appealed, supervisor('9001'), act('reject')).stage).toBe('working');
	});

	test('an urgent one is due in hours; a later stage counts from the beginning of the case', () => {
		expect(complaint({ urgent: 1 }).due_at).toBe(T0 + 2 * HOUR);
		expect(complaint().due_at).toBe(end('2026-11-24'));
		const working = after(COMPLAINT, complaint(), clerk('1001'), act('reached'), T0 + 24 * HOUR);
		expect(working.due_at).toBe(end('2026-11-30'));
	});

	test('three attempts before "unreachable"', () => {
		const gone = (attempt: number): string =>
			refusal(COMPLAINT, complaint(), clerk('1001'), act('unreachable', { done: { attempt } }));
		expect([gone(0), gone(2), gone(3)]).toEqual(['case-too-early', 'case-too-early', 'not refused']);
	});

	test('a visitor says by the code whether it is settled, and nothing else', () => {
		const working = after(COMPLAINT, complaint(), clerk('1001'), act('reached'));
		const answered = after(COMPLAINT, working, clerk('1001'), act('answer'));
		expect(allowedActs(COMPLAINT, answered, VISITOR).map(([name]) => name)).toEqual(['satisfied', 'reopen']);
		expect(after(COMPLAINT, answered, VISITOR, act('reopen')).stage).toBe('working');
		expect(refusal(COMPLAINT, working, VISITOR, act('answer'))).toBe('not-your-case');
	});

	test("the hall file's due terms replace the kind's", () => {
		const row = { ...ROW, kind: 'complaint', given_at: null };
		const terms = { ...TIME.terms, due: { taken: { hours: 24 } } };
		expect(beginCase(COMPLAINT, row, { ...TIME, terms }).due_at).toBe(T0 + 24 * HOUR);
	});
});

describe('W-07 the clock', () => {
	test('reminds the day before and on the day, then tells higher levels; each once', () => {
		let row = matter();
		const seen: string[] = [];
		for (let at = T0; at < T0 + 14 * 24 * HOUR; at += HOUR) {
			expect(row.next_at !== null && row.next_at <= at).toBe(clockStep(MATTER, row, at, TIME) !== undefined);
			for (let step = clockStep(MATTER, row, at, TIME); step; step = clockStep(MATTER, row, at, TIME)) {
				seen.push(`${step.act} ${new Date(at + 8 * HOUR).toISOString().slice(5, 13)}`);
				({ row } = step);
			}
		}
		expect(seen).toEqual(['reminded 11-26T00', 'reminded 11-27T00', 'escalated 11-28T00', 'escalated 12-02T00']);
		expect(row).toMatchObject({ late: 1, escalated: 2, next_at: null });
	});

	test('what was slept through is done once', () => {
		const step = clockStep(MATTER, matter(), end('2026-12-20'), TIME);
		expect(step).toMatchObject({ act: 'escalated', level: 2 });
		expect(step && clockStep(MATTER, step.row, end('2026-12-20'), TIME)).toBeUndefined();
	});

	test('a stage that begins after its reminders is not reminded of at once', () => {
		const short = complaint();
		expect(short.next_at).toBe(Date.parse('2026-11-24T00:00+08:00'));
	});
});

const guide = { ...clerk('1003'), desk: 'main', department: 'hrss' };
const people = [clerk('1001'), clerk('1002'), guide, supervisor('9001'), supervisor('9002'), VISITOR];
const names = [
	...new Set([MATTER, COMPLAINT].flatMap((kind) => Object.values(kind.stages)).flatMap((s) => Object.keys(s.acts)))
];
const actions = fc.oneof(
	fc.constantFrom(...names).map((name) => act(name, { days: 2 })),
	fc.constantFrom('1001', '1002', '1003', '9001').map((to): CaseAction => ({ type: 'offer', to })),
	fc.constantFrom({ desk: 'main' }, { department: 'hrss' }).map((to): CaseAction => ({ type: 'offer', to })),
	fc.constantFrom<CaseAction>({ type: 'accept' }, { type: 'decline' }, { type: 'withdraw' }, { type: 'take' })
);
const walk = fc.array(fc.record({ who: fc.constantFrom(...people), action: actions, hours: fc.nat(60) }), {
	maxLength: 40
});

test('W-08 on any way a case has an owner, the first one stays, and nothing follows its end', () => {
	fc.assert(
		fc.property(
			fc.constantFrom(MATTER, COMPLAINT),
			fc.constantFrom(null, '1002', '9001'),
			walk,
			(kind, about, steps) => {
				let [row, at] = [kind === MATTER ? matter() : complaint({ concerned: about }), T0];
				for (const { who, action, hours } of steps) {
					at += hours * HOUR;
					const clocked = clockStep(kind, row, at, TIME);
					if (clocked) ({ row } = clocked);
					const was = row;
					const stepped = stepCase(kind, row, { action, person: who }, { ...TIME, at });
					if (stepped.ok) ({ row } = stepped);
					expect(was.state === 'closed' && stepped.ok).toBe(false);
					expect(row.owner).toMatch(/^\d{4}$/);
					expect(row.first_owner).toBe('1001');
					if (kind.impartial) expect(row.owner).not.toBe(row.concerned);
					expect(row.state === 'closed').toBe(row.outcome !== null);
					expect(offeredTo(row) === null).toBe(offeredAt(row) === null);
					expect(row.offered_to === null || row.offered_place_at === null).toBe(true);
					if (row.state === 'closed') expect(row.next_at).toBeNull();
					expect(row.extended).toBeLessThanOrEqual(10);
				}
			}
		)
	);
});
