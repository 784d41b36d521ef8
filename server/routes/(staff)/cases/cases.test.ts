import { describe, expect, test } from 'vitest';
import type { Answer } from '#display/ask.ts';
import type { CaseLine, CasesView, CaseView } from '#server/views.ts';
import { CaseWork } from './cases.svelte.ts';
import { commandsOf } from './forms.ts';

const LINE: CaseLine = {
	id: 7,
	number: 'S20261125-7',
	kind: 'matter',
	state: 'open',
	stage: 'working',
	outcome: null,
	about: 'A001 参保登记',
	owner: '1001',
	firstOwner: '1001',
	offeredTo: null,
	offeredPlace: null,
	desk: null,
	department: null,
	reopened: false,
	joinedTo: null,
	dueAt: 1,
	dueDay: '2026-11-26',
	daysLeft: 1,
	overdue: false,
	urgent: false,
	late: false
};
const CASE: CaseView = {
	...LINE,
	seq: 5,
	openedAt: 1,
	ticketNumber: 'A001',
	window: '1',
	day: '2026-11-25',
	asked: null,
	extended: 0,
	history: [],
	evidence: [],
	acts: [
		{ act: 'grant', text: 'free', days: null, closes: false, read: true },
		{ act: 'ask-extension', text: 'needed', days: 1, closes: false, read: true }
	],
	hands: ['offer', 'take'],
	candidates: [{ no: '1002', role: 'clerk' }],
	places: [{ place: 'desk', code: 'main', name: { zh: '总导询台', en: 'Main desk' } }],
	visitor: null,
	joined: [],
	can: [],
	person: null,
	complaint: null,
	matter: {
		item: { zh: '参保登记', en: 'Enrolment' },
		acceptedBy: '1001',
		fromDay: '2026-11-25',
		promisedDay: '2026-11-26',
		legalDay: '2026-12-16',
		deemed: false,
		delivery: null
	}
};
const VIEW: CasesView = {
	seq: 5,
	hall: { zh: '小厅', en: 'Small hall' },
	staff: { no: '1001', role: 'clerk', oversees: false, reads: false },
	timeZone: 'Asia/Shanghai',
	list: 'mine',
	cases: [LINE, { ...LINE, id: 8, kind: 'rating' }],
	kind: null,
	kinds: ['matter', 'rating'],
	counts: { mine: 2, offered: 0, overdue: 0, department: null }
};

interface Asked {
	method: string;
	path: string;
	body: unknown;
}

function worked(answers: Record<string, Answer<unknown>> = {}): {
	work: CaseWork;
	asked: Asked[];
	turned: (string | null)[][];
} {
	const asked: Asked[] = [];
	const turned: (string | null)[][] = [];
	const ask = <T>(method: 'GET' | 'POST', path: string, body?: unknown): Promise<Answer<T>> => {
		asked.push({ method, path, body });
		const answer = answers[`${method} ${path}`] ?? { ok: true, value: method === 'GET' ? CASE : null };
		return Promise.resolve(answer as Answer<T>);
	};
	const work = new CaseWork(VIEW, null, { ask, turn: (list, kind) => turned.push([list, kind]) });
	return { work, asked, turned };
}

const key = (work: CaseWork, code: string): boolean => work.press({ code, repeat: false, typing: false });
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const refused = (code: 'wrong-stage' | 'case-unknown' | 'offline'): Answer<never> =>
	({ ok: false, problem: { code } }) as Answer<never>;

describe('W-13 the cases page by keys alone', () => {
	test('a list is turned to by figures, a case is chosen by arrows and opened by Enter', async () => {
		const { work, asked, turned } = worked();
		key(work, 'Digit2');
		expect(key(work, 'Digit4')).toBe(false);
		expect(turned).toEqual([['offered', null]]);
		key(work, 'ArrowDown');
		key(work, 'ArrowDown');
		key(work, 'Enter');
		await settle();
		expect(asked).toEqual([{ method: 'GET', path: '/cases/8', body: undefined }]);
		expect(work.open?.id).toBe(7);
		expect(key(work, 'Escape')).toBe(true);
		expect([work.open, key(work, 'Escape')]).toEqual([null, false]);
	});

	test('an act is a figure, its words are typed, Enter sends them', async () => {
		const { work, asked } = worked();
		await work.show(7);
		key(work, 'Digit2');
		expect(work.form?.command.name).toBe('ask-extension');
		expect(work.filled).toBe(false);
		await work.send();
		work.fill('text', '须实地核查 ');
		work.fill('days', '3');
		await work.send();
		const [, sent] = asked;
		expect(sent).toEqual({
			method: 'POST',
			path: '/cases/7/act',
			body: { act: 'ask-extension', days: 3, text: '须实地核查', override: false }
		});
		expect([work.form, work.told]).toEqual([null, { kind: 'done' }]);
	});

	test('W-09 what a visitor will read is not sent with forbidden wording, unless one insists', async () => {
		const { work, asked } = worked();
		await work.show(7);
		key(work, 'Digit1');
		work.fill('text', '急什么，明天再来。');
		expect(work.filled).toBe(false);
		await work.send();
		expect(asked).toHaveLength(1);
		work.fill('override', true);
		await work.send();
		expect(asked[1]?.body).toMatchObject({ override: true });
	});

	test('K goes through the kinds, which the server chooses by', () => {
		const { work, turned } = worked();
		for (const kind of ['matter', 'rating', null]) {
			key(work, 'KeyK');
			work.receive({ ...work.view, kind });
		}
		expect(turned).toEqual([
			['mine', 'matter'],
			['mine', 'rating'],
			['mine', null]
		]);
	});

	test('G-01 it is handed to a person, a desk or a department; joined and told by their own keys', async () => {
		const followed = { ...CASE, can: ['join', 'tell', 'receipt'] as const };
		const { work, asked } = worked({ 'GET /cases/7': { ok: true, value: followed } });
		await work.show(7);
		for (const [code, field, value] of [
			['KeyD', 'to', '1002'],
			['KeyD', 'to', 'desk:main'],
			['KeyJ', 'main', 'T20261126-9'],
			['KeyN', 'way', 'call']
		] as const) {
			key(work, code);
			work.fill(field, value);
			await work.send();
		}
		key(work, 'KeyQ');
		await settle();
		expect(asked.flatMap(({ method, path, body }) => (method === 'POST' ? [[path, body]] : []))).toEqual([
			['/cases/7/offer', { to: '1002', place: 'staff', text: '' }],
			['/cases/7/offer', { to: 'main', place: 'desk', text: '' }],
			['/cases/7/join', { to: 'T20261126-9' }],
			['/cases/7/told', { way: 'call' }],
			['/cases/7/receipt', {}]
		]);
	});

	test('every command has a key of its own, and asks what the API wants', () => {
		const commands = commandsOf(CASE);
		expect(new Set(commands.map((one) => one.code)).size).toBe(commands.length);
		expect(commands.map((one) => one.id)).toEqual([
			'act:grant',
			'act:ask-extension',
			'hand:offer',
			'hand:take',
			'delivery:add'
		]);
		expect(commandsOf({ ...CASE, matter: null }).some((one) => one.group === 'delivery')).toBe(false);
	});

	test('what was refused says so and keeps what was typed; without an answer nothing is sent again', async () => {
		const { work } = worked({ 'POST /cases/7/act': refused('wrong-stage') });
		await work.show(7);
		key(work, 'Digit1');
		await work.send();
		expect(work.told).toEqual({ kind: 'refused', code: 'wrong-stage' });
		expect(work.form?.command.name).toBe('grant');
		const lost = worked({ 'POST /cases/7/act': refused('offline') });
		await lost.work.show(7);
		key(lost.work, 'Digit1');
		await lost.work.send();
		expect(lost.work.told).toEqual({ kind: 'unconfirmed' });
		expect(lost.asked.filter((one) => one.method === 'POST')).toHaveLength(1);
	});

	test('news that comes while an act is answered is not lost: the case is read once more', async () => {
		const { work, asked } = worked();
		await work.show(7);
		key(work, 'Digit1');
		const sent = work.send();
		await Promise.resolve();
		const reads = (): number => asked.filter((one) => one.path === '/cases/7').length;
		for (; reads() < 2;) await Promise.resolve();
		work.receive({ ...VIEW, seq: 6 });
		await sent;
		expect(reads()).toBe(3);
	});

	test('a case that went to somebody else closes and says so', async () => {
		const { work } = worked({ 'GET /cases/7': refused('case-unknown') });
		await work.show(7);
		expect([work.open, work.told]).toEqual([null, { kind: 'gone' }]);
	});

	test('T-01 what was opened of a person is gone with the case', async () => {
		const delivery = {
			id: 3,
			state: 'asked',
			carrier: null,
			waybill: null,
			askedAt: 1,
			askedBy: '1001',
			person: null
		} as const;
		const matter = CASE.matter && { ...CASE.matter, delivery: { ...delivery, allowed: ['open' as const] } };
		const person = { name: '王小明', phone: '13800001234', address: '某某市' };
		const { work, asked } = worked({
			'GET /cases/7': { ok: true, value: { ...CASE, matter } },
			'POST /deliveries/3/open': { ok: true, value: person }
		});
		await work.show(7);
		key(work, 'KeyP');
		await work.send();
		expect(asked.at(-2)).toMatchObject({ path: '/deliveries/3/open', body: { reason: 'call' } });
		expect(work.person).toEqual(person);
		key(work, 'Escape');
		expect(work.person).toBeNull();
		// Nor does it stand beside another case that was opened before it came.
		await work.show(7);
		key(work, 'KeyP');
		const sent = work.send();
		await Promise.all([work.show(8), sent]);
		expect(work.person).toBeNull();
	});

	test('what is closed while its act is answered stays closed', async () => {
		const { work } = worked();
		await work.show(7);
		key(work, 'Digit1');
		const sent = work.send();
		key(work, 'Escape');
		key(work, 'Escape');
		await sent;
		expect([work.open, work.busy]).toEqual([null, false]);
	});
});
