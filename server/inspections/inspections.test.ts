import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { linesAfter, newestLine } from '#db/ledger.ts';
import { ENGINES } from '#test/db.ts';
import { granted, minutes, refusal, tomorrow } from '#test/fixtures/days.ts';
import { HOUSE_HALL } from '#test/fixtures/house.ts';
import { jpeg, segment } from '#test/fixtures/jpeg.ts';
import { SUPERVISOR, testHall, type TestHall } from '#test/hall.ts';
import { seeAlarm } from '../alarms/alarms.ts';
import { alarmViews } from '../alarms/view.ts';
import { figures } from '../figures/figures.ts';
import { today } from '../hall.ts';
import type { Who } from '../people/who.ts';
import { addDays } from '../rules/day.ts';
import { tasksView } from '../tasks/view.ts';
import type { AlarmView, InspectionView } from '../views.ts';
import { forgetPhotos, keepPhoto, readPhoto } from './photos.ts';
import { scoreArea, type AreaWish } from './score.ts';
import { roundsView } from './view.ts';
import { watchInspections } from './watch.ts';

const GUIDE: Who = { role: 'guide', name: 'staff:8001', staff: '8001' };
const DAY_MS = 86_400_000;

describe.each(ENGINES)('%s: rounds of inspection', (engine) => {
	let here: TestHall;
	let intents = 0;
	beforeAll(async () => {
		here = await testHall(engine, HOUSE_HALL);
	});
	beforeEach(() => tomorrow(here));
	afterAll(() => here.close());

	const mark = (criterion: string, score: number): AreaWish['marks'][number] => ({
		...{ criterion, score, remark: '', rectify: null }
	});
	const EAST = [mark('floor', 4), mark('lights', 5)];
	const TOILET = [mark('floor', 5), mark('lights', 5), mark('soap', 5)];
	const score = (wish: Partial<AreaWish>): ReturnType<typeof scoreArea> => {
		intents += 1;
		const blank = {
			round: 'morning',
			day: today(here.hall),
			area: 'east-hall',
			marks: EAST,
			scoredAt: here.clock.now()
		};
		return scoreArea(here.hall, GUIDE, { ...blank, intent: `area-intent-${String(intents)}`, ...wish });
	};
	const round = async (): Promise<InspectionView | undefined> => (await roundsView(here.hall, GUIDE)).rounds[0];
	const missed = async (): Promise<AlarmView[]> =>
		(await alarmViews(here.hall, SUPERVISOR)).filter((one) => one.about['day'] === today(here.hall));

	test('S-05 area by area, each once; the last one ends the round with its score', async () => {
		expect(await round()).toMatchObject({ state: 'planned', id: null });
		const first = granted(await score({}));
		expect(first.score).toBe(85);
		expect(await round()).toMatchObject({ state: 'open', areas: [{ score: 85, staff: '8001' }, { score: null }] });
		expect(refusal(await score({}))).toBe('area-scored');
		granted(await score({ area: 'toilet', marks: TOILET }));
		expect(await round()).toMatchObject({ state: 'done', score: 93, doneAt: here.clock.now() });
	});

	test('S-05 the same wish is the same area; what does not fit the plan is refused and leaves nothing', async () => {
		expect(refusal(await score({ marks: [mark('floor', 4)] }))).toBe('bad-request');
		expect(refusal(await score({ area: 'cellar' }))).toBe('round-unknown');
		expect(refusal(await score({ day: addDays(today(here.hall), 1) }))).toBe('round-over');
		expect(refusal(await score({ scoredAt: here.clock.now() + DAY_MS }))).toBe('round-over');
		const asks = [{ ...mark('floor', 1), rectify: { owner: null, day: null } }, mark('lights', 5)];
		expect(refusal(await score({ marks: asks }))).toBe('text-needed');
		expect((await round())?.id).toBeNull();
		const intent = 'the-same-area-intent';
		const kept = granted(await score({ intent }));
		expect(granted(await score({ intent, marks: TOILET }))).toEqual(kept);
	});

	test('S-05 what is to be put right is a task of whoever looks after the area, with a day', async () => {
		const found = { ...mark('floor', 1), remark: '入口地面积水', rectify: { owner: null, day: null } };
		granted(await score({ marks: [found, mark('lights', 5)] }));
		const task = (await round())?.areas[0]?.marks.find((one) => one.criterion === 'floor')?.task?.id;
		const [line] = (await tasksView(here.hall, GUIDE, 'own')).cases.filter(({ id }) => id === task);
		expect(line).toMatchObject({ about: '东厅 地面', owner: '8001', found: true, daysLeft: 2 });
	});

	test('S-05 a round that is not over in time is told of once, and made late all the same', async () => {
		granted(await score({}));
		await minutes(here, 31);
		await watchInspections(here.hall);
		await watchInspections(here.hall);
		const [alarm, ...more] = await missed();
		expect([alarm?.kind, more]).toEqual(['round-missed', []]);
		expect((await round())?.state).toBe('missed');
		granted(await score({ area: 'toilet', marks: TOILET }));
		expect(await missed()).toEqual([]);
		expect((await round())?.state).toBe('done');
		await tomorrow(here);
		await minutes(here, 31);
		await watchInspections(here.hall);
		granted(await seeAlarm(here.hall, SUPERVISOR, (await missed())[0]?.id ?? 0));
		await watchInspections(here.hall);
		expect(await missed()).toEqual([]);
	});

	test('S-05 scored in time without a line, it counts as in time when it comes', async () => {
		const scoredAt = here.clock.now() + 60_000;
		await minutes(here, 40);
		await watchInspections(here.hall);
		granted(await score({ scoredAt }));
		granted(await score({ scoredAt, area: 'toilet', marks: TOILET }));
		expect(await round()).toMatchObject({ state: 'done', doneAt: scoredAt });
		const counted = granted(await figures(here.hall, today(here.hall), today(here.hall)));
		const rows = (id: string): unknown => counted.tables.find((one) => one.id === id)?.rows;
		const month = today(here.hall).slice(0, 7);
		expect(rows('inspection-rounds')).toEqual([[month, { zh: '早巡查', en: 'Morning round' }, 1, 1, 0, 0, 93]]);
		expect(rows('inspection-areas')).toEqual([
			[month, { zh: '东厅', en: 'East hall' }, 1, 85, 85, 0, 0, null],
			[month, { zh: '卫生间', en: 'Toilets' }, 1, 100, 100, 0, 0, null]
		]);
	});

	test('S-05 a photograph of a mark is kept beside the database, one each, and deleted when its time is over', async () => {
		const { inspection } = granted(await score({}));
		const of = { inspection, area: 'east-hall', criterion: 'floor' };
		const kept = granted(await keepPhoto(here.hall, GUIDE, { of, jpeg: jpeg() }));
		expect(granted(await keepPhoto(here.hall, GUIDE, { of, jpeg: jpeg() }))).toEqual(kept);
		const other = jpeg(segment(0xe0, 'JFIF\0'));
		expect(refusal(await keepPhoto(here.hall, GUIDE, { of, jpeg: other }))).toBe('photo-exists');
		expect(refusal(await keepPhoto(here.hall, GUIDE, { of: { ...of, criterion: 'none' }, jpeg: other }))).toBe(
			'not-found'
		);
		const exif = jpeg(segment(0xe1, 'Exif\0\0place'));
		expect(refusal(await keepPhoto(here.hall, GUIDE, { of, jpeg: exif }))).toBe('photo-tells-more');
		expect(await readPhoto(here.hall, of)).toEqual(Buffer.from(jpeg()));
		expect((await round())?.areas[0]?.marks[0]?.photo).toMatch(/^\/rounds\/photo\/\d+\/east-hall\/floor$/);
		const folder = join(here.hall.dataDir, 'photographs');
		expect(readdirSync(folder)).toEqual([`${kept.hash}.jpg`]);
		await here.clock.advance(31 * DAY_MS);
		await forgetPhotos(here.hall);
		expect(existsSync(join(folder, `${kept.hash}.jpg`))).toBe(false);
		expect(await readPhoto(here.hall, of)).toBeUndefined();
	});

	test('S-05 the same picture taken again later outlives the first of its time', async () => {
		const first = { inspection: granted(await score({})).inspection, area: 'east-hall', criterion: 'floor' };
		granted(await keepPhoto(here.hall, GUIDE, { of: first, jpeg: jpeg() }));
		await here.clock.advance(20 * DAY_MS);
		const again = { ...first, inspection: granted(await score({})).inspection };
		granted(await keepPhoto(here.hall, GUIDE, { of: again, jpeg: jpeg() }));
		await here.clock.advance(11 * DAY_MS);
		await forgetPhotos(here.hall);
		expect(await readPhoto(here.hall, first)).toBeUndefined();
		expect(await readPhoto(here.hall, again)).toEqual(Buffer.from(jpeg()));
		await here.clock.advance(20 * DAY_MS);
		await forgetPhotos(here.hall);
		expect(readdirSync(join(here.hall.dataDir, 'photographs'))).toEqual([]);
	});

	test('S-05 a day to put it right that has passed while the phone had no line is today', async () => {
		const [day, scoredAt] = [today(here.hall), here.clock.now()];
		await here.clock.advance(DAY_MS);
		const late = (chosen: string): AreaWish['marks'] => [
			{ criterion: 'floor', score: 1, remark: '积水', rectify: { owner: '9001', day: chosen } },
			mark('lights', 5)
		];
		expect(refusal(await score({ day, scoredAt, marks: late(addDays(day, -1)) }))).toBe('due-day-invalid');
		granted(await score({ day, scoredAt, marks: late(day) }));
		const { cases } = await tasksView(here.hall, { role: 'supervisor', name: 'staff:9001', staff: '9001' }, 'own');
		expect(cases.some(({ dueAt }) => dueAt !== null && dueAt > here.clock.now())).toBe(true);
	});

	test('T-01 no remark stands in the ledger, and whose rights it is is asked', async () => {
		const before = await newestLine(here.hall.read, here.hall.id);
		granted(await score({ marks: [{ ...mark('floor', 3), remark: '王小明的雨伞挡路' }, mark('lights', 5)] }));
		const lines = await linesAfter(here.hall.read, here.hall.id, before);
		expect(lines.map(({ act }) => act)).toEqual(['inspection.begun', 'inspection.scored']);
		expect(JSON.stringify(lines)).not.toContain('王小明');
		expect((await roundsView(here.hall, { role: 'auditor', name: 'staff:9003', staff: '9003' })).makes).toBe(false);
	});
});
