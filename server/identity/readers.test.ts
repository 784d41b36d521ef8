import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { linesAfter } from '#db/ledger.ts';
import { ENGINES } from '#test/db.ts';
import { booked, BOOKING_HALL } from '#test/fixtures/booking.ts';
import { tomorrow } from '#test/fixtures/days.ts';
import { KIOSK, testHall, type TestHall } from '#test/hall.ts';
import { answer } from '../api/answer.ts';
import { today } from '../hall.ts';
import type { CardReading } from '../views.ts';
import { Readers } from './readers.ts';

const HALL = BOOKING_HALL.replace(
	'  screens:\n',
	'  idReaders:\n    - { code: reader-1, kiosk: kiosk-1, wire: { kind: virtual } }\n    - { code: reader-2, kiosk: kiosk-2, wire: { kind: tcp, host: 127.0.0.1, port: 9 } }\n  screens:\n'
).replace(
	'zones: [east], printerGroup: main }\n',
	'zones: [east], printerGroup: main }\n    - { code: kiosk-2, name: { zh: 二号机, en: Kiosk 2 } }\n'
);
/** Of the first two invented cards: an adult's and an elder's. */
const [ADULT, ELDER] = ['999999199001010016', '999999195003050021'];
const [FIRST, SECOND] = [0, 1];
const open = new AbortController().signal;
let intents = 0;

describe.each(ENGINES)('%s: a card is laid at a kiosk', (engine) => {
	let here: TestHall;
	let readers: Readers;
	beforeAll(async () => {
		here = await testHall(engine, HALL);
		readers = new Readers(here.hall, () => undefined);
	});
	beforeEach(async () => {
		do await tomorrow(here);
		while ([0, 5, 6].includes(new Date(today(here.hall)).getUTCDay()));
		readers.lay('reader-1', null);
		await read('kiosk-1');
	});
	afterAll(async () => {
		await readers.close();
		await here.close();
	});

	async function read(kiosk: string, gone = open): Promise<CardReading> {
		let reading: CardReading | undefined;
		void readers.read(kiosk, gone).then((one) => (reading = one));
		for (let steps = 0; reading === undefined && steps < 300; steps += 1) await here.clock.advance(100);
		if (!reading) throw new Error('it never ends');
		return reading;
	}

	async function word(nth: number): Promise<string> {
		readers.lay('reader-1', null);
		here.clock.after(500, () => void readers.lay('reader-1', nth));
		const reading = await read('kiosk-1');
		if (reading.outcome !== 'read') throw new Error(reading.outcome);
		return reading.card;
	}

	const take = (wish: object): ReturnType<typeof send> => send('tickets', { item: 'sale', ...wish });
	const come = (wish: object): ReturnType<typeof send> => send('check-ins', wish);
	function send(path: string, wish: object): Promise<{ status: number; code: unknown; number: unknown }> {
		intents += 1;
		const text = JSON.stringify({ intent: `card-number-${intents}`, device: 'kiosk-1', ...wish });
		const request = {
			method: 'POST',
			path,
			languages: 'zh-CN',
			body: () => Promise.resolve({ ok: true as const, value: text })
		};
		return answer(request, { hall: here.hall, who: KIOSK, onTrouble: fail }).then(({ status, text: given }) => {
			const { code, number } = JSON.parse(given) as Record<string, unknown>;
			return { status, code, number };
		});
	}

	test('K-07 the page gets the masked number and a word, never the number', async () => {
		readers.lay('reader-1', FIRST);
		const reading = await read('kiosk-1');
		expect(reading).toEqual({
			outcome: 'read',
			shown: '9999**********0016',
			elder: false,
			card: expect.any(String) as string
		});
		expect(JSON.stringify(reading)).not.toContain(ADULT);
		readers.lay('reader-1', null);
		expect(await read('kiosk-1')).toEqual({ outcome: 'none' });
		readers.lay('reader-1', SECOND);
		expect(await read('kiosk-1')).toMatchObject({ elder: true });
	});

	/** Tests a reader, as the device page does. @returns how it stands then */
	async function tried(code: string): Promise<unknown> {
		const tests = { over: false };
		void readers.test(code).then(() => (tests.over = true));
		for (let steps = 0; !tests.over && steps < 100; steps += 1) await here.clock.advance(100);
		expect(tests.over).toBe(true);
		return readers.view().find((one) => one.code === code)?.state;
	}

	test('D-12 tested, a reader tells whether it answers; a card that lies there gives nothing away', async () => {
		expect(await tried('reader-1')).toBe('none');
		readers.lay('reader-1', FIRST);
		expect(await tried('reader-1')).toBe('none');
		readers.setFault('reader-1', 'unplugged', true);
		expect(await tried('reader-1')).toBe('absent');
		readers.setFault('reader-1', 'unplugged', false);
		expect(await tried('reader-1')).toBe('none');
		expect(await tried('reader-9')).toBeUndefined();
	});

	test('D-12 a test disturbs nobody who is asked for a card, and yields to whoever comes during it', async () => {
		const asked = readers.read('kiosk-1', open);
		expect(await tried('reader-1')).toBe('asked');
		readers.lay('reader-1', FIRST);
		await here.clock.advance(1000);
		expect(await asked).toMatchObject({ outcome: 'read' });
		readers.lay('reader-1', null);
		const test = readers.test('reader-1');
		await here.clock.advance(100);
		const next = readers.read('kiosk-1', open);
		await here.clock.advance(200);
		await test;
		expect(readers.view()[0]?.state).toBe('asked');
		readers.lay('reader-1', SECOND);
		await here.clock.advance(1000);
		expect(await next).toMatchObject({ outcome: 'read', elder: true });
	});

	test('K-07 the number goes the way of a typed one: one living number per person and item', async () => {
		expect(await take({ person: null })).toMatchObject({ code: 'identity-needed' });
		const first = await take({ card: await word(FIRST), told: '2026.11' });
		expect(first.status).toBe(201);
		expect(await take({ person: ADULT })).toMatchObject({ code: 'person-limit' });
		expect(await take({ card: await word(FIRST) })).toMatchObject({ code: 'person-limit' });
		const issued = (await linesAfter(here.hall.read, here.hall.id, 0)).findLast(({ act }) => act === 'ticket.issued');
		expect(JSON.parse(issued?.body ?? '{}')).toMatchObject({ told: '2026.11', number: first.number });
	});

	test('K-06 K-07 finds what was booked with its number, whose word serves once; nothing of it is in the ledger', async () => {
		await booked(here, `${today(here.hall)} 09:30`, { person: ADULT });
		expect(await come({ card: await word(SECOND), told: '2026.12' })).toMatchObject({ code: 'appointment-unknown' });
		const card = await word(FIRST);
		const wish = { card, told: '2026.12', intent: 'card-check-in' };
		const given = await come(wish);
		expect(given).toMatchObject({ status: 201, number: 'A001' });
		expect(await come(wish)).toEqual(given);
		await here.clock.advance(31_000);
		expect(await come({ card })).toMatchObject({ status: 410, code: 'card-forgotten' });
		expect(await come({ card, code: '12345678' })).toMatchObject({ code: 'card-forgotten' });
		expect(await come({ card: await word(FIRST), code: '12345678' })).toMatchObject({ code: 'bad-request' });
		const lines = await linesAfter(here.hall.read, here.hall.id, 0);
		const issued = lines.findLast(({ act }) => act === 'ticket.issued');
		expect(JSON.parse(issued?.body ?? '{}')).toMatchObject({ told: '2026.12', number: 'A001' });
		expect(JSON.stringify(lines)).not.toContain(ADULT);
	});

	test('K-07 a word serves one number: asked again for a lost answer it gives the same, soon it is forgotten', async () => {
		const card = await word(FIRST);
		const wish = { card, intent: 'card-lost-answer' };
		const given = await take(wish);
		expect(await take(wish)).toEqual(given);
		await here.clock.advance(31_000);
		expect(await take({ card })).toMatchObject({ status: 410, code: 'card-forgotten' });
		const left = await word(SECOND);
		here.hall.cards.forget(left);
		expect(await take({ card: left })).toMatchObject({ code: 'card-forgotten' });
	});

	test('A-02 whoever walks away is forgotten in minutes, and nothing of a card is in any file or line', async () => {
		await word(FIRST);
		await take({ card: await word(SECOND) });
		expect(here.hall.cards.size).toBeGreaterThan(0);
		await here.clock.advance(3 * 60_000);
		expect(here.hall.cards.size).toBe(0);
		await here.opened.settled();
		const secrets = [ADULT, ELDER, '测试甲', '测试乙', '虚构街道'];
		const lines = JSON.stringify(await linesAfter(here.hall.read, here.hall.id, 0));
		const rows = JSON.stringify(await here.hall.read.selectFrom('ticket').selectAll().execute());
		const view = JSON.stringify(readers.view().map((seen) => ({ ...seen, cards: [] })));
		const files = readdirSync(here.hall.dataDir, { recursive: true, encoding: 'utf8' })
			.map((name) => join(here.hall.dataDir, name))
			.filter((path) => statSync(path).isFile())
			.map((path) => readFileSync(path, 'latin1'));
		for (const secret of secrets) {
			const bytes = Buffer.from(secret).toString('latin1');
			expect(
				[lines, rows, view].some((text) => text.includes(secret)),
				secret
			).toBe(false);
			expect(
				files.some((text) => text.includes(bytes)),
				secret
			).toBe(false);
		}
	});

	test('K-07 a page that hangs up lets the reader go, and one that asks later is the one at the kiosk', async () => {
		const page = new AbortController();
		here.clock.after(500, () => page.abort());
		expect(await read('kiosk-1', page.signal)).toEqual({ outcome: 'none' });
		const earlier = readers.read('kiosk-1', open);
		here.clock.after(1000, () => void readers.lay('reader-1', FIRST));
		expect((await read('kiosk-1')).outcome).toBe('read');
		expect(await earlier).toEqual({ outcome: 'none' });
	});

	test.each(['silent', 'unplugged', 'bad-sum'])(
		'K-07 a reader that is %s is absent, and the state stands on the bench',
		async (fault) => {
			expect(readers.setFault('reader-1', fault, true)).toBe(true);
			expect(await read('kiosk-1')).toEqual({ outcome: 'absent' });
			expect(readers.view()[0]).toMatchObject({ state: 'absent', faults: [fault] });
			readers.setFault('reader-1', fault, false);
			expect(await word(FIRST)).not.toBe('');
		}
	);

	test('K-07 a kiosk without a reader, and one whose reader is not at its address, have none', async () => {
		expect(await read('kiosk-9')).toEqual({ outcome: 'absent' });
		let far: CardReading | undefined;
		void readers.read('kiosk-2', open).then((one) => (far = one));
		// A real address answers in its own time.
		for (let i = 0; i < 500 && !far; i += 1) {
			await here.clock.advance(300);
			await new Promise((resolve) => setImmediate(resolve));
		}
		expect(far).toEqual({ outcome: 'absent' });
		expect([
			readers.setFault('reader-2', 'silent', true),
			readers.lay('reader-2', 0),
			readers.lay('reader-1', 9)
		]).toEqual([false, false, false]);
	});
});

function fail(error: unknown): never {
	throw error;
}
