import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ENGINES } from '#test/db.ts';
import { clerkAt, granted, LONG_HALL, tomorrow } from '#test/fixtures/days.ts';
import { CLERK, KIOSK, SUPERVISOR, testHall, type TestHall } from '#test/hall.ts';
import type { Who } from '../people/who.ts';
import { callNext } from '../tickets/call.ts';
import { settleClaim } from '../tickets/claim.ts';
import { issueTicket } from '../tickets/issue.ts';
import { miss } from '../tickets/miss.ts';
import { finish, park, start } from '../tickets/serve.ts';
import { transfer } from '../tickets/transfer.ts';
import type { DeskTicket, DeskView } from '../views.ts';
import { deskOf, deskTicket, deskView } from './view.ts';

const GUIDE: Who = { role: 'guide', name: 'staff:8001', staff: '8001' };
const AUDITOR: Who = { role: 'auditor', name: 'staff:9201', staff: '9201' };
/** Two desks: the main one for the whole hall, and one for the west zone only. */
const TWO_DESKS = LONG_HALL.replace(
	'zone: east, main: true }\n',
	'zone: east, main: true }\n  - { code: west, name: { zh: 西台, en: West desk }, zone: west }\n'
);

describe.each(ENGINES)('%s: what a guide desk sees', (engine) => {
	let here: TestHall;
	beforeAll(async () => {
		here = await testHall(engine, TWO_DESKS);
	});
	beforeEach(() => tomorrow(here));
	afterAll(() => here.close());

	const desk = async (code = 'main', who = GUIDE): Promise<DeskView> => {
		const view = await deskView(here.hall, who, code);
		if (!view) throw new Error(`no desk ${code}`);
		return view;
	};
	const found = async (number: string, who = GUIDE): Promise<DeskTicket> => {
		const view = await deskTicket(here.hall, who, number);
		if (!view) throw new Error(`no number ${number}`);
		return view;
	};

	test('a guide stands at the own desk, whoever has none looks after the whole hall', async () => {
		expect([deskOf(here.hall, GUIDE), deskOf(here.hall, SUPERVISOR)]).toEqual(['main', '']);
		expect((await desk('main')).queues.map(({ code }) => code)).toEqual(['social', 'homes']);
		expect((await desk('west')).queues.map(({ code }) => code)).toEqual(['homes']);
		expect((await desk('west')).items.map(({ code }) => code)).toEqual(['sale']);
		expect((await desk('', SUPERVISOR)).queues).toHaveLength(2);
		expect(await deskView(here.hall, GUIDE, 'nowhere')).toBeUndefined();
	});

	test('T-04 who is on hold or parked is listed at the desk of the zone, with the time that is left', async () => {
		await here.open('1');
		await here.open('3');
		for (const item of ['enrol', 'enrol', 'sale']) await here.take(item);
		const first = granted(await callNext(here.hall, CLERK, '1')).ticket;
		granted(await park(here.hall, CLERK, first.id, { kind: 'other-step', reason: null }));
		const second = granted(await callNext(here.hall, CLERK, '1')).ticket;
		granted(await miss(here.hall, CLERK, second.id));
		const third = granted(await callNext(here.hall, CLERK, '3')).ticket;
		granted(await park(here.hall, CLERK, third.id, { kind: 'papers-kept', reason: null }));
		const at = here.clock.now();
		expect((await desk()).held).toMatchObject([
			{ number: 'A001', held: { kind: 'other-step', until: at + 60 * 60_000 }, window: { zh: '1号窗口' } },
			{ number: 'A002', held: { kind: 'missed', until: at + 30 * 60_000 } },
			{ number: 'H001', held: { kind: 'papers-kept', until: at + 30 * 60_000 } }
		]);
		expect((await desk('west')).held.map(({ number }) => number)).toEqual(['H001']);
	});

	test('T-05 a claim is listed until somebody has looked', async () => {
		const { ticket } = await here.take('enrol', 'service');
		await here.take('enrol', 'elder');
		expect((await desk()).claims).toMatchObject([{ number: 'A001', priority: { en: 'Military' }, step: 'waiting' }]);
		expect((await desk('west')).claims).toEqual([]);
		granted(await settleClaim(here.hall, GUIDE, ticket.id, { class: 'service', seen: true, reason: null }));
		expect((await desk()).claims).toEqual([]);
	});

	test('a number is found as it is typed, and only one of today', async () => {
		await here.take('enrol');
		expect(await found(' a1 ')).toMatchObject({ number: 'A001', step: 'waiting', ahead: 0, slip: { state: 'queued' } });
		for (const typed of ['A002', 'Z001', 'A', '']) expect(await deskTicket(here.hall, GUIDE, typed)).toBeUndefined();
		await tomorrow(here);
		expect(await deskTicket(here.hall, GUIDE, 'A001')).toBeUndefined();
	});

	test('T-05 what a desk may do follows the step; who stands at a window is the window’s', async () => {
		await here.open('1');
		const { ticket } = await here.take('enrol');
		expect((await found('A001')).allowed).toEqual([...['class', 'transfer', 'reprint', 'cancel', 'void', 'escort']]);
		granted(await callNext(here.hall, CLERK, '1'));
		expect((await found('A001')).allowed).toEqual(['class', 'reprint']);
		granted(await miss(here.hall, CLERK, ticket.id));
		expect((await found('A001')).allowed).toEqual(['return', 'class', 'reprint', 'cancel']);
	});

	test('papers kept at a window are not brought back by the desk; what is over allows nothing', async () => {
		await here.open('1');
		const { ticket } = await here.take('enrol');
		granted(await callNext(here.hall, CLERK, '1'));
		granted(await park(here.hall, CLERK, ticket.id, { kind: 'papers-kept', reason: null }));
		expect((await found('A001')).allowed).not.toContain('return');
		await here.take('enrol');
		const next = granted(await callNext(here.hall, CLERK, '1')).ticket;
		granted(await start(here.hall, CLERK, next.id));
		granted(await finish(here.hall, CLERK, next.id, 'done'));
		expect(await found('A002')).toMatchObject({ state: 'ended', step: 'ended', allowed: [] });
	});

	test('a transferred number is found under its own number, in its new queue', async () => {
		const { ticket } = await here.take('enrol');
		const to = { queue: 'homes', window: null, staff: null, back: false, reason: null };
		granted(await transfer(here.hall, GUIDE, ticket.id, to));
		expect(await found('A001')).toMatchObject({ queue: { code: 'homes' }, zone: { en: 'West' }, ahead: 0 });
	});

	test('an auditor finds and changes nothing; a clerk acts on the own visitors only', async () => {
		await here.open('1');
		await here.take('enrol');
		expect((await found('A001', AUDITOR)).allowed).toEqual([]);
		expect((await found('A001', clerkAt('1'))).allowed).toEqual(['reprint', 'void']);
	});

	test('T-05 a priority that was seen when the number was taken is confirmed from the start', async () => {
		const wish = { item: 'enrol', class: 'service', lang: 'zh-CN', device: null };
		const seen = granted(await issueTicket(here.hall, GUIDE, { ...wish, intent: 'seen-at-the-desk', seen: true }));
		const told = granted(await issueTicket(here.hall, KIOSK, { ...wish, intent: 'told-at-a-kiosk' }));
		expect([seen.ticket.claim, told.ticket.claim]).toEqual(['confirmed', 'open']);
	});
});
