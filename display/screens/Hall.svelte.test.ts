import { fireEvent, render, screen } from '@testing-library/svelte';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { board, call, emptyBoard, fullBoard, NOW, windowScreen } from '#test/fixtures/screens.ts';
import { virtualClock } from '#test/fakes/clock.ts';
import type { Medium } from '#server/views.ts';
import Hall from './Hall.svelte';
import Window from './Window.svelte';

/** A clock that stands at the moment the fixtures were called. */
const timers = { ...virtualClock(), now: () => NOW };
const texts = (id: string): string[] =>
	screen.queryAllByTestId(id).map((node) => node.textContent.replace(/\s+/g, ' '));

/** A page that is not laid out has no sizes to observe. */
class NoSizes {
	observe(): void {}
	unobserve(): void {}
	disconnect(): void {}
}

beforeEach(() => {
	vi.stubGlobal('ResizeObserver', NoSizes);
	vi.stubGlobal('requestAnimationFrame', (act: () => void) => {
		act();
		return 0;
	});
});

describe('the hall screen', () => {
	test('D-01 two calls of one second both stand under now calling, with their windows', () => {
		render(Hall, { view: board({ windows: [] }), timers });
		const now = screen.getByText('正在叫号').closest('section')?.querySelectorAll('[data-testid=call]');
		expect([...(now ?? [])].map((row) => row.getAttribute('aria-label'))).toEqual([
			'请 A026 到3 号窗口',
			'请 C103 到12 号窗口'
		]);
	});

	test('D-05 what is on the screen is told, call by call', () => {
		const onshown = vi.fn();
		render(Hall, {
			view: board({ calls: [call(9, 'A002', '4', 1), call(8, 'A001', '3', 1)], windows: [] }),
			timers,
			onshown
		});
		expect(onshown.mock.calls.flat().sort()).toEqual([8, 9]);
	});

	test('T-03 A-03 the head of the ledger stands in the foot, for whoever wants to write it down', () => {
		render(Hall, { view: board({ head: { seq: 812, mark: '9f3a 1c2b 77d0 4e5f' } }), timers });
		expect(texts('ledger-head')).toEqual(['台账 Ledger 812 · 9f3a 1c2b 77d0 4e5f']);
	});

	test('a hall before its first call says so, and the standing notice tells how it goes', () => {
		render(Hall, { view: emptyBoard(), timers });
		expect(texts('no-calls')[0]).toContain('暂无叫号');
		expect(texts('notice')[0]).toContain('叫到您的号码时');
	});

	test('fifty calls, 24 windows and 12 queues come in pages that fit', () => {
		render(Hall, { view: fullBoard(), timers });
		expect([texts('call').length, texts('window').length, texts('queue').length]).toEqual([7, 12, 6]);
	});

	test('D-01 an old picture is said to be old, with its time, and the calls stay', async () => {
		const { rerender } = render(Hall, { view: board(), timers });
		expect(screen.queryByTestId('stale')).toBeNull();
		await rerender({ stale: true });
		expect(texts('stale')[0]).toContain('画面停在 09:41:00');
		expect(texts('call').length).toBeGreaterThan(0);
	});

	test('D-05 a screen without sound says what to do, and its button asks for sound', () => {
		const onenable = vi.fn();
		render(Hall, { view: board(), timers, sound: 'refused', onenable });
		screen.getByTestId('enable-sound').click();
		expect(onenable).toHaveBeenCalledOnce();
	});

	test('D-01 calls that come one after the other flash in step', async () => {
		const drawn = vi.spyOn(performance, 'now').mockReturnValue(10_100);
		const { rerender } = render(Hall, { view: board({ calls: [call(8, 'A001', '3', 1)], windows: [] }), timers });
		drawn.mockReturnValue(10_450);
		const both = [call(9, 'A002', '4', 0), call(8, 'A001', '3', 1)];
		await rerender({ view: board({ calls: both, windows: [] }) });
		drawn.mockRestore();
		// Both begin at 11 000.
		expect(screen.getAllByTestId('call').map((row) => row.style.getPropertyValue('--wait'))).toEqual([
			'550ms',
			'900ms'
		]);
	});

	test('D-01 a picture that cannot be shown is left out, tried again, and told both times', async () => {
		const [clock, onbroken, onworks] = [virtualClock(NOW), vi.fn(), vi.fn()];
		const at = (file: string): Medium => ({
			...{ file, kind: 'picture', address: `/media/${file}`, seconds: null, days: null, times: [] },
			...{ from: null, until: null, fault: null }
		});
		render(Hall, { view: board(), timers: clock, media: [at('torn.png')], onbroken, onworks });
		await fireEvent.error(screen.getByTestId('media').querySelector('img') ?? document.body);
		expect([screen.queryByTestId('media'), onbroken.mock.calls]).toEqual([null, [['torn.png']]]);
		await clock.advance(10 * 60_000);
		await fireEvent.load(screen.getByTestId('media').querySelector('img') ?? document.body);
		expect(onworks.mock.calls).toEqual([['torn.png']]);
	});

	test('D-05 the call that is being said is marked', () => {
		render(Hall, { view: board(), timers, sound: 'on', speaking: 811 });
		expect(texts('call').filter((row) => row.includes('正在播报'))).toHaveLength(1);
		expect(screen.queryByTestId('sound')).toBeNull();
	});
});

describe('the window screen', () => {
	const line = windowScreen().window;

	test.each([
		['calling', windowScreen(), '请到本窗口办理'],
		['serving', windowScreen({ window: { ...line, serving: true } }), '正在办理'],
		['free', windowScreen({ window: { ...line, number: null } }), '欢迎办理'],
		['closed', windowScreen({ window: { ...line, number: null, state: 'closed', staff: null } }), '本窗口未开放']
	])('D-04 %s', (state, view, words) => {
		render(Window, { view, timers });
		const shown = screen.getByTestId('window-screen');
		expect(shown.dataset['state']).toBe(state);
		expect(shown.textContent).toContain(words);
	});

	test('D-04 a pause tells its reason, and staff are known by their number', () => {
		const paused = {
			...line,
			number: null,
			state: 'paused' as const,
			reason: { zh: '整理材料', en: 'Sorting papers' }
		};
		render(Window, { view: windowScreen({ window: paused }), timers });
		expect(texts('reason')[0]).toContain('整理材料');
		expect(texts('staff')[0]).toContain('工号 1023');
	});

	test('a number is just called for twenty seconds', () => {
		render(Window, { view: windowScreen(), timers });
		render(Window, { view: windowScreen({ calledAt: NOW - 21_000 }), timers });
		expect(screen.getAllByTestId('window-screen').map((node) => node.dataset['just'])).toEqual(['true', 'false']);
	});

	test('W-10 who was sent on reads where to, in both languages, until the moment told', () => {
		const sentOn = { number: 'A012', windows: ['12'], until: NOW + 1000 };
		const free = { ...line, number: null };
		render(Window, { view: windowScreen({ window: free, sentOn, calledAt: null }), timers });
		expect(texts('sent-on')[0]).toMatch(/A012.*请到 12 号窗口.*Please go to window 12/);
		expect(texts('window-screen')[0]).not.toContain('欢迎办理');
	});

	test('W-10 that is gone when its time is over, and at once when the next one is called', () => {
		const sentOn = { number: 'A012', windows: ['12'], until: NOW };
		const free = { ...line, number: null };
		render(Window, { view: windowScreen({ window: free, sentOn, calledAt: null }), timers });
		render(Window, { view: windowScreen({ sentOn: { ...sentOn, until: NOW + 1000 } }), timers });
		expect(screen.queryAllByTestId('sent-on')).toEqual([]);
	});
});
