import { render, screen } from '@testing-library/svelte';
import { createRawSnippet, tick } from 'svelte';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { BroadcastView } from '#server/views.ts';
import { text } from '#test/fixtures/screens.ts';
import KioskFrame from './KioskFrame.svelte';

const line = vi.hoisted(() => {
	const said: unknown[][] = [];
	const heard = new Map<string, (now: unknown) => void>();
	const socket = {
		on: (event: string, act: (now: unknown) => void) => void heard.set(event, act),
		off: () => heard.clear(),
		connect: () => undefined,
		disconnect: () => undefined,
		emit: (...facts: unknown[]) => void said.push(facts)
	};
	return { heard, said, socket };
});
vi.mock('socket.io-client', () => ({ io: () => line.socket }));

const alert: BroadcastView = {
	...{ id: 7, code: 'evacuate', text: text('请有序离开', 'Please leave'), short: text('撤离', 'LEAVE') },
	...{ drill: false, calm: false, startedAt: 0, sound: null }
};
const IDLE_S = 30;
const ASK_S = 20;
const onleave = vi.fn();

function open(): HTMLElement {
	const children = createRawSnippet(() => ({
		render: () => '<p>页</p>'
	}));
	const kiosk = { device: 'kiosk-1', idleSeconds: IDLE_S, screen: null };
	const props = { hall: text('市民中心', 'Hall'), lang: 'zh-CN', title: '留言', kiosk, onleave, children } as const;
	return render(KioskFrame, { props: { ...props, langs: () => '?' } }).container;
}

function showModal(this: HTMLDialogElement): void {
	this.open = true;
}
function close(this: HTMLDialogElement): void {
	this.open = false;
}

beforeEach(() => {
	vi.useFakeTimers();
	vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no server')));
	vi.stubGlobal(
		'ResizeObserver',
		class {
			observe = (): void => undefined;
			unobserve = (): void => undefined;
			disconnect = (): void => undefined;
		}
	);
	// What jsdom has not: a dialog that stands over the page.
	Object.assign(HTMLDialogElement.prototype, { showModal, close });
	onleave.mockReset();
	line.said.length = 0;
});
afterEach(() => {
	vi.useRealTimers();
	sessionStorage.clear();
});

describe('a page at a kiosk that is no step to a number', () => {
	test('G-04 is covered by what is told to the whole hall, and nothing on it is touched', async () => {
		const page = open();
		line.heard.get('broadcast:changed')?.(alert);
		await tick();
		expect(screen.getByTestId('broadcast').textContent).toContain('请有序离开');
		expect(page.querySelector<HTMLElement>('.kiosk')?.inert).toBe(true);
		line.heard.get('broadcast:changed')?.(null);
		await tick();
		expect(screen.queryByTestId('broadcast')).toBeNull();
	});

	test('K-04 waits twice as long for who is in the elder mode', async () => {
		open();
		screen.getByTestId('elder').click();
		await vi.advanceTimersByTimeAsync((IDLE_S + ASK_S + 5) * 1000);
		expect(onleave).not.toHaveBeenCalled();
		await vi.advanceTimersByTimeAsync(IDLE_S * 1000);
		expect(onleave).toHaveBeenCalledWith(null);
	});

	test('K-12 says each minute that its kiosk is there, and nothing while it has no line', async () => {
		open();
		await vi.advanceTimersByTimeAsync(60_000);
		expect(line.said).toEqual([]);
		line.heard.get('connect')?.(undefined);
		await tick();
		const here = ['kiosk:reported', 'kiosk-1'];
		expect(line.said).toEqual([here]);
		for (let beats = 0; beats < 60; beats += 1) {
			line.heard.get('hall:beat')?.(Date.now());
			await vi.advanceTimersByTimeAsync(1000);
		}
		expect(line.said).toEqual([here, here]);
	});

	test('K-12 goes back once, and does not begin anew each second while the start is slow in coming', async () => {
		open();
		await vi.advanceTimersByTimeAsync((IDLE_S + ASK_S + 10) * 1000);
		expect(onleave.mock.calls).toEqual([[null]]);
	});
});
