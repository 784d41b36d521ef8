import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { liveAlarms } from '#db/alarms.ts';
import { getCase, historyOfCase } from '#db/cases.ts';
import { recentIncidents } from '#db/incidents.ts';
import { linesAfter } from '#db/ledger.ts';
import { ENGINES } from '#test/db.ts';
import { keepingHall } from '#test/fixtures/keeping.ts';
import { SUPERVISOR, testHall, type TestHall } from '#test/hall.ts';
import { actOnCase } from '../cases/act.ts';
import { keepCases } from '../cases/keep.ts';
import { consoleView } from '../windows/view.ts';
import { touchedBy } from '../realtime/touched.ts';
import type { Who } from '../people/who.ts';
import { incidentFigures } from './figures.ts';
import { gradeIncident, tellContact } from './grade.ts';
import { callSilently, reportIncident, type IncidentWish } from './report.ts';
import { incidentsView } from './view.ts';

const GUIDE: Who = { role: 'guide', name: 'staff:8001', staff: '8001' };
const CLERK_1: Who = { role: 'clerk', name: 'staff:1001', staff: '1001', window: '1' };
const MINUTE = 60_000;
let intents = 0;
const wish = (over: Partial<IncidentWish> = {}): IncidentWish => {
	intents += 1;
	const place = { zone: 'east', place: '自动门旁', noticedAt: null };
	return { what: 'illness', severity: null, ...place, intent: `incident-${String(intents)}`, ...over };
};

describe.each(ENGINES)('%s: G-04 incidents', (engine) => {
	let house: TestHall;
	beforeAll(async () => {
		house = await testHall(engine, keepingHall());
	});
	afterAll(() => house.close());

	async function reported(over: Partial<IncidentWish> = {}): Promise<number> {
		const made = await reportIncident(house.hall, GUIDE, wish(over));
		if (!made.ok) throw new Error(`${made.refusal} ${made.detail ?? ''}`);
		return made.value.id;
	}
	const act = (who: Who, id: number, name: string, text = '') =>
		actOnCase(house.hall, who, id, { act: name, text, days: null });
	const live = async (): Promise<string[]> =>
		(await liveAlarms(house.hall.read, house.hall.id)).map(({ kind, key }) => `${kind} ${key}`);
	const later = async (ms: number): Promise<void> => {
		await house.clock.advance(ms);
		await keepCases(house.hall);
	};

	test('is called out at once, and level by level until somebody acknowledges: every level an alarm of its own', async () => {
		const id = await reported();
		const of = String(id);
		expect(await live()).toEqual([`incident ${of}`]);
		await later(2 * MINUTE);
		expect(await live()).toEqual([`incident ${of}`]);
		await later(1);
		expect(await live()).toEqual([`incident ${of}`, `incident-late ${of}/1`]);
		await later(3 * MINUTE);
		await later(7 * MINUTE);
		expect(await live()).toEqual([
			`incident ${of}`,
			...[1, 2, 3].map((level) => `incident-late ${of}/${String(level)}`)
		]);
		const told = (await historyOfCase(house.hall.read, house.hall.id, id))
			.filter((line) => line.act === 'escalated')
			.map((line) => (JSON.parse(line.body) as { level: number; told: string[] }).told);
		expect(told).toEqual([['guide', 'supervisor'], ['supervisor'], ['administrator']]);
		expect((await act(SUPERVISOR, id, 'acknowledge')).ok).toBe(true);
		expect(await live()).toEqual([]);
		expect(await getCase(house.hall.read, house.hall.id, id)).toMatchObject({
			owner: '9001',
			first_owner: '8001',
			late: 1
		});
		await act(SUPERVISOR, id, 'false-alarm', '误报');
	});

	test('has its times, its measures, whom it was told to and what was learnt', async () => {
		const noticedAt = house.clock.now() - MINUTE;
		const id = await reported({ what: 'lost-child', noticedAt });
		const at = house.clock.now();
		for (const [wait, who, name, text] of [
			[MINUTE, GUIDE, 'acknowledge', ''],
			[2 * MINUTE, GUIDE, 'arrive', ''],
			[0, GUIDE, 'measure', '广播寻人'],
			[0, GUIDE, 'report-up', '已报值班长'],
			[5 * MINUTE, GUIDE, 'end', '已与家长会合']
		] as const) {
			await later(wait);
			expect(await act(who, id, name, text)).toMatchObject({ ok: true });
		}
		expect(await tellContact(house.hall, GUIDE, id, 'clinic')).toMatchObject({ ok: true });
		expect(await tellContact(house.hall, GUIDE, id, 'nobody')).toMatchObject({ refusal: 'contact-unknown' });
		expect(await act(GUIDE, id, 'close')).toMatchObject({ refusal: 'text-needed' });
		expect((await act(GUIDE, id, 'close', '入口加派引导')).ok).toBe(true);
		const line = (await incidentsView(house.hall, GUIDE))?.incidents.find((one) => one.id === id);
		expect(line).toMatchObject({
			...{ noticedAt, reportedAt: at, acknowledgedAt: at + MINUTE, arrivedAt: at + 3 * MINUTE },
			...{ endedAt: at + 8 * MINUTE, state: 'closed', outcome: 'learnt', severity: 2 }
		});
		const table = await incidentFigures(house.hall, {
			from: '2026-01-01',
			to: '2026-12-31',
			fromAt: 0,
			untilAt: at * 2
		});
		expect(table.rows.find(([name]) => (name as { en: string }).en === 'Lost child')).toEqual([
			{ zh: '儿童走失', en: 'Lost child' },
			...[1, 0, 0, 1, 3, 0]
		]);
	});

	test('another severity brings its own response time; the same wish is the same incident', async () => {
		const same = wish({ what: 'equipment' });
		const [one, again] = [await reportIncident(house.hall, GUIDE, same), await reportIncident(house.hall, GUIDE, same)];
		if (!one.ok || !again.ok) throw new Error('not reported');
		expect(again.value.id).toBe(one.value.id);
		const { id, opened_at: at, due_at: due } = one.value;
		expect(due).toBe(at + 15 * MINUTE);
		expect(await gradeIncident(house.hall, GUIDE, id, 1)).toMatchObject({
			value: { due_at: at + 2 * MINUTE, urgent: 1 }
		});
		await later(2 * MINUTE + 1);
		expect(await live()).toContain(`incident-late ${String(id)}/1`);
		await act(GUIDE, id, 'false-alarm', '已恢复');
		expect(await live()).toEqual([]);
		expect(await reportIncident(house.hall, GUIDE, wish({ what: 'earthquake' }))).toMatchObject({
			refusal: 'incident-unknown'
		});
	});

	test('one that is open is never hidden behind newer ones that are over', async () => {
		const old = await reported();
		await act(GUIDE, await reported(), 'false-alarm', '误报');
		const [first] = await recentIncidents(house.hall.read, { hall: house.hall.id, most: 1 });
		expect(first?.id).toBe(old);
		await act(GUIDE, old, 'false-alarm', '误报');
	});

	test('a silent key is the gravest at every desk, and neither the console nor a screen of the window stirs', async () => {
		await house.open('1');
		const before = (await linesAfter(house.hall.read, house.hall.id, 0)).at(-1)?.seq ?? 0;
		const called = await callSilently(house.hall, CLERK_1, '1', { intent: 'silent-call-1' });
		if (!called.ok) throw new Error(called.refusal);
		expect(called.value).toMatchObject({ owner: '8001', urgent: 1, window: '1' });
		const touched = touchedBy(await linesAfter(house.hall.read, house.hall.id, before));
		expect([...touched.windows, ...touched.queues, ...touched.tickets]).toEqual([]);
		expect((await consoleView(house.hall, CLERK_1, '1'))?.alarms).toEqual([]);
		expect(await live()).toEqual([`incident ${String(called.value.id)}`]);
		expect(await callSilently(house.hall, CLERK_1, '2', { intent: 'silent-call-2' })).toMatchObject({
			refusal: 'not-allowed'
		});
		await act(GUIDE, called.value.id, 'false-alarm', '按错');
	});

	test('who may not see incidents sees none; what was written stands nowhere in the ledger', async () => {
		const id = await reported({ place: '三号柜台' });
		expect(await act(CLERK_1, id, 'acknowledge')).toMatchObject({ refusal: 'case-unknown' });
		expect(await incidentsView(house.hall, CLERK_1)).toBeUndefined();
		const bodies = (await linesAfter(house.hall.read, house.hall.id, 0)).map(({ body }) => body).join();
		for (const text of ['三号柜台', '广播寻人', '入口加派引导']) expect(bodies).not.toContain(text);
		await act(GUIDE, id, 'false-alarm', '误报');
	});
});
