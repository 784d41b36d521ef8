import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { linesAfter } from '#db/ledger.ts';
import { ENGINES } from '#test/db.ts';
import { arrival, booked, BOOKING_HALL, resident } from '#test/fixtures/booking.ts';
import { granted, refusal, tomorrow, until } from '#test/fixtures/days.ts';
import { CLERK, KIOSK, SUPERVISOR, testHall, type TestHall } from '#test/hall.ts';
import { checkIn } from '../appointments/check-in.ts';
import { today } from '../hall.ts';
import { endDay } from '../day/end.ts';
import { cancel, voidTicket } from '../tickets/end.ts';
import { issueTicket, type IssueWish } from '../tickets/issue.ts';
import { Identities } from './identities.ts';
import { hoardView } from './view.ts';

let intents = 0;
function wish(person: string | null, item = 'sale'): IssueWish {
	intents += 1;
	return { item, class: 'ordinary', intent: `person-${String(intents)}`, lang: 'zh-CN', device: 'kiosk-1', person };
}

describe.each(ENGINES)('%s: one person, one number', (engine) => {
	let here: TestHall;
	beforeAll(async () => {
		here = await testHall(engine, BOOKING_HALL);
	});
	beforeEach(async () => {
		do await tomorrow(here);
		while ([0, 5, 6].includes(new Date(today(here.hall)).getUTCDay()));
	});
	afterAll(() => here.close());

	const take = (...args: Parameters<typeof wish>): ReturnType<typeof issueTicket> =>
		issueTicket(here.hall, KIOSK, wish(...args));
	const hashes = async (): Promise<unknown[]> => {
		const found = [];
		for (const table of ['ticket', 'appointment'] as const) {
			found.push(await here.hall.read.selectFrom(table).select(['day', 'person_hash']).orderBy('id').execute());
		}
		return found.flat();
	};

	test('K-07 without a number that passes its check none is given; other items do not even look at it', async () => {
		expect(refusal(await take(null))).toBe('identity-needed');
		expect(refusal(await take('999999199001010019'))).toBe('identity-invalid');
		expect(granted(await take(resident(1))).ticket.person_hash).toMatch(/^[\w-]{43}$/);
		expect(granted(await take(null, 'enrol')).ticket.person_hash).toBeNull();
	});

	test('K-07 one living number per person and item, however it is written and how many ask at once', async () => {
		const number = resident(2);
		const answers = await Promise.all([number, ` ${number}`, number.toLowerCase()].map((one) => take(one)));
		expect(answers.map(refusal).toSorted()).toEqual(['not refused', 'person-limit', 'person-limit']);
		const living = answers.find((one) => one.ok);
		const told = answers.find((one) => !one.ok);
		expect(told).toMatchObject({ detail: living?.ok ? living.value.ticket.number : '' });
		expect(refusal(await take(resident(3)))).toBe('not refused');
		expect(refusal(await take(number, 'enrol'))).toBe('not refused');
	});

	test('K-07 and so many in a day; a misprint does not count', async () => {
		const number = resident(4);
		for (let i = 0; i < 2; i += 1) {
			const { ticket } = granted(await take(number));
			granted(await voidTicket(here.hall, CLERK, ticket.id, 'torn'));
		}
		for (let i = 0; i < 2; i += 1) {
			const { ticket } = granted(await take(number));
			granted(await cancel(here.hall, CLERK, ticket.id, { token: null, reason: 'left' }));
		}
		expect(refusal(await take(number))).toBe('person-limit');
		await tomorrow(here);
		expect(refusal(await take(number))).toBe('not refused');
	});

	test('K-07 the same intent gives its ticket without asking who it is again', async () => {
		const first = wish(resident(5));
		const { ticket } = granted(await issueTicket(here.hall, KIOSK, first));
		const again = granted(await issueTicket(here.hall, KIOSK, { ...first, person: null }));
		expect(again.ticket.id).toBe(ticket.id);
	});

	test('K-07 when the day is closed nobody can tell any more whose its numbers and appointments were', async () => {
		granted(await take(resident(6)));
		await booked(here, `${today(here.hall)} 15:00`, { person: resident(6) });
		const ahead = await booked(here, `${nextDay(here)} 09:30`, { person: resident(6) });
		const day = today(here.hall);
		await endDay(here.hall, SUPERVISOR, day);
		const left = (await hashes()) as { day: string; person_hash: string | null }[];
		expect(left.filter((one) => one.day <= day && one.person_hash !== null)).toEqual([]);
		expect(left.filter((one) => one.person_hash !== null)).toEqual([
			{ day: ahead.day, person_hash: ahead.person_hash }
		]);
	});

	test('K-07 also of days over which the server slept', async () => {
		await booked(here, `${nextDay(here)} 09:30`, { person: resident(7) });
		await until(here, `${nextDay(here)}T18:00:00Z`);
		await tomorrow(here);
		const left = (await hashes()) as { person_hash: string | null }[];
		expect(left.filter((one) => one.person_hash !== null)).toEqual([]);
	});

	test('K-07 no line of the ledger has ever held a hash or a number', async () => {
		const { ticket } = granted(await take(resident(8)));
		const made = await booked(here, `${today(here.hall)} 09:30`, { person: resident(9) });
		granted(await checkIn(here.hall, KIOSK, arrival({ person: resident(9) })));
		granted(await cancel(here.hall, CLERK, ticket.id, { token: null, reason: 'left' }));
		let text = '';
		for (let seq = 0, lines = await linesAfter(here.hall.read, here.hall.id, 0); lines.length > 0;) {
			text += lines.map((line) => JSON.stringify(line)).join('\n');
			seq = lines.at(-1)?.seq ?? seq;
			lines = await linesAfter(here.hall.read, here.hall.id, seq);
		}
		for (const secret of [ticket.person_hash, made.person_hash, resident(8), resident(9)]) {
			expect(text).not.toContain(secret);
		}
		expect(text).not.toContain('person');
	});

	test('T-03 one person with many numbers, and a kiosk whose numbers nobody wants, are shown to the desk', async () => {
		const agent = resident(10);
		granted(await take(agent));
		granted(await take(agent, 'enrol'));
		expect(await hoardView(here.hall)).toMatchObject({ persons: [], origins: [] });
		await booked(here, `${today(here.hall)} 15:00`, { person: agent });
		for (let i = 0; i < 3; i += 1) {
			const { ticket } = granted(await take(null, 'enrol'));
			granted(await cancel(here.hall, CLERK, ticket.id, { token: null, reason: 'given back' }));
			await here.clock.advance(60_000);
		}
		const seen = await hoardView(here.hall);
		expect(seen.persons).toMatchObject([
			{ items: 2, lines: [{ number: 'H001' }, { number: 'A001' }, { number: null }] }
		]);
		expect(seen.origins).toMatchObject([{ origin: 'kiosk-1', lines: [{ state: 'cancelled' }, {}, {}] }]);
		expect(JSON.stringify(seen)).not.toMatch(/hash|person_|999999/);
	});
});

/** The working day after today; tests begin on Monday to Thursday. */
function nextDay(here: TestHall): string {
	return new Date(Date.parse(today(here.hall)) + 86_400_000).toISOString().slice(0, 10);
}

describe('K-07 the key of the hashes', () => {
	const folder = mkdtempSync(join(tmpdir(), 'guidedesk-key-'));
	const path = join(folder, 'keys', 'identity.key');
	afterAll(() => rmSync(folder, { recursive: true }));
	const me = { hall: 1, day: '2026-11-23', number: resident(1) };

	test('is made at first need, for its owner’s eyes only, and stays', () => {
		const first = new Identities(path).hash(me);
		expect(statSync(path).mode & 0o777).toBe(0o600);
		expect(readFileSync(path)).toHaveLength(32);
		expect(new Identities(path).hash(me)).toBe(first);
	});

	test('another hall, day, number or key gives another hash', () => {
		const one = new Identities(path);
		const other = new Identities(join(folder, 'other.key'));
		const all = [me, { ...me, hall: 2 }, { ...me, day: '2026-11-24' }, { ...me, number: resident(2) }].map((of) =>
			one.hash(of)
		);
		expect(new Set([...all, other.hash(me)]).size).toBe(5);
	});

	test('a damaged key is told, not replaced: two halves of a day could not be compared', () => {
		const damaged = join(folder, 'damaged.key');
		writeFileSync(damaged, 'short');
		expect(() => new Identities(damaged).hash(me)).toThrow(/not a key of 32 bytes/);
	});
});
