import { beforeEach, expect, test } from 'vitest';
import type { Answer } from '#display/ask.ts';
import type { CaseView, ComplaintDetail, ComplaintLine, ComplaintsView } from '#server/views.ts';
import { ComplaintWork, nextOf, queryOf } from './complaints.svelte.ts';

const LINE: ComplaintLine = {
	...{ id: 7, number: 'T20261125-7', kind: 'complaint', state: 'open', stage: 'looking', outcome: null },
	...{ about: '态度不好', owner: '9001', firstOwner: '9001', offeredTo: null, offeredPlace: null, desk: null },
	...{ department: null, reopened: false, joinedTo: null, dueAt: 1, dueDay: '2026-11-26', daysLeft: 1 },
	...{ overdue: false, urgent: false, late: false, class: 'conduct', route: 'hall' }
};
const ABOUT: ComplaintDetail = {
	...{ kind: 'complaint', class: 'conduct', against: 'staff', route: 'hall', origin: 'desk', takenBy: 'staff:8001' },
	...{ department: null, staff: '1001', cause: null, notice: null, from: null, became: null },
	...{ sorts: true, petitions: true, exports: true }
};
const CASE: CaseView = {
	...LINE,
	...{ seq: 5, openedAt: 1, ticketNumber: null, window: null, day: '2026-11-25', asked: null, extended: 0 },
	...{ history: [], evidence: [], acts: [], hands: [], candidates: [], places: [], visitor: null, joined: [], can: [] },
	...{ matter: null, person: null, complaint: ABOUT }
};
const ASKED = { kind: null, class: null, route: null, list: 'open', before: null } as const;
const VIEW: ComplaintsView = {
	seq: 5,
	hall: { zh: '小厅', en: 'Small hall' },
	staff: { no: '9001', role: 'supervisor', oversees: true, reads: true },
	timeZone: 'Asia/Shanghai',
	asked: ASKED,
	cases: [LINE, { ...LINE, id: 6 }],
	more: 6,
	digests: true
};

let asked: { path: string; body: unknown }[];
let turned: string[];
let saved: string[];
let refusal: string | null;

function work(open: CaseView | null = null, view: Partial<ComplaintsView> = {}): ComplaintWork {
	return new ComplaintWork({ ...VIEW, ...view }, open, {
		ask: <T>(method: 'GET' | 'POST', path: string, body?: unknown) => {
			if (method === 'POST') asked.push({ path, body });
			const bad = method === 'POST' && refusal !== null;
			const value = method === 'GET' ? CASE : { hash: 'abc', id: 8 };
			const answer = bad ? { ok: false, problem: { code: refusal } } : { ok: true, value };
			return Promise.resolve(answer as Answer<T>);
		},
		turn: (query) => turned.push(query),
		save: (name) => saved.push(name)
	});
}

const tap = (on: ComplaintWork, ...codes: string[]): boolean[] =>
	codes.map((code) => on.press({ code, repeat: false, typing: false }));
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

beforeEach(() => {
	asked = [];
	turned = [];
	saved = [];
	refusal = null;
});

test('C-02 lists and filters are turned to by keys, and stand in the address', () => {
	const all = work();
	tap(all, 'Digit4', 'KeyC', 'KeyR', 'KeyK', 'KeyO', 'Digit1');
	expect(turned).toEqual(['list=closed', 'class=conduct', 'route=hall', 'kind=complaint', 'before=6', '']);
	const guide = work(null, { staff: { ...VIEW.staff, reads: false }, asked: { ...ASKED, class: 'other' } });
	expect(tap(guide, 'Digit5')).toEqual([false]);
	tap(guide, 'KeyC');
	expect(turned.at(-1)).toBe('');
	expect(queryOf({ ...ASKED, list: 'mine', kind: 'unsolved', before: 9 })).toBe('list=mine&kind=unsolved&before=9');
	expect([nextOf(['a', 'b'], null), nextOf(['a', 'b'], 'a'), nextOf(['a', 'b'], 'b')]).toEqual(['a', 'b', null]);
});

test('a row is chosen by arrows and opened by Enter', async () => {
	const all = work();
	tap(all, 'ArrowDown', 'Enter');
	await settle();
	expect(all.one.open?.id).toBe(7);
	expect(tap(all, 'Escape', 'Escape')).toEqual([true, false]);
});

test('C-02 it is sorted anew, and handed on by the server', async () => {
	const one = work(CASE);
	tap(one, 'KeyF');
	expect(one.sheet).toEqual({ kind: 'sort', class: 'conduct', against: 'staff' });
	expect(tap(one, 'KeyE', 'Digit1')).toEqual([false, false]);
	await one.send();
	expect(asked).toEqual([{ path: '/complaints/7/sort', body: { class: 'conduct', against: 'staff' } }]);
	expect(one.sheet).toBeNull();
});

test('W-09 what the visitor reads is not sent with forbidden wording, unless one insists', async () => {
	const one = work(CASE);
	tap(one, 'KeyB');
	one.sheet = { kind: 'petition', text: '急什么，明天再来。', override: false };
	await one.send();
	expect([one.filled, asked]).toEqual([false, []]);
	one.sheet = { kind: 'petition', text: '您反映的是信访事项，已登记。', override: false };
	refusal = 'wrong-stage';
	await one.send();
	expect([one.refused, one.sheet.kind]).toEqual(['wrong-stage', 'petition']);
	tap(one, 'Escape');
	expect(one.sheet).toBeNull();
});

test('why something could not be done is noted; the file is handed to the browser', async () => {
	const one = work({ ...CASE, complaint: { ...ABOUT, kind: 'unsolved', class: null } });
	tap(one, 'KeyF');
	expect(one.sheet).toEqual({ kind: 'cause', cause: 'other' });
	tap(one, 'Escape', 'KeyE');
	await settle();
	expect([one.file, saved]).toEqual(['abc', ['T20261125-7.json']]);
});

test('what nobody may is no key', () => {
	const one = work({ ...CASE, complaint: { ...ABOUT, sorts: false, petitions: false, exports: false } });
	expect(tap(one, 'KeyF', 'KeyB', 'KeyE')).toEqual([false, false, false]);
	expect([one.sheet, asked]).toEqual([null, []]);
});

test('C-02 what was begun with one complaint is not sent to the next', async () => {
	const one = work(CASE);
	one.begin('petition');
	one.file = 'abc';
	one.show(6);
	await settle();
	expect([one.sheet, one.file]).toEqual([null, null]);
	await one.send();
	expect(asked).toEqual([]);
});
