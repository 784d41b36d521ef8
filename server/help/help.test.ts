import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { getCase, historyOfCase } from '#db/cases.ts';
import type { HelpRow } from '#db/schema.ts';
import { ENGINES } from '#test/db.ts';
import { granted, LONG_HALL, refusal, tomorrow } from '#test/fixtures/days.ts';
import { KIOSK, testHall, type TestHall } from '#test/hall.ts';
import { alarmViews } from '../alarms/view.ts';
import { actOnCase } from '../cases/act.ts';
import { keepCases } from '../cases/keep.ts';
import { deskView } from '../desk/view.ts';
import { VISITOR } from '../people/access.ts';
import type { Who } from '../people/who.ts';
import { callForHelp, callOff, type HelpAsk } from './call.ts';
import { goTo, isThere } from './go.ts';
import { helpFigures, helpView } from './view.ts';

const GUIDE: Who = { role: 'guide', name: 'staff:8001', staff: '8001' };
const OTHER: Who = { role: 'supervisor', name: 'staff:9001', staff: '9001' };
const SUPERVISOR = '  - { no: 9001, name: 督导甲, role: supervisor }\n';
const HALL = LONG_HALL.replace('  - { no: 9101,', `${SUPERVISOR}  - { no: 9101,`);
const SECONDS = 1000;

describe.each(ENGINES)('%s: K-05 somebody calls for help', (engine) => {
	let here: TestHall;
	let device = '';
	beforeAll(async () => {
		here = await testHall(engine, HALL);
		device = here.hall.setup.file.devices.kiosks[0]?.code ?? '';
	});
	beforeEach(() => tomorrow(here));
	afterAll(() => here.close());

	const call = (over: Partial<HelpAsk> = {}): ReturnType<typeof callForHelp> =>
		callForHelp(here.hall, KIOSK, { what: 'staff', device, token: null, lang: 'zh-CN', ...over });
	const calls = async (): Promise<string[]> =>
		((await deskView(here.hall, GUIDE, 'main'))?.help ?? []).map(({ what, comingBy }) => `${what} ${comingBy ?? '-'}`);
	const end = async (row: HelpRow): Promise<void> => void granted(await callOff(here.hall, VISITOR, row.token));

	test('rings at the desk until somebody goes, who answers for it, and is told at the kiosk until somebody is there', async () => {
		const row = granted(await call());
		expect(await calls()).toEqual(['staff -']);
		expect(await helpView(here.hall, row.token)).toMatchObject({ state: 'called', comingBy: null });
		await here.clock.advance(40 * SECONDS);
		granted(await goTo(here.hall, OTHER, row.case));
		expect(await calls()).toEqual(['staff 9001']);
		expect(await getCase(here.hall.read, here.hall.id, row.case)).toMatchObject({ owner: '9001', first_owner: '8001' });
		expect(await helpView(here.hall, row.token)).toMatchObject({ state: 'coming', comingBy: '9001' });
		await here.clock.advance(20 * SECONDS);
		granted(await isThere(here.hall, OTHER, row.case));
		expect(await calls()).toEqual([]);
		expect(await helpView(here.hall, row.token)).toMatchObject({ state: 'there' });
		const { day } = row;
		const figures = await helpFigures(here.hall, { from: day, to: day, fromAt: 0, untilAt: 0 });
		expect(figures.rows.find(([, n]) => n === 1)?.slice(1)).toEqual([1, 1, 40 / 60, 1]);
	});

	test('whoever acts on its case instead does the same: a call never rings on when the case is over', async () => {
		const row = granted(await call());
		const act = (name: string): ReturnType<typeof actOnCase> =>
			actOnCase(here.hall, OTHER, row.case, { act: name, text: '', days: null });
		granted(await act('coming'));
		expect(await calls()).toEqual(['staff 9001']);
		expect(await helpView(here.hall, row.token)).toMatchObject({ state: 'coming', comingBy: '9001' });
		granted(await act('there'));
		expect(await calls()).toEqual([]);
		expect(await helpView(here.hall, row.token)).toMatchObject({ state: 'there', comingBy: '9001' });
	});

	test('a number of yesterday calls nobody, and one of today not without end', async () => {
		const { ticket } = await here.take('enrol');
		const again = (): ReturnType<typeof call> => call({ device: null, token: ticket.token });
		for (let times = 0; times < 3; times += 1) await end(granted(await again()));
		expect(refusal(await again())).toBe('too-many-tries');
		await here.clock.advance(600 * SECONDS);
		await end(granted(await again()));
		await tomorrow(here);
		expect(refusal(await again())).toBe('ticket-unknown');
	});

	test('asked again it is the same call, for something else', async () => {
		const first = granted(await call());
		const again = granted(await call({ what: 'sign-language' }));
		expect(again).toMatchObject({ case: first.case, what: 'sign-language' });
		expect(await calls()).toEqual(['sign-language -']);
		await end(first);
	});

	test('a number calls for itself, beside the kiosk; both go on', async () => {
		const { ticket } = await here.take('enrol');
		const kiosk = granted(await call());
		const phone = granted(await call({ device: null, token: ticket.token, what: 'wheelchair' }));
		expect(phone.case).not.toBe(kiosk.case);
		const view = await deskView(here.hall, GUIDE, 'main');
		expect(view?.help.map(({ number }) => number)).toEqual([null, ticket.number]);
		await end(kiosk);
		await end(phone);
	});

	test('called off by whoever called it, once; the times stay', async () => {
		const row = granted(await call());
		await end(row);
		await end(row);
		expect(await helpView(here.hall, row.token)).toMatchObject({ state: 'called-off' });
		expect(refusal(await goTo(here.hall, GUIDE, row.case))).toBe('case-closed');
		const acts = (await historyOfCase(here.hall.read, here.hall.id, row.case)).map(({ act }) => act);
		expect(acts).toEqual(['opened', 'called-off']);
	});

	test('nobody goes: after two minutes higher levels are told, in minutes of the clock', async () => {
		const row = granted(await call());
		await here.clock.advance(125 * SECONDS);
		await keepCases(here.hall);
		const kinds = async (): Promise<string[]> => (await alarmViews(here.hall, OTHER)).map(({ kind }) => kind);
		expect(await kinds()).toContain('case-overdue');
		await here.clock.advance(180 * SECONDS);
		await keepCases(here.hall);
		expect(await kinds()).toContain('case-escalated');
		granted(await goTo(here.hall, GUIDE, row.case));
		expect(await kinds()).not.toContain('case-overdue');
		await end(row);
	});

	test('from nowhere, and with a number that is none, it is refused; a stranger’s token finds nothing', async () => {
		expect(refusal(await call({ device: 'elsewhere' }))).toBe('help-from-nowhere');
		expect(refusal(await call({ token: 'x'.repeat(22) }))).toBe('ticket-unknown');
		expect(await helpView(here.hall, 'x'.repeat(22))).toBeUndefined();
		expect(refusal(await callOff(here.hall, VISITOR, 'x'.repeat(22)))).toBe('help-unknown');
		expect(refusal(await goTo(here.hall, GUIDE, 999_999))).toBe('help-unknown');
		expect(await calls()).toEqual([]);
	});
});
