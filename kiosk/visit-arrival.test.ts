import { describe, expect, it } from 'vitest';
import type { KioskView } from '#server/views.ts';
import { item, kioskView, zone } from '#test/fixtures/kiosk.ts';
import { text } from '#test/fixtures/screens.ts';
import { granted, refused, walk } from '#test/fixtures/visit.ts';
import { ASK_MS } from './presence.svelte.ts';
import { Scanned } from './scanned.svelte.ts';
import type { Visit } from './visit.svelte.ts';

/** Holds a code before the scanner; what came of it. */
function scan(visit: Visit, code: string): { unknown: boolean; opened: string[] } {
	const opened: string[] = [];
	const codes = new Scanned({ visit, open: (ticket) => void opened.push(ticket) });
	codes.take(code);
	return { unknown: codes.unknown, opened };
}

describe('what stands between an item and its number', () => {
	const hallWith = (over: Parameters<typeof item>[1]): KioskView =>
		kioskView({ zones: [{ ...zone('insurance', text('社保', 'Insurance'), 0), items: [item('insurance-1', over)] }] });
	const WHO = '99999919900101004X';
	const type = (visit: Visit, number: string): void => {
		for (const key of number) visit.typed.press(key);
	};
	const advice = { kind: 'long-queue', wait: { from: 60, to: 90 }, closes: '17:00' } as const;

	it('K-06 a long queue is asked about once, and a number is given to who still wants it', async () => {
		const { visit, touch, wishes, clock } = walk({ view: hallWith({ advice }) });
		await touch(() => visit.chooseItem('insurance-1'));
		await touch(() => visit.take('elder'));
		expect(visit.screen).toBe('advice');
		expect(wishes).toEqual([]);
		await touch(() => visit.takeAnyway());
		await clock.advance(20);
		expect(wishes[0]).toMatchObject({ item: 'insurance-1', class: 'elder' });
		expect(visit.screen).toBe('ticket');
	});

	it('K-07 an item that asks who it is gets the number typed, which is gone from the kiosk then', async () => {
		const { visit, touch, wishes, clock } = walk({ view: hallWith({ identity: 'required' }) });
		await touch(() => visit.chooseItem('insurance-1'));
		await touch(() => visit.take());
		expect(visit.screen).toBe('person');
		type(visit, WHO);
		expect(visit.typed.shown(true)).toBe('**** **** **** **** *X');
		await touch(() => visit.sayWho('typed'));
		await clock.advance(20);
		expect(wishes[0]?.person).toBe(WHO);
		expect(visit.screen).toBe('ticket');
		expect(visit.typed.length).toBe(0);
	});

	it('K-07 one that asks for nothing but may know it takes a number without it', async () => {
		const { visit, touch, wishes, clock } = walk({ view: hallWith({ identity: 'optional' }) });
		await touch(() => visit.chooseItem('insurance-1'));
		await touch(() => visit.take());
		await touch(() => visit.sayWho(null));
		await clock.advance(20);
		expect(wishes[0]).not.toHaveProperty('person');
	});

	it('K-07 a mistyped number is typed again; a lost answer is asked for without it', async () => {
		const wrong = refused('identity-invalid');
		const lost = refused('offline');
		const { visit, touch, wishes, clock } = walk({
			view: hallWith({ identity: 'required' }),
			answers: [wrong, lost, lost, granted]
		});
		await touch(() => visit.chooseItem('insurance-1'));
		await touch(() => visit.take());
		type(visit, WHO.replace('X', '1'));
		await touch(() => visit.sayWho('typed'));
		await clock.advance(20);
		expect([visit.screen, visit.problem?.code, visit.typed.length]).toEqual(['person', 'identity-invalid', 0]);
		type(visit, WHO);
		await touch(() => visit.sayWho('typed'));
		await clock.advance(3000);
		expect(visit.screen).toBe('problem');
		await touch(() => visit.retry());
		await clock.advance(20);
		expect(wishes.at(-1)).not.toHaveProperty('person');
		expect(wishes.at(-1)?.intent).toBe(wishes.at(-2)?.intent);
	});

	it('K-07 who walks away leaves nothing typed', async () => {
		const { visit, touch, clock } = walk({ view: hallWith({ identity: 'required' }) });
		await touch(() => visit.chooseItem('insurance-1'));
		await touch(() => visit.take());
		type(visit, '9999991990');
		await touch(() => visit.back());
		expect([visit.screen, visit.typed.length]).toEqual(['item', 0]);
		await touch(() => visit.take());
		type(visit, '9999991990');
		await clock.advance(kioskView().idleSeconds * 1000 + ASK_MS + 2000);
		expect(visit.typed.length).toBe(0);
	});
});

describe('K-06 who has an appointment', () => {
	const bookable = kioskView({
		zones: [
			zone('a', text('甲', 'A'), 1),
			{ ...zone('b', text('乙', 'B'), 0), items: [item('b-1', { nextSlots: [] })] }
		]
	});

	it('types the code: two touches and eight digits', async () => {
		const { visit, touch, arrivals, clock } = walk({ view: bookable });
		await touch(() => visit.checkIn());
		expect(visit.screen).toBe('check-in');
		for (const key of '12345678') visit.typed.press(key);
		expect(visit.typed.shown(false)).toBe('1234 5678');
		await touch(() => visit.arrive('typed'));
		await clock.advance(20);
		expect(arrivals[0]).toMatchObject({ code: '12345678', ordinary: false, device: 'kiosk-main-1' });
		expect(visit.screen).toBe('ticket');
	});

	it('or the number it was booked with, which is covered while it is typed and not kept', async () => {
		const { visit, touch, arrivals, clock } = walk({ view: bookable, answers: [refused('offline')] });
		await touch(() => visit.checkIn());
		for (const key of '13900000000') visit.typed.press(key);
		expect(visit.typed.shown(false)).toBe('**** **** **0');
		await touch(() => visit.arrive('typed'));
		await clock.advance(3000);
		expect(arrivals[0]).toMatchObject({ person: '13900000000' });
		expect([visit.screen, visit.typed.length, visit.canRetry]).toEqual(['check-in', 0, false]);
	});

	it('or holds the code of the phone before the scanner, from whatever page', async () => {
		const { visit, touch, arrivals, clock } = walk({ view: bookable });
		await touch(() => visit.chooseZone('b'));
		const token = `3f.${'aB-_'.repeat(5)}xy`;
		await touch(() => scan(visit, `http://10.0.0.5:3000/a/${token}`));
		await clock.advance(20);
		expect(arrivals).toMatchObject([{ token }]);
		expect(visit.screen).toBe('ticket');
	});

	it('is asked again for a code that nobody has', async () => {
		const { visit, touch, clock } = walk({ view: bookable, answers: [refused('appointment-unknown')] });
		await touch(() => visit.checkIn());
		for (const key of '12345678') visit.typed.press(key);
		await touch(() => visit.arrive('typed'));
		await clock.advance(20);
		expect([visit.screen, visit.problem?.code]).toEqual(['check-in', 'appointment-unknown']);
	});

	it('who comes too late is offered an ordinary number, as another wish', async () => {
		const { visit, touch, arrivals, clock } = walk({
			view: bookable,
			answers: [refused('appointment-lapsed'), granted]
		});
		await touch(() => visit.checkIn());
		for (const key of '12345678') visit.typed.press(key);
		await touch(() => visit.arrive('typed'));
		await clock.advance(20);
		expect(visit.canTakeOrdinary).toBe(true);
		await touch(() => visit.takeOrdinary());
		await clock.advance(20);
		expect(arrivals[1]).toMatchObject({ code: '12345678', ordinary: true });
		expect(arrivals[1]?.intent).not.toBe(arrivals[0]?.intent);
		expect(visit.screen).toBe('ticket');
	});

	it.each([
		['a number of their own', 'typed'],
		['their card', { card: 'word' }]
	] as const)('by %s, which is not kept, they find the item open instead', async (_, by) => {
		const { visit, touch, arrivals, clock } = walk({
			view: bookable,
			answers: [refused('appointment-lapsed', 'b-1')]
		});
		await touch(() => visit.checkIn());
		for (const key of '13900000000') visit.typed.press(key);
		await touch(() => visit.arrive(by));
		await clock.advance(20);
		expect([visit.screen, visit.canTakeOrdinary]).toEqual(['problem', true]);
		await touch(() => visit.takeOrdinary());
		expect([visit.screen, visit.item?.code, visit.problem, arrivals.length]).toEqual(['item', 'b-1', null, 1]);
	});

	it('or are told only, where this kiosk has no such item', async () => {
		const { visit, touch, clock } = walk({ view: bookable, answers: [refused('appointment-lapsed', 'marriage')] });
		await touch(() => visit.checkIn());
		for (const key of '13900000000') visit.typed.press(key);
		await touch(() => visit.arrive('typed'));
		await clock.advance(20);
		expect(visit.canTakeOrdinary).toBe(false);
	});

	it('W-05 twelve digits are the code of a notice, typed on the same page', async () => {
		const { visit, touch, arrivals, backs, clock } = walk();
		await touch(() => visit.checkIn());
		for (const key of '000000005724') visit.typed.press(key);
		expect([visit.typed.isCode, visit.typed.isNotice]).toEqual([false, true]);
		await touch(() => visit.arrive('typed'));
		await clock.advance(20);
		expect([arrivals, backs]).toMatchObject([[], [{ notice: '000000005724', device: 'kiosk-main-1' }]]);
		expect(visit.screen).toBe('ticket');
	});

	it('W-05 or held before the scanner, from whatever page', async () => {
		const { visit, touch, backs, clock } = walk({ view: bookable });
		await touch(() => visit.chooseZone('b'));
		await touch(() => scan(visit, 'http://10.0.0.5:3000/n/000000005724'));
		await clock.advance(20);
		expect(backs).toMatchObject([{ notice: '000000005724' }]);
		expect(visit.screen).toBe('ticket');
	});

	it('W-05 a code that nobody has is typed once more', async () => {
		const { visit, touch, clock } = walk({ answers: [refused('notice-unknown')] });
		await touch(() => visit.checkIn());
		for (const key of '000000005724') visit.typed.press(key);
		await touch(() => visit.arrive('typed'));
		await clock.advance(20);
		expect([visit.screen, visit.problem?.code]).toEqual(['check-in', 'notice-unknown']);
	});

	it('W-05 a code can be typed in every hall: notices are given everywhere', () => {
		const none = kioskView({
			zones: [{ ...zone('a', text('甲', 'A'), 0), items: [item('a-1', { nextSlots: null })] }]
		});
		expect(walk({ view: none }).visit.canCheckIn).toBe(true);
	});

	it('K-06 K-07 or lays the card, told what for; the word for it is sent once and not kept', async () => {
		const { visit, touch, arrivals, clock } = walk({ answers: [refused('appointment-unknown'), refused('offline')] });
		await touch(() => visit.checkIn());
		await touch(() => visit.arrive({ card: 'word-1' }));
		await clock.advance(20);
		expect(arrivals).toMatchObject([{ card: 'word-1', told: '2026.12', ordinary: false }]);
		expect([visit.screen, visit.problem?.code]).toEqual(['check-in', 'appointment-unknown']);
		await touch(() => visit.arrive({ card: 'word-2' }));
		await clock.advance(3000);
		expect([visit.screen, visit.canRetry]).toEqual(['check-in', false]);
	});
});

describe('K-13 a code before the scanner of a kiosk', () => {
	it('of an item’s guide opens the item, from whatever page; back leads to its zone', async () => {
		const { visit, touch } = walk();
		await touch(() => visit.checkIn());
		await touch(() => expect(scan(visit, 'http://10.0.0.5:3000/i/insurance-1').unknown).toBe(false));
		expect([visit.screen, visit.item?.code]).toEqual(['item', 'insurance-1']);
		await touch(() => visit.back());
		expect([visit.screen, visit.browse.shelf?.code]).toEqual(['items', 'insurance']);
	});

	it('of a slip opens its ticket', async () => {
		const { visit, touch } = walk();
		const token = `3f.${'aB-_'.repeat(5)}xy`;
		await touch(() => {
			expect(scan(visit, `http://10.0.0.5:3000/t/${token}`)).toEqual({ unknown: false, opened: [token] });
		});
	});

	it.each(['http://10.0.0.5:3000/i/elsewhere', 'A001', '6901234567892', 'https://example.com/'])(
		'%s, which nothing here knows, is said to be unknown and changes nothing',
		async (text) => {
			const { visit, touch, toItem, wishes, arrivals, backs } = walk();
			await toItem();
			await touch(() => expect(scan(visit, text)).toEqual({ unknown: true, opened: [] }));
			expect([visit.screen, visit.item?.code, visit.taking]).toEqual(['item', 'insurance-1', false]);
			expect([wishes, arrivals, backs]).toEqual([[], [], []]);
		}
	);

	it('the sentence goes with the next touch', () => {
		const codes = new Scanned({ visit: walk().visit, open: () => undefined });
		codes.take('nothing');
		expect(codes.unknown).toBe(true);
		codes.touched();
		expect(codes.unknown).toBe(false);
	});
});
