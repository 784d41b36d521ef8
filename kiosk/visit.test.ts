import { describe, expect, it } from 'vitest';
import { item, kioskView, ticketView, zone } from '#test/fixtures/kiosk.ts';
import { text } from '#test/fixtures/screens.ts';
import { refused, granted, walk } from '#test/fixtures/visit.ts';
import { ASK_MS, BROKEN_MS } from './presence.svelte.ts';
import { PRINTED_MS, SETTLE_MS, SHOWN_MS } from './pace.ts';

describe('the way to a number', () => {
	it('K-01 zone, item and number are three touches', async () => {
		const { visit, touch, wishes, clock } = walk();
		await touch(() => visit.chooseZone('insurance'));
		expect(visit.screen).toBe('items');
		await touch(() => visit.chooseItem('insurance-1'));
		expect(visit.screen).toBe('item');
		await touch(() => visit.take());
		await clock.advance(20);
		expect(visit.screen).toBe('ticket');
		expect(visit.ticket?.number).toBe('A029');
		expect(wishes).toEqual([{ item: 'insurance-1', intent: 'intent-1', lang: 'zh-CN', device: 'kiosk-main-1' }]);
	});

	it('a hall with one zone begins at its items', () => {
		const { visit } = walk({ view: kioskView({ zones: [zone('only', text('大厅', 'Hall'), 2)] }) });
		expect(visit.screen).toBe('items');
		expect(visit.browse.shelf?.code).toBe('only');
		expect(visit.hasBack).toBe(false);
	});

	it('K-04 a priority class goes with the wish, as the fourth touch', async () => {
		const { visit, touch, toItem, wishes, clock } = walk();
		await toItem();
		await touch(() => visit.askPriority());
		expect(visit.screen).toBe('priority');
		await touch(() => visit.take('elder'));
		await clock.advance(20);
		expect(wishes[0]?.class).toBe('elder');
		expect(visit.screen).toBe('ticket');
	});

	it('the way back is the way in, and from the items to the start, in the language chosen', async () => {
		const { visit, touch, toItem } = walk();
		visit.lang = 'en';
		await toItem();
		await touch(() => visit.askPriority());
		for (const screen of ['item', 'items', 'zones']) {
			await touch(() => visit.back());
			expect(visit.screen).toBe(screen);
		}
		expect(visit.browse.shelf).toBeNull();
		expect(visit.lang).toBe('en');
	});

	it('priority is not asked for an item that gives no numbers', async () => {
		const view = kioskView({
			zones: [{ ...zone('z', text('大厅', 'Hall'), 0), items: [item('shut', { open: false })] }]
		});
		const { visit, touch } = walk({ view });
		await touch(() => visit.chooseItem('shut'));
		await touch(() => visit.askPriority());
		expect(visit.screen).toBe('item');
	});

	it('people ahead change while one reads', async () => {
		const { visit, toItem, hall } = walk();
		await toItem();
		hall.view = kioskView({
			zones: [{ ...zone('insurance', text('社保', 'Insurance'), 0), items: [item('insurance-1', { ahead: 41 })] }]
		});
		expect(visit.item?.ahead).toBe(41);
	});
});

describe('double touches', () => {
	it('K-01 a double touch on the big button is one wish', async () => {
		const { visit, toItem, touch, wishes, clock } = walk({ delay: 300 });
		await toItem();
		await touch(() => {
			void visit.take();
			void visit.take();
		});
		await clock.advance(350);
		void visit.take();
		await clock.advance(1000);
		expect(wishes).toHaveLength(1);
		expect(visit.screen).toBe('ticket');
	});

	it('the second half of a double touch does not hit what has appeared under the finger', async () => {
		const { visit, touch, clock } = walk();
		await touch(() => visit.chooseZone('insurance'));
		await clock.advance(SETTLE_MS - 1);
		visit.chooseItem('insurance-1');
		expect(visit.screen).toBe('items');
		await clock.advance(1);
		visit.chooseItem('insurance-1');
		expect(visit.screen).toBe('item');
	});

	it('an impatient hand does not send the number away', async () => {
		const { visit, toItem, touch, clock } = walk();
		await toItem();
		await touch(() => visit.take());
		await clock.advance(SHOWN_MS - 100);
		visit.home();
		expect(visit.screen).toBe('ticket');
		await clock.advance(200);
		visit.home();
		expect(visit.screen).toBe('zones');
	});
});

describe('when no number comes', () => {
	it('a refusal is shown with its reason, and offers no useless second try', async () => {
		const { visit, toItem, touch, clock } = walk({ answers: [refused('queue-full')] });
		await toItem();
		await touch(() => visit.take());
		await clock.advance(20);
		expect(visit.screen).toBe('problem');
		expect(visit.problem?.code).toBe('queue-full');
		expect(visit.canRetry).toBe(false);
	});

	it('K-12 a lost answer is asked for once more with the same intent', async () => {
		const { visit, toItem, touch, wishes, clock } = walk({ answers: [refused('offline'), granted] });
		await toItem();
		await touch(() => visit.take());
		await clock.advance(3000);
		expect(visit.screen).toBe('ticket');
		expect(wishes.map((wish) => wish.intent)).toEqual(['intent-1', 'intent-1']);
	});

	it('K-12 a visitor who tries again keeps the intent, so no second number is taken', async () => {
		const offline = refused('offline');
		const { visit, toItem, touch, wishes, clock } = walk({ answers: [offline, offline, granted] });
		await toItem();
		await touch(() => visit.take());
		await clock.advance(3000);
		expect(visit.screen).toBe('problem');
		expect(visit.canRetry).toBe(true);
		await touch(() => visit.retry());
		await clock.advance(20);
		expect(visit.screen).toBe('ticket');
		expect(new Set(wishes.map((wish) => wish.intent)).size).toBe(1);
	});

	it('a new wish has a new intent', async () => {
		const { visit, toItem, touch, wishes, clock } = walk();
		for (let round = 0; round < 2; round++) {
			await toItem();
			await touch(() => visit.take());
			await clock.advance(SHOWN_MS);
			await touch(() => visit.home());
		}
		expect(new Set(wishes.map((wish) => wish.intent)).size).toBe(2);
	});

	it('K-12 a line that is down for some seconds makes the kiosk say so, and no longer when it is back', async () => {
		const { visit, hall, clock } = walk();
		hall.stale = true;
		await clock.advance(BROKEN_MS - 1000);
		expect(visit.presence.broken).toBe(false);
		await clock.advance(3000);
		expect(visit.presence.broken).toBe(true);
		hall.stale = false;
		await clock.advance(1000);
		expect(visit.presence.broken).toBe(false);
	});
});

describe('when the visitor walks away', () => {
	const idle = kioskView().idleSeconds * 1000;

	it('the kiosk asks, counts twenty seconds, and is at the start again as for a new visitor', async () => {
		const { visit, toItem, touch, clock } = walk();
		await touch(() => {
			visit.lang = 'en';
		});
		await toItem();
		await clock.advance(idle - 1000);
		expect(visit.presence.leavingIn).toBeNull();
		await clock.advance(2000);
		expect(visit.presence.leavingIn).toBeGreaterThanOrEqual(19);
		await clock.advance(ASK_MS - 3000);
		expect(visit.screen).toBe('item');
		await clock.advance(3000);
		expect({ screen: visit.screen, lang: visit.lang, item: visit.item }).toEqual({
			screen: 'zones',
			lang: 'zh-CN',
			item: null
		});
		expect(visit.presence.leavingIn).toBeNull();
	});

	it('one touch is enough to stay, again and again', async () => {
		const { visit, toItem, clock } = walk();
		await toItem();
		for (let times = 0; times < 10; times++) {
			await clock.advance(idle + ASK_MS - 2000);
			expect(visit.presence.leavingIn).not.toBeNull();
			visit.presence.touched();
			expect(visit.presence.leavingIn).toBeNull();
		}
		expect(visit.screen).toBe('item');
	});

	it('nothing moves while a finger rests on the glass', async () => {
		const { visit, toItem, clock } = walk();
		await toItem();
		await clock.advance(idle + ASK_MS - 3000);
		visit.presence.held();
		await clock.advance(8000);
		expect(visit.screen).toBe('item');
		visit.presence.touched();
		await clock.advance(2000);
		expect(visit.presence.leavingIn).toBeNull();
	});

	it('an untouched kiosk never asks', async () => {
		const { visit, clock } = walk();
		await clock.advance(10 * idle);
		expect(visit.presence.leavingIn).toBeNull();
	});

	it('a printed number makes room sooner than one that must be written down', async () => {
		const { visit, toItem, touch, clock } = walk({ answers: [{ ok: true, value: ticketView({ slip: 'failed' }) }] });
		await toItem();
		await touch(() => visit.take());
		await clock.advance(PRINTED_MS + 3000);
		expect(visit.presence.leavingIn).toBeNull();
		visit.told(ticketView({ slip: 'printed' }));
		await clock.advance(1000);
		expect(visit.presence.leavingIn).not.toBeNull();
		await clock.advance(ASK_MS);
		expect(visit.screen).toBe('zones');
		expect(visit.ticket).toBeNull();
	});

	it('news of another ticket do not reach this one', async () => {
		const { visit, toItem, touch, clock } = walk();
		await toItem();
		await touch(() => visit.take());
		await clock.advance(20);
		visit.told(ticketView({ id: 999, number: 'B001' }));
		expect(visit.ticket?.number).toBe('A029');
		visit.told(ticketView({ ahead: 2 }));
		expect(visit.ticket?.ahead).toBe(2);
	});

	it('leaves no timer behind when the page goes', () => {
		const { clock, stop } = walk();
		stop();
		expect(clock.pending()).toBe(0);
	});
});
