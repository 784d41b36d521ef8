import { describe, expect, test } from 'vitest';
import type { Answer, Problem } from '#display/ask.ts';
import type { RateView } from '#server/views.ts';
import { virtualClock, type VirtualClock } from '#test/fakes/clock.ts';
import { ASK_MS } from '../presence.svelte.ts';
import type { SheetBody } from './sheet.svelte.ts';
import { Tablet, THANKS_MS } from './tablet.svelte.ts';

const ASK_SECONDS = 60;

interface Far {
	tablet: Tablet;
	clock: VirtualClock;
	/** a service of that number has ended at the window */
	end: (number: string) => Promise<void>;
	/** the server does not ask any more */
	withdraw: () => Promise<void>;
	given: { token: string; body: SheetBody }[];
	shown: string[];
	answers: Answer<unknown>[];
	seconds: (count: number) => Promise<void>;
	touch: (act: () => unknown) => Promise<void>;
}

function tabletAt(): Far {
	const clock = virtualClock();
	const given: Far['given'] = [];
	const shown: string[] = [];
	const answers: Answer<unknown>[] = [];
	const text = { zh: '一号', en: 'One' };
	let view: RateView = {
		...{ seq: 1, hall: text, window: { code: '1', name: text }, staff: '1001', days: 5, askSeconds: ASK_SECONDS },
		ask: null
	};
	const tablet = new Tablet({
		view: () => view,
		stale: () => false,
		skew: () => 0,
		give: (token, body) => {
			given.push({ token, body });
			return Promise.resolve(answers.shift() ?? { ok: true, value: {} });
		},
		shown: (token) => shown.push(token),
		timers: clock
	});
	tablet.start();
	const seconds = (count: number): Promise<void> => clock.advance(count * 1000);
	const end = (number: string): Promise<void> => {
		const until = clock.now() + ASK_SECONDS * 1000;
		view = { ...view, ask: { token: `token-${number}`, number, item: text, staff: '1001', until } };
		return seconds(1);
	};
	const withdraw = (): Promise<void> => {
		view = { ...view, ask: null };
		return seconds(1);
	};
	const touch = async (act: () => unknown): Promise<void> => {
		tablet.touched();
		await act();
		await clock.advance(10);
	};
	return { tablet, clock, end, withdraw, given, shown, answers, seconds, touch };
}

const refused = (code: Problem['code']): Answer<unknown> => ({
	ok: false,
	problem: { code, title: '', detail: '', status: 409 }
});

describe('W-12 the tablet at a window', () => {
	test('asks by itself when a service ends, says that it does, and chooses nothing beforehand', async () => {
		const { tablet, end, shown } = tabletAt();
		expect([tablet.screen, tablet.ask]).toEqual(['idle', null]);
		await end('A001');
		expect([tablet.screen, tablet.ask?.number, tablet.sheet.grade]).toEqual(['grades', 'A001', null]);
		expect(shown).toEqual(['token-A001']);
	});

	test('a good grade and what else is said go with the one-time token, once', async () => {
		const { tablet, end, touch, given, seconds } = tabletAt();
		await end('A001');
		await touch(() => tablet.choose(5));
		expect(tablet.screen).toBe('more');
		await touch(() => tablet.sheet.rate('attitude', 4));
		await touch(() => tablet.send());
		await touch(() => tablet.send());
		const body = { grade: 5, indicators: { attitude: 4 }, reasons: [], remark: null, phone: null };
		expect(given).toEqual([{ token: 'token-A001', body }]);
		expect(tablet.screen).toBe('thanks');
		await seconds(THANKS_MS / 1000 + 1);
		expect([tablet.screen, tablet.sheet.grade]).toEqual(['idle', null]);
	});

	test('a bad grade is asked why, and a telephone is kept only by the act of leaving it', async () => {
		const { tablet, end, touch, given } = tabletAt();
		await end('A001');
		await touch(() => tablet.choose(1));
		expect(tablet.screen).toBe('why');
		await touch(() => tablet.sheet.turn('slow'));
		await touch(() => tablet.goOn());
		await touch(() => tablet.askPhone());
		for (const digit of '1390000000') tablet.typed.press(digit);
		await touch(() => tablet.takePhone());
		expect([tablet.screen, tablet.sheet.phone]).toEqual(['phone', '']);
		tablet.typed.press('0');
		await touch(() => tablet.takePhone());
		expect([tablet.screen, tablet.typed.length]).toEqual(['more', 0]);
		await touch(() => tablet.send());
		expect(given[0]?.body).toMatchObject({ grade: 1, reasons: ['slow'], phone: '13900000000' });
		expect(tablet.ended).toBeNull();
	});

	test('reasons go with a bad grade only: who chooses again for a good one gives none', async () => {
		const { tablet, end, touch, given } = tabletAt();
		await end('A001');
		await touch(() => tablet.choose(2));
		await touch(() => tablet.sheet.turn('slow'));
		await touch(() => tablet.back());
		await touch(() => tablet.choose(4));
		await touch(() => tablet.send());
		expect(given[0]?.body).toMatchObject({ grade: 4, reasons: [] });
	});

	test('untouched it ends by itself, and shows the newest service meanwhile', async () => {
		const { tablet, end, seconds, given } = tabletAt();
		await end('A001');
		await end('A002');
		expect(tablet.ask?.number).toBe('A002');
		await seconds(ASK_SECONDS);
		expect(tablet.screen).toBe('idle');
		expect(given).toEqual([]);
	});

	test('keeps to the service it was opened for while its visitor is at it, then asks for the next', async () => {
		const { tablet, end, touch, seconds, given } = tabletAt();
		await end('A001');
		await touch(() => tablet.choose(4));
		await end('A002');
		expect(tablet.ask?.number).toBe('A001');
		await touch(() => tablet.send());
		expect(given.map(({ token }) => token)).toEqual(['token-A001']);
		await seconds(THANKS_MS / 1000 + 1);
		expect([tablet.screen, tablet.ask?.number, tablet.sheet.grade]).toEqual(['grades', 'A002', null]);
	});

	test('asks whether somebody is still there, and sends the grade of who has gone', async () => {
		const { tablet, end, touch, seconds, given } = tabletAt();
		await end('A001');
		await touch(() => tablet.choose(5));
		await seconds(ASK_SECONDS + 1);
		expect(tablet.presence.leavingIn).not.toBeNull();
		expect(given).toEqual([]);
		await seconds(ASK_MS / 1000);
		expect(given).toHaveLength(1);
		expect(tablet.screen).toBe('idle');
	});

	test('who touched it and chose nothing has not rated; nobody has to', async () => {
		const { tablet, end, touch, seconds, given } = tabletAt();
		await end('A001');
		await touch(() => undefined);
		await seconds(ASK_SECONDS + ASK_MS / 1000 + 1);
		expect([tablet.screen, given]).toEqual(['idle', []]);
		await end('A002');
		await touch(() => {
			tablet.decline();
		});
		await seconds(1);
		expect([tablet.screen, given]).toEqual(['idle', []]);
	});

	test('what was rated elsewhere, or taken back, is asked no more', async () => {
		const { tablet, end, withdraw, touch, answers } = tabletAt();
		await end('A001');
		await withdraw();
		expect(tablet.screen).toBe('idle');
		await end('A002');
		await touch(() => tablet.choose(3));
		answers.push(refused('rated-already'));
		await touch(() => tablet.send());
		expect([tablet.screen, tablet.ended]).toEqual(['thanks', 'rated-already']);
	});

	test('a lost answer keeps what was chosen, to be sent again', async () => {
		const { tablet, end, touch, answers, given } = tabletAt();
		await end('A001');
		await touch(() => tablet.choose(3));
		answers.push(refused('offline'));
		await touch(() => tablet.send());
		expect([tablet.screen, tablet.problem, tablet.sheet.grade]).toEqual(['more', 'offline', 3]);
		await touch(() => tablet.send());
		expect([tablet.screen, given.length]).toEqual(['thanks', 2]);
	});

	test('nothing of one visitor is left for the next, whatever way it ended', async () => {
		const { tablet, end, touch, seconds } = tabletAt();
		await end('A001');
		await touch(() => tablet.choose(1));
		tablet.lang = 'en';
		await touch(() => tablet.sheet.turn('other'));
		tablet.typed.press('1');
		await seconds(ASK_SECONDS + ASK_MS / 1000 + 2);
		await end('A002');
		expect([tablet.lang, tablet.sheet.grade, tablet.sheet.reasons, tablet.typed.length]).toEqual([
			'zh-CN',
			null,
			[],
			0
		]);
	});
});
