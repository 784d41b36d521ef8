import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inOrder, whyFirst, type Candidate, type Why } from './discipline.ts';
import { Replay, type OrderBody, type OrderLine, type Serves } from './replay.ts';

const SERVES: Serves = { '1': { social: 0, homes: 10 }, '2': { homes: 0 } };
const MINUTE = 60_000;

/** Lines as they would stand in a ledger, numbered by themselves. */
class Book {
	readonly lines: OrderLine[] = [];

	add(act: string, window: string | null, body: OrderBody, ticket: number | null = null): number {
		const seq = this.lines.length + 1;
		this.lines.push({ seq, at: seq * 1000, act, ticket, window, body });
		return seq;
	}

	apply(serves: Serves): number {
		return this.add('hall.applied', null, { serves }) * 1000;
	}

	take(queue: string, rankAt: number, bound: { window?: string; staff?: string } = {}): number {
		const place = { queue, rankAt, headStartMs: 0, forWindow: bound.window ?? null, forStaff: bound.staff ?? null };
		return this.add('ticket.issued', null, { number: `N${String(this.lines.length + 1)}`, waits: place });
	}

	call(leg: number, window: string, { setup, why }: { setup: number; why: Why }): number {
		const body = { number: `N${String(leg)}`, kind: 'next', setup, why, before: { id: leg, state: 'waiting' } };
		return this.add('ticket.called', window, body, leg);
	}

	/** What a fresh reader says of it. */
	read(): { said: string[]; judged: number; unjudged: number } {
		const replay = new Replay();
		const said = this.lines.flatMap((line) => {
			const found = replay.take(line);
			return found ? [`${found.called} instead of ${String(found.due)}${found.sameNumber ? ', why' : ''}`] : [];
		});
		return { said, judged: replay.judged, unjudged: replay.unjudged };
	}
}

const candidate = (id: number, queue: string, rankAt: number): Candidate => ({
	id,
	ticket: id,
	number: `N${String(id)}`,
	queue,
	rankAt,
	since: rankAt,
	headStartMs: 0
});

/** The reason that belongs to these, by the rule. */
function why(window: string, candidates: Candidate[], serves = SERVES): Why {
	const preference = new Map(Object.entries(serves[window] ?? {}));
	return whyFirst(inOrder(candidates, preference), preference);
}

describe('T-03 the order is recomputed from the lines alone', () => {
	test('a call by the rule says nothing, one out of it names whose turn it was', () => {
		const book = new Book();
		const setup = book.apply(SERVES);
		const a = book.take('social', 5 * MINUTE);
		const b = book.take('homes', 14 * MINUTE);
		const both = [candidate(a, 'social', 5 * MINUTE), candidate(b, 'homes', 14 * MINUTE)];
		book.call(b, '1', { setup, why: why('1', both) });
		expect(book.read()).toEqual({ said: [], judged: 1, unjudged: 0 });
		book.lines.pop();
		book.call(a, '1', { setup, why: why('1', both) });
		expect(book.read().said).toEqual([`N${String(a)} instead of N${String(b)}`]);
	});

	test('a stored reason that is not the one the rule gives is noticed, to the minute', () => {
		const book = new Book();
		const setup = book.apply(SERVES);
		const a = book.take('social', 5 * MINUTE);
		const reason = why('1', [candidate(a, 'social', 5 * MINUTE)]);
		const [first] = reason.candidates;
		for (const wrong of [{ preferenceMinutes: 1 }, { rankAt: 1 }, { number: 'N9' }]) {
			book.call(a, '1', { setup, why: { ...reason, candidates: first ? [{ ...first, ...wrong }] : [] } });
			expect(book.read().said).toEqual([`N${String(a)} instead of N${String(a)}, why`]);
			book.lines.pop();
		}
		book.call(a, '1', { setup, why: { ...reason, candidates: [] } });
		expect(book.read().said).toHaveLength(1);
	});

	test('who waits only for one window, or one person, is called by no other', () => {
		const book = new Book();
		const setup = book.apply(SERVES);
		book.add('window.opened', '1', { staff: '1001' });
		book.take('homes', MINUTE, { window: '2' });
		book.take('homes', MINUTE, { staff: '1002' });
		const mine = book.take('homes', 3 * MINUTE, { staff: '1001' });
		book.call(mine, '1', { setup, why: why('1', [candidate(mine, 'homes', 3 * MINUTE)]) });
		expect(book.read()).toMatchObject({ said: [], judged: 1 });
		book.add('window.opened', '1', { staff: '1002' });
		book.lines.splice(-2, 1);
		book.call(mine, '1', { setup, why: why('1', [candidate(mine, 'homes', 3 * MINUTE)]) });
		expect(book.read().said).toEqual([`N${String(mine)} instead of N${String(mine - 1)}`]);
	});

	test('a call goes by the hall file that its server had read, also just after a new one', () => {
		const book = new Book();
		const old = book.apply(SERVES);
		const a = book.take('social', MINUTE);
		const b = book.take('homes', 5 * MINUTE);
		const waiting = [candidate(a, 'social', MINUTE), candidate(b, 'homes', 5 * MINUTE)];
		const next = book.apply({ '1': { social: 0 } });
		book.call(b, '1', { setup: old, why: why('1', waiting) });
		expect(book.read().said).toEqual([]);
		book.call(a, '1', { setup: next, why: why('1', waiting.slice(0, 1), { '1': { social: 0 } }) });
		expect(book.read()).toEqual({ said: [], judged: 2, unjudged: 0 });
	});

	test('somebody who is sent on waits elsewhere; taken back, where they were', () => {
		const book = new Book();
		const setup = book.apply(SERVES);
		const a = book.take('social', MINUTE);
		const place = { rankAt: MINUTE, headStartMs: 0, forWindow: null, forStaff: null };
		const moved = book.add(
			'ticket.transferred',
			null,
			{ number: 'N2', before: { id: a, state: 'waiting' }, waits: { ...place, queue: 'homes' } },
			a
		);
		book.call(moved, '2', { setup, why: why('2', [{ ...candidate(moved, 'homes', MINUTE), number: 'N2' }]) });
		expect(book.read().said).toEqual([]);
		book.lines.pop();
		const back = { leg: a, ...place, queue: 'social' };
		book.add('ticket.undone', null, { number: 'N2', before: { id: moved, state: 'waiting' }, waits: back }, a);
		book.call(a, '1', { setup, why: why('1', [candidate(a, 'social', MINUTE)]) });
		expect(book.read()).toMatchObject({ said: [], judged: 1 });
	});

	test('what lines of an earlier version do not tell is not judged, until a day begins with nobody waiting', () => {
		const book = new Book();
		const setup = book.apply(SERVES);
		book.add('ticket.issued', null, { number: 'N2' });
		const a = book.take('social', MINUTE);
		const call = (): number => book.call(a, '1', { setup, why: why('1', [candidate(a, 'social', MINUTE)]) });
		call();
		expect(book.read()).toEqual({ said: [], judged: 0, unjudged: 1 });
		book.lines.pop();
		book.add('day.closed', null, {});
		call();
		expect(book.read()).toEqual({ said: [], judged: 1, unjudged: 0 });
		book.lines.shift();
		expect(book.read()).toMatchObject({ judged: 0, unjudged: 1 });
	});

	test('whatever comes and is called by the rule is found right; the second instead of the first never is', () => {
		const moments = fc.array(
			fc.oneof(
				{ weight: 3, arbitrary: fc.record({ take: fc.constantFrom('social', 'homes'), rank: fc.nat(30) }) },
				{ weight: 2, arbitrary: fc.record({ call: fc.constantFrom('1', '2') }) }
			),
			{ maxLength: 60 }
		);
		fc.assert(
			fc.property(moments, fc.nat(), (acts, wrong) => {
				const { book, choices } = dayOf(acts);
				expect(book.read().said).toEqual([]);
				const at = choices[wrong % Math.max(1, choices.length)];
				const line = at === undefined ? undefined : book.lines[at];
				const [, second] = line?.body.why?.candidates ?? [];
				if (!line?.body.before || !second) return;
				line.body.before.id = Number(second.number.slice(1));
				expect(book.read().said.length).toBeGreaterThan(0);
			})
		);
	});
});

type Happens = { take: string; rank: number } | { call: string };

/** A day by the rule, and the lines at which the rule had a choice. */
function dayOf(acts: readonly Happens[]): { book: Book; choices: number[] } {
	const book = new Book();
	const setup = book.apply(SERVES);
	const choices: number[] = [];
	let waiting: Candidate[] = [];
	for (const act of acts) {
		if ('take' in act) {
			waiting.push(candidate(book.take(act.take, act.rank * MINUTE), act.take, act.rank * MINUTE));
			continue;
		}
		const preference = new Map(Object.entries(SERVES[act.call] ?? {}));
		const able = inOrder(
			waiting.filter(({ queue }) => preference.has(queue)),
			preference
		);
		const [due, other] = able;
		if (!due) continue;
		if (other) choices.push(book.lines.length);
		book.call(due.id, act.call, { setup, why: whyFirst(able, preference) });
		waiting = waiting.filter((one) => one !== due);
	}
	return { book, choices };
}
