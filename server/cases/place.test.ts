import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { getCase } from '#db/cases.ts';
import type { CaseRow } from '#db/schema.ts';
import { ENGINES } from '#test/db.ts';
import { clerkAt, granted, LONG_HALL, minutes, refusal, tomorrow } from '#test/fixtures/days.ts';
import { SUPERVISOR, testHall, type TestHall } from '#test/hall.ts';
import type { Who } from '../people/who.ts';
import { endOfDay } from '../rules/workdays.ts';
import { deskView } from '../desk/view.ts';
import { casesDue } from './due.ts';
import { acceptCase, declineCase, offerCase } from './hand.ts';
import { keepCases } from './keep.ts';
import { casesView } from './lists.ts';
import { openCase } from './open.ts';
import { freestOwner } from './owner.ts';
import { caseView } from './view.ts';

const STAFF = [
	'  - { no: 9001, name: 值班长, role: supervisor }',
	'  - { no: 8002, name: 二号导询, role: guide, desk: west-desk }',
	'  - { no: 8003, name: 三号导询, role: guide, desk: west-desk }',
	'  - { no: 7001, name: 人社联络员, role: liaison, department: hrss }',
	'  - { no: 9201, name: 审计岗, role: auditor, desk: empty-desk }'
].join('\n');
const DESKS = [
	'  - { code: west-desk, name: { zh: 西厅台, en: West desk }, zone: west }',
	'  - { code: empty-desk, name: { zh: 空台, en: Empty desk }, zone: west }'
].join('\n');
const HALL = LONG_HALL.replace('staff:\n', `staff:\n${STAFF}\n`).replace('desks:\n', `desks:\n${DESKS}\n`);

const ONE = clerkAt('1');
const guide = (staff: string): Who => ({ role: 'guide', name: `staff:${staff}`, staff });
const LIAISON: Who = { role: 'liaison', name: 'staff:7001', staff: '7001' };

describe.each(ENGINES)('%s: cases between desks and departments', (engine) => {
	let here: TestHall;
	beforeAll(async () => {
		here = await testHall(engine, HALL);
	});
	beforeEach(() => tomorrow(here));
	afterAll(() => here.close());

	const open = async (urgent = false): Promise<number> => {
		const givenAt = endOfDay(here.hall.setup.day(here.clock.now()), here.hall.setup.workCalendar);
		const wish = { kind: 'matter', owner: '1001', about: '过户', givenAt, urgent };
		return here.hall.write(async (tx) => granted(await openCase(tx, here.hall, ONE, wish)).id);
	};
	const stored = async (id: number): Promise<CaseRow | undefined> => getCase(here.hall.read, here.hall.id, id);
	const listed = async (who: Who, list: 'mine' | 'offered', id: number): Promise<boolean> =>
		(await casesView(here.hall, who, list)).cases.some((one) => one.id === id);
	const WEST = { to: { desk: 'west-desk' }, text: '请接着办' };

	test('G-01 everybody of the desk is offered it, and whoever accepts first owns it', async () => {
		const id = await open();
		granted(await offerCase(here.hall, ONE, id, WEST));
		const before = [guide('8001'), guide('8002'), guide('8003')].map((who) => listed(who, 'offered', id));
		expect(await Promise.all(before)).toEqual([false, true, true]);
		expect((await casesDue(here.hall, '8003')).offered).toBeGreaterThan(0);
		expect((await deskView(here.hall, guide('8003'), 'west-desk'))?.offered).toBeGreaterThan(0);
		const seen = await caseView(here.hall, guide('8003'), id);
		expect(seen?.hands).toEqual(['accept', 'decline']);
		expect(seen?.offeredPlace).toMatchObject({ place: 'desk', code: 'west-desk', name: { en: 'West desk' } });
		expect(refusal(await acceptCase(here.hall, guide('8001'), id))).toBe('case-unknown');
		granted(await acceptCase(here.hall, guide('8003'), id));
		expect(refusal(await acceptCase(here.hall, guide('8002'), id))).toBe('case-unknown');
		expect(await stored(id)).toMatchObject({ owner: '8003', first_owner: '1001', desk: 'west-desk' });
		expect([await listed(guide('8002'), 'offered', id), await listed(guide('8003'), 'mine', id)]).toEqual([
			...[false, true]
		]);
	});

	test('G-01 a department accepts or sends it back; nobody who may not own it is asked', async () => {
		const id = await open();
		granted(await offerCase(here.hall, ONE, id, { to: { department: 'hrss' }, text: '' }));
		granted(await declineCase(here.hall, LIAISON, id, '不属本部门'));
		expect(await stored(id)).toMatchObject({ owner: '1001', offered_department: null, offered_place_at: null });
		granted(await offerCase(here.hall, ONE, id, { to: { department: 'hrss' }, text: '' }));
		granted(await acceptCase(here.hall, LIAISON, id));
		expect(await stored(id)).toMatchObject({ owner: '7001', department: 'hrss' });
		const again = (to: { desk: string } | { department: string }): ReturnType<typeof offerCase> =>
			offerCase(here.hall, LIAISON, id, { to, text: '' });
		expect(refusal(await again({ desk: 'nowhere' }))).toBe('place-unknown');
		expect(refusal(await again({ department: 'nowhere' }))).toBe('place-unknown');
		expect(refusal(await again({ desk: 'empty-desk' }))).toBe('role-unfit');
		const places = (await caseView(here.hall, LIAISON, id))?.places.map(({ code }) => code);
		expect(places).toEqual(expect.arrayContaining(['main', 'west-desk']));
		expect(places).not.toContain('empty-desk');
	});

	test('G-01 an urgent one that nobody accepts is back with its owner after half an hour', async () => {
		const id = await open(true);
		granted(await offerCase(here.hall, ONE, id, WEST));
		await minutes(here, 30);
		await keepCases(here.hall);
		expect(await stored(id)).toMatchObject({ offered_desk: 'west-desk' });
		await minutes(here, 1);
		await keepCases(here.hall);
		expect(await stored(id)).toMatchObject({ owner: '1001', offered_desk: null });
		expect(await listed(guide('8002'), 'offered', id)).toBe(false);
	});

	test('C-03 an owner is looked for in one desk or department, and whoever has the fewest is taken', async () => {
		const freest = (more: object): Promise<string | undefined> =>
			here.hall.write((tx) =>
				freestOwner(tx, here.hall, { roles: ['guide'], kinds: ['matter'], except: null, ...more })
			);
		// 8003 has accepted one before.
		expect(await freest({ desk: 'west-desk' })).toBe('8002');
		expect(await freest({ desk: 'west-desk', except: '8002' })).toBe('8003');
		expect(await freest({ desk: 'main' })).toBe('8001');
		expect(await freest({ department: 'hrss' })).toBeUndefined();
		expect(await freest({ department: 'hrss', roles: ['guide', 'liaison'] })).toBe('7001');
	});

	test('W-13 a list of one kind holds that kind only', async () => {
		const id = await open();
		const all = async (kind: string | null): Promise<boolean> =>
			(await casesView(here.hall, SUPERVISOR, 'all', kind)).cases.some((one) => one.id === id);
		expect([await all(null), await all('matter'), await all('rating')]).toEqual([true, true, false]);
		const own = await casesView(here.hall, ONE, 'all');
		expect([own.cases, own.staff.reads, own.counts.department]).toEqual([[], false, null]);
	});
});
