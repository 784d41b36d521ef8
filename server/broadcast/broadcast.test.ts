import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { getBroadcast } from '#db/broadcasts.ts';
import { linesAfter } from '#db/ledger.ts';
import { ENGINES } from '#test/db.ts';
import { liveHall } from '#test/fixtures/live-hall.ts';
import { CLERK, SUPERVISOR, testHall, type TestHall } from '#test/hall.ts';
import type { Who } from '../people/who.ts';
import { makeRounds } from '../run/rounds.ts';
import { callNext, recall } from '../tickets/call.ts';
import { calledOut, miss } from '../tickets/miss.ts';
import { endBroadcast } from './end.ts';
import { OnAir } from './on-air.ts';
import { startBroadcast, type BroadcastWish } from './start.ts';
import { broadcastPart } from './view.ts';

const GUIDE: Who = { role: 'guide', name: 'staff:8001', staff: '8001' };
let intents = 0;
const wish = (over: Partial<BroadcastWish> = {}): BroadcastWish => {
	intents += 1;
	const free = { zh: '', en: '', drill: false, incident: null, override: false };
	return { code: 'evacuate', ...free, intent: `broadcast-${String(intents)}`, ...over };
};

describe.each(ENGINES)('%s: G-04 what is told to the whole hall', (engine) => {
	let house: TestHall;
	beforeAll(async () => {
		house = await testHall(engine, liveHall());
		await house.open('1');
	});
	afterAll(() => house.close());

	async function started(over: Partial<BroadcastWish> = {}): Promise<number> {
		const begun = await startBroadcast(house.hall, GUIDE, wish(over));
		if (!begun.ok) throw new Error(`${begun.refusal} ${begun.detail ?? ''}`);
		return begun.value.id;
	}
	async function ended(id: number): Promise<void> {
		expect((await endBroadcast(house.hall, GUIDE, id, 'ask')).ok).toBe(true);
		expect((await endBroadcast(house.hall, SUPERVISOR, id, 'confirm')).ok).toBe(true);
	}

	test('it is a row: whoever opens the hall again tells it, until two persons end it', async () => {
		const told: (number | null)[] = [];
		const onAir = (): OnAir =>
			new OnAir(house.hall, {
				tell: (now) => void told.push(now?.id ?? null),
				render: () => Promise.resolve(null),
				onTrouble: (error) => expect.fail(String(error))
			});
		const same = wish();
		const first = await startBroadcast(house.hall, GUIDE, same);
		const again = await startBroadcast(house.hall, GUIDE, same);
		if (!first.ok || !again.ok) throw new Error('not started');
		const { id } = first.value;
		expect(again.value.id).toBe(id);
		const fresh = onAir();
		await fresh.look();
		expect(fresh.now).toMatchObject({
			id,
			drill: false,
			calm: false,
			text: { en: expect.stringContaining('exit') as string }
		});
		expect(await endBroadcast(house.hall, GUIDE, id, 'ask')).toMatchObject({ ok: true });
		expect(await endBroadcast(house.hall, GUIDE, id, 'confirm')).toMatchObject({ refusal: 'same-person' });
		const { live } = await broadcastPart(house.hall, SUPERVISOR);
		expect(live).toMatchObject({ asked: { by: '8001' }, allowed: ['confirm', 'keep'] });
		await house.clock.advance(5 * 60_000 + 1);
		expect(await endBroadcast(house.hall, SUPERVISOR, id, 'confirm')).toMatchObject({ refusal: 'broadcast-not-asked' });
		await ended(id);
		await fresh.look();
		expect(told).toEqual([id, null]);
		expect(await getBroadcast(house.hall.read, house.hall.id, id)).toMatchObject({
			how: 'confirmed',
			asked_by: 'staff:8001'
		});
	});

	test('a database that does not answer is asked again: no alert is missed by a process', async () => {
		const [told, trouble]: [unknown[], unknown[]] = [[], []];
		const tired = {
			...house.hall,
			get read() {
				if (trouble.length === 0) throw new Error('no answer');
				return house.hall.read;
			}
		};
		const onAir = new OnAir(tired, {
			tell: (now) => void told.push(now?.id),
			render: () => Promise.resolve(null),
			onTrouble: (error) => void trouble.push(error)
		});
		const id = await started();
		await onAir.look();
		expect([told, trouble.length]).toEqual([[], 1]);
		await house.clock.advance(1000);
		await onAir.look();
		expect(told).toEqual([id]);
		onAir.stop();
		await ended(id);
	});

	test('nobody is called meanwhile, nor called again; every number is kept', async () => {
		const ticket = await house.take('enrol');
		const called = await callNext(house.hall, CLERK, '1');
		expect(called.ok).toBe(true);
		const id = await started({ code: 'stay' });
		expect(await recall(house.hall, CLERK, ticket.ticket.id)).toMatchObject({ refusal: 'broadcast-live' });
		await house.open('2');
		await house.take('enrol');
		expect(await callNext(house.hall, CLERK, '2')).toMatchObject({ refusal: 'broadcast-live' });
		await ended(id);
		expect((await callNext(house.hall, CLERK, '2')).ok).toBe(true);
	});

	test('whom an alert sent outside has not missed the calls before it: they are made anew', async () => {
		await house.open('3');
		await house.take('sale');
		const held = await callNext(house.hall, CLERK, '3');
		if (!held.ok) throw new Error(held.refusal);
		const { id } = held.value.ticket;
		const callsOut = async (): Promise<void> => {
			expect((await calledOut(house.hall, CLERK, id)).ok).toBe(true);
			await house.clock.advance(20_000);
		};
		await callsOut();
		for (let more = 0; more < 2; more++) {
			expect((await recall(house.hall, CLERK, id)).ok).toBe(true);
			await callsOut();
		}
		const alert = await started();
		expect(await miss(house.hall, CLERK, id)).toMatchObject({ refusal: 'broadcast-live' });
		await ended(alert);
		expect(await miss(house.hall, CLERK, id)).toMatchObject({
			refusal: 'too-early',
			detail: expect.stringContaining('more calls') as string
		});
		await house.clock.advance(1);
		for (let calls = 0; calls < 3; calls++) {
			expect((await recall(house.hall, CLERK, id)).ok).toBe(true);
			await callsOut();
		}
		expect((await miss(house.hall, CLERK, id)).ok).toBe(true);
	});

	test('an all-clear comes after the alert was ended, lets numbers be called, and goes by itself', async () => {
		const alert = await started();
		expect(await startBroadcast(house.hall, GUIDE, wish({ code: 'over' }))).toMatchObject({
			refusal: 'broadcast-live'
		});
		await ended(alert);
		const calm = await started({ code: 'over' });
		await house.clock.advance(15 * 60_000);
		await makeRounds(house.hall, (error) => expect.fail(String(error)));
		expect(await getBroadcast(house.hall.read, house.hall.id, calm)).toMatchObject({ how: 'lapsed' });
	});

	test('a real one takes the place of a drill; a drill is called one', async () => {
		const drill = await started({ drill: true });
		expect((await broadcastPart(house.hall, GUIDE)).live).toMatchObject({ id: drill, drill: true });
		const real = await started({ code: null, zh: '请到二楼平台', en: 'Go to the terrace' });
		expect(await getBroadcast(house.hall.read, house.hall.id, drill)).toMatchObject({ how: 'replaced' });
		await ended(real);
	});

	test('a free text that a board cannot draw or that is rude is refused', async () => {
		const start = (zh: string, over = {}) => startBroadcast(house.hall, GUIDE, wish({ code: null, zh, ...over }));
		expect(await start('请到𠮷楼')).toMatchObject({ refusal: 'broadcast-signs', detail: '𠮷' });
		expect(await start('急什么，快点走')).toMatchObject({ refusal: 'wording' });
		expect(await startBroadcast(house.hall, GUIDE, wish({ code: 'nonsense' }))).toMatchObject({
			refusal: 'broadcast-unknown'
		});
	});

	test('the ledger has every step, and no text', async () => {
		const lines = (await linesAfter(house.hall.read, house.hall.id, 0)).filter(({ act }) =>
			act.startsWith('broadcast.')
		);
		expect(new Set(lines.map(({ act }) => act))).toEqual(
			new Set(['broadcast.started', 'broadcast.end-asked', 'broadcast.ended'])
		);
		for (const line of lines) expect(line.body).not.toMatch(/[\u4e00-\u9fff]/);
	});
});
