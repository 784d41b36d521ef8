import { render } from '@testing-library/svelte';
import fc from 'fast-check';
import { tick } from 'svelte';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { words } from '#display/words/index.ts';
import { virtualClock, type VirtualClock } from '#test/fakes/clock.ts';
import { teachVisibility } from '#test/fakes/visibility.ts';
import { Ease, VOLUME_AT_FIRST, VOLUMES } from '../ease/ease.svelte.ts';
import Keypad from '../pages/Keypad.svelte';
import { Typed } from '../typed.svelte.ts';
import { Keys } from './keys.ts';
import { Session, type SessionNeeds } from './session.svelte.ts';
import type { KioskVoice } from './voice.ts';

beforeAll(teachVisibility);

let root: HTMLElement;
let clock: VirtualClock;
let ease: Ease;
let session: Session;
let said: string[];
let volumes: number[];

/** A voice that says every sentence in no time. */
const voice: KioskVoice = {
	speak: ({ text }) => {
		said.push(text);
		return Promise.resolve('ended');
	},
	volume: (decibels) => void volumes.push(decibels),
	close: () => undefined
};

beforeEach(() => {
	said = [];
	volumes = [];
	clock = virtualClock();
	ease = new Ease();
	ease.reset();
	document.body.innerHTML = `<div class="kiosk" lang="zh-CN"><header><p>市民中心</p></header><main></main></div>`;
	root = document.querySelector<HTMLElement>('.kiosk') ?? document.body;
	page('<h1 tabindex="-1">请选择</h1><button>甲</button><button aria-pressed="false">乙</button>');
});
afterEach(() => {
	session.close();
});

function page(html: string): void {
	const main = root.querySelector('main');
	if (main) main.innerHTML = html;
}

/** Speaks from here on. */
function begin(mode: 'spoken' | 'elder' = 'spoken', alone = false, keys: SessionNeeds['keys'] = {}): void {
	ease.set({ [mode]: true });
	session = new Session({ root, device: 'kiosk-1', private: alone, ease, timers: clock, keys, voice });
}

/** What was said since it was last asked, once the page stands still. */
async function hears(): Promise<string[]> {
	await tick();
	await clock.advance(100);
	return said.splice(0);
}

describe('K-05 D-05 everything shown is said (EN 301 549, 5.1.3)', () => {
	test('the first page, with how it is used, and every page after it', async () => {
		begin();
		const first = (await hears()).join(' ');
		expect(first).toMatch(/^语音已打开。 市民中心 上下键移动.*现在是外放.*请选择 本页有 2 项可选/);
		page('<h1>下一页</h1><p>收费 免费</p>');
		expect(await hears()).toEqual(['下一页', '收费 免费', '本页没有可选的。']);
		const next = new Session({ root, device: 'kiosk-1', private: false, ease, timers: clock, voice });
		expect((await hears())[0]).toBe('下一页');
		next.close();
	});

	test('each control as one comes to it, and what becomes of it', async () => {
		begin();
		await hears();
		const [one, other] = root.querySelectorAll('button');
		one?.focus();
		expect(await hears()).toEqual(['甲，按钮']);
		other?.focus();
		await hears();
		other?.setAttribute('aria-pressed', 'true');
		expect(await hears()).toEqual(['已选中']);
	});

	test('the page anew in another language, and where one is on it', async () => {
		begin();
		await hears();
		root.querySelector('button')?.focus();
		await hears();
		root.lang = 'en';
		expect(await hears()).toContain('甲');
	});

	test('an error as it comes, before all else; other news after what is being said', async () => {
		page('<h1>页</h1><div role="alert"></div><div role="status"></div><section><p role="status">一</p></section>');
		begin();
		await hears();
		const alert = root.querySelector('[role=alert]');
		if (alert) alert.innerHTML = '<p>电话：请核对号码</p>';
		expect(await hears()).toEqual(['电话：请核对号码']);
		const status = root.querySelector('[role=status]');
		if (status) status.textContent = '第 2 页';
		expect(await hears()).toEqual(['第 2 页']);
		expect(await hears()).toEqual([]);
	});

	test('a question that stands over the page, once', async () => {
		begin();
		await hears();
		root.insertAdjacentHTML(
			'beforeend',
			'<dialog open><h2>您还在吗？</h2><p>20 秒后返回</p><button>继续</button></dialog>'
		);
		expect(await hears()).toEqual(['您还在吗？', '20 秒后返回', '本页有 1 项可选，按下键逐项收听。']);
		const hint = root.querySelector('dialog p');
		if (hint) hint.textContent = '19 秒后返回';
		expect(await hears()).toEqual([]);
	});

	test('an alert of the whole hall breaks off what is being said', async () => {
		begin();
		await hears();
		root.inert = true;
		document.body.insertAdjacentHTML(
			'afterbegin',
			'<section role="alert" lang="zh-CN"><p>请立即从安全出口离开</p></section>'
		);
		expect(await hears()).toEqual(['请立即从安全出口离开']);
	});

	test('who begins while an alert stands over the page hears the alert, and hears it again', async () => {
		root.inert = true;
		document.body.insertAdjacentHTML('afterbegin', '<section role="alert" lang="zh-CN"><p>请立即离开</p></section>');
		begin();
		const heard = await hears();
		expect(heard.slice(-1)).toEqual(['请立即离开']);
		expect(heard.join()).not.toContain('请选择');
		session.act('page');
		expect(await hears()).toEqual(['请立即离开']);
	});

	test('in the elder mode only what a page is for', async () => {
		begin('elder');
		expect(await hears()).toEqual(['请选择']);
		root.querySelector('button')?.focus();
		expect(await hears()).toEqual([]);
	});

	test('repeated from its beginning, and the page read again', async () => {
		begin();
		await hears();
		root.querySelector('button')?.focus();
		await hears();
		session.act('repeat');
		expect(await hears()).toEqual(['甲，按钮']);
		session.act('page');
		expect(await hears()).toContain('请选择');
		session.reader.before((w) => w.wrapped);
		root.querySelectorAll('button')[1]?.focus();
		expect(await hears()).toEqual(['回到第一项。', '乙，按钮，未选中']);
	});

	test('a key breaks off, unless it is about the speech itself', () => {
		begin();
		session.hears(new KeyboardEvent('keydown', { key: 'F9' }));
		expect(session.speaker.speaking).not.toBeNull();
		session.act('pause');
		expect(session.speaker.paused).toBe(true);
		session.act('pause');
		session.hears(new KeyboardEvent('keydown', { key: 'a' }));
		expect(session.speaker.speaking).toBeNull();
	});

	test('a key of the hall file that is about the speech breaks nothing off either', () => {
		begin('spoken', false, { F20: 'pause' });
		session.hears(new KeyboardEvent('keydown', { key: 'F20', code: 'F20' }));
		session.act('pause');
		expect(session.speaker.paused).toBe(true);
	});
});

describe('K-05 how loud (EN 301 549, 5.1.3.11 to 5.1.3.13)', () => {
	test('steps of at most 10 dB, told where nothing else is said, and as usual for the next visitor', async () => {
		begin();
		await hears();
		session.louden();
		ease.turnVolume(1);
		session.louden();
		session.tellVolume();
		expect(await hears()).toEqual(['音量 4，最大 5']);
		expect(volumes).toEqual([-10, -5]);
		for (const [i, volume] of VOLUMES.entries()) expect(volume - (VOLUMES[i - 1] ?? volume)).toBeLessThanOrEqual(10);
		ease.reset();
		session.louden();
		expect([ease.volume, volumes.at(-1)]).toEqual([VOLUME_AT_FIRST, -10]);
	});
});

describe('K-05 secrets (EN 301 549, 5.1.3.8 and 5.1.3.9)', () => {
	const digits = fc.array(fc.constantFrom(...['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'X']), {
		minLength: 1,
		maxLength: 18
	});

	/** A page where a number is typed, by keys alone. */
	function typing(secret: boolean): { typed: Typed; press: (key: string) => void } {
		const typed = new Typed();
		const main = root.querySelector<HTMLElement>('main') ?? root;
		page('<h1 tabindex="-1">请输入证件号码</h1>');
		render(Keypad, { target: main, props: { t: words('zh-CN'), typed, secret, label: '证件号码' } });
		const keys = new Keys({
			...{ root: () => root, keys: () => ({}), speech: vi.fn(), idle: vi.fn(), wrapped: vi.fn() },
			spoken: () => true
		});
		const press = (key: string): void =>
			keys.pressed(new KeyboardEvent('keydown', { key, code: `Digit${key}`, cancelable: true }));
		return { typed, press };
	}

	test('whatever is typed, only how much of it is said on the speaker', async () => {
		const { typed, press } = typing(true);
		begin();
		await hears();
		await fc.assert(
			fc.asyncProperty(digits, async (signs) => {
				typed.clear();
				await hears();
				for (const sign of signs) press(sign);
				const texts = await hears();
				session.act('repeat');
				texts.push(...(await hears()));
				const count = words('zh-CN').arrival.typed({ count: signs.length });
				expect(typed.length).toBe(signs.length);
				expect(texts.filter((text) => text !== count && text !== words('zh-CN').arrival.typed({ count: 0 }))).toEqual(
					[]
				);
				expect(session.speaker.caption?.part.text).toBe(count);
			}),
			{ numRuns: 25 }
		);
	});

	test('by headphones it is said when it is asked for', async () => {
		const { press } = typing(false);
		begin('spoken', true);
		await hears();
		for (const sign of ['1', '2', '3', '4']) press(sign);
		expect((await hears()).at(-1)).toBe(words('zh-CN').arrival.typed({ count: 4 }));
		session.act('repeat');
		expect(await hears()).toEqual(['幺 二 三 四']);
		session.act('unplugged');
		expect((await hears())[0]).toBe('耳机已拔出，改为外放。');
		session.act('repeat');
		expect((await hears()).join()).not.toContain('幺 二 三 四');
		session.act('plugged');
		expect((await hears())[0]).toBe('已插上耳机，只有您听得到。');
	});

	test('what was for headphones is not repeated on the speaker once they are out', async () => {
		page('<h1>查询码</h1><p data-secret>1234 5678 9012</p>');
		begin('spoken', true);
		expect((await hears()).join()).toContain('幺 二 三 四');
		session.act('unplugged');
		session.act('repeat');
		session.act('pause');
		session.act('pause');
		const aloud = (await hears()).join();
		expect(aloud).toContain('查询码');
		expect(aloud).not.toContain('幺 二 三 四');
	});
});
