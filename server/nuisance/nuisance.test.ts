import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { liveAlarms } from '#db/alarms.ts';
import type { PhoneCallRow } from '#db/schema.ts';
import { ENGINES } from '#test/db.ts';
import { granted, refusal } from '#test/fixtures/days.ts';
import { phoneHall } from '#test/fixtures/telephone.ts';
import { SUPERVISOR, testHall, type TestHall } from '#test/hall.ts';
import { seeAlarm } from '../alarms/alarms.ts';
import { actOnCase } from '../cases/act.ts';
import type { Who } from '../people/who.ts';
import { hearEvents } from '../telephone/events.ts';
import { isBlocked, liftBlock, nuisanceViews } from './blocked.ts';
import { proposeNuisance } from './propose.ts';

const SYSTEM_KEY: Who = { role: 'telephone', name: 'key:phone' };
const GUIDE: Who = { role: 'guide', name: 'staff:8001', staff: '8001' };
const CLERK: Who = { role: 'clerk', name: 'staff:1001', staff: '1001' };
const DAY_MS = 86_400_000;

describe.each(ENGINES)('%s: P-06 nuisance callers', (engine) => {
	let here: TestHall;
	let refs = 0;
	beforeAll(async () => {
		here = await testHall(engine, phoneHall());
	});
	afterAll(() => here.close());

	const called = async (caller: string | null): Promise<PhoneCallRow> => {
		refs += 1;
		const of = {
			call: `n-${String(refs)}`,
			at: here.clock.now(),
			line: 'main',
			caller,
			extension: '8001',
			staff: null
		};
		const events = (['ringing', 'answered', 'ended'] as const).map((event) => ({ ...of, event }));
		const [row] = granted(await hearEvents(here.hall, SYSTEM_KEY, 'api', events));
		if (!row) throw new Error('no call');
		return row;
	};
	const twice = async (caller: string): Promise<{ id: number; calls: number[] }> => {
		const first = await called(caller);
		return { id: (await called(caller)).id, calls: [first.id] };
	};
	const text = '反复来电辱骂';

	test('is proposed by who took the calls, with enough of them bound to it; never one of the own lines', async () => {
		const propose = async (caller: string | null, calls: number[], by = GUIDE): Promise<string> =>
			refusal(await proposeNuisance(here.hall, by, (await called(caller)).id, { text, calls }));
		expect(await propose('13900000011', [])).toBe('nuisance-calls');
		const other = await called('13900000012');
		expect(await propose('13900000011', [other.id])).toBe('nuisance-calls');
		expect(await propose(null, [])).toBe('number-needed');
		expect(await propose('13900000011', [], CLERK)).toBe('not-your-call');
		for (const own of ['88300000', '0555 8830021', '12345']) expect(await propose(own, [])).not.toBe('not refused');
		for (const number of ['0555 8830021', '8830021']) {
			const { id, calls } = await twice(number);
			expect(refusal(await proposeNuisance(here.hall, GUIDE, id, { text, calls }))).toBe('number-protected');
		}
		const some = await twice('13900000013');
		expect(refusal(await proposeNuisance(here.hall, GUIDE, some.id, { text: ' ', calls: some.calls }))).toBe(
			'text-needed'
		);
	});

	test('is held back only after a supervisor has confirmed it, and for a time only', async () => {
		const number = '13900000014';
		const { id, calls } = await twice(number);
		const row = granted(await proposeNuisance(here.hall, GUIDE, id, { text, calls }));
		expect(refusal(await proposeNuisance(here.hall, GUIDE, id, { text, calls }))).toBe('nuisance-open');
		const alarm = (await liveAlarms(here.hall.read, here.hall.id)).find(({ kind }) => kind === 'nuisance-proposed');
		expect(refusal(await seeAlarm(here.hall, GUIDE, alarm?.id ?? 0))).toBe('not-allowed');
		granted(await seeAlarm(here.hall, SUPERVISOR, alarm?.id ?? 0));
		expect(await isBlocked(here.hall, number)).toEqual({ blocked: false, until: null });
		const wish = { act: 'confirm', text: '', days: null };
		expect(refusal(await actOnCase(here.hall, GUIDE, row.id, wish))).toBe('not-your-case');
		granted(await actOnCase(here.hall, SUPERVISOR, row.id, wish));
		const until = here.clock.now() + 7 * DAY_MS;
		expect(await isBlocked(here.hall, '139-0000-0014')).toEqual({ blocked: true, until });
		expect(await isBlocked(here.hall, '13900000015')).toEqual({ blocked: false, until: null });
		const [view] = await nuisanceViews(here.hall);
		expect(view).toMatchObject({ phone: '139****0014', calls: 2, blockedUntil: until, outcome: 'blocked' });
		await here.clock.advance(7 * DAY_MS);
		expect(await isBlocked(here.hall, number)).toEqual({ blocked: false, until: null });
	});

	test('a supervisor does not confirm an own proposal, refuses with a reason, and lifts a block', async () => {
		const own = await twice('13900000016');
		const mine = granted(await proposeNuisance(here.hall, SUPERVISOR, own.id, { text, calls: own.calls }));
		const wish = { act: 'confirm', text: '', days: null };
		expect(refusal(await actOnCase(here.hall, SUPERVISOR, mine.id, wish))).toBe('not-your-case');
		const other = { ...SUPERVISOR, name: 'staff:9002', staff: '9002' };
		expect(refusal(await actOnCase(here.hall, other, mine.id, { ...wish, act: 'refuse' }))).toBe('text-needed');
		granted(await actOnCase(here.hall, other, mine.id, { ...wish, act: 'refuse', text: '属正常投诉' }));
		const keys = (await liveAlarms(here.hall.read, here.hall.id)).map(({ key }) => key);
		expect(keys).not.toContain(String(mine.id));
		expect((await isBlocked(here.hall, '13900000016')).blocked).toBe(false);
		const again = granted(await proposeNuisance(here.hall, GUIDE, own.id, { text, calls: own.calls }));
		granted(await actOnCase(here.hall, SUPERVISOR, again.id, wish));
		expect((await isBlocked(here.hall, '13900000016')).blocked).toBe(true);
		granted(await liftBlock(here.hall, SUPERVISOR, again.id));
		expect((await isBlocked(here.hall, '13900000016')).blocked).toBe(false);
		expect(refusal(await liftBlock(here.hall, SUPERVISOR, again.id))).toBe('case-unknown');
	});
});
