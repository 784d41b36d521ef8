import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { lock } from '#display/ui/lock.ts';
import { teachVisibility } from '#test/fakes/visibility.ts';
import { Keys, type KeysNeeds } from './keys.ts';

beforeAll(teachVisibility);

let root: HTMLElement;
let spoken = true;
const needs = {
	root: () => root,
	keys: () => ({}),
	speech: vi.fn<KeysNeeds['speech']>(),
	idle: vi.fn<KeysNeeds['idle']>(),
	wrapped: vi.fn<KeysNeeds['wrapped']>(),
	spoken: () => spoken
};

beforeEach(() => {
	vi.clearAllMocks();
	spoken = true;
	document.body.replaceChildren();
	root = document.createElement('div');
	document.body.append(root);
});

const keys = new Keys(needs);

/** Presses a key; whether the browser is kept from doing what it does with it. */
function press(key: string, more: KeyboardEventInit = {}): boolean {
	const event = new KeyboardEvent('keydown', { key, code: key, cancelable: true, ...more });
	keys.pressed(event);
	return event.defaultPrevented;
}
const block = (digit: string): boolean => press(digit, { code: `Numpad${digit}`, location: 3 });
const focused = (): string | null => document.activeElement?.textContent ?? null;

/** Writes down which of the buttons is pressed. */
function pressedIn(html: string): string[] {
	root.innerHTML = html;
	const log: string[] = [];
	root.addEventListener('click', (event) => log.push((event.target as HTMLElement).textContent));
	return log;
}

describe('K-05 a page by keys alone (EN 301 549, 5.1.6)', () => {
	test('keys that the lock of the page keeps from the browser are heard all the same', () => {
		const hear = (event: KeyboardEvent): void => keys.pressed(event);
		const unlock = lock();
		document.addEventListener('keydown', hear, { capture: true });
		for (const key of ['F2', 'F8'])
			root.dispatchEvent(new KeyboardEvent('keydown', { key, code: key, bubbles: true, cancelable: true }));
		document.removeEventListener('keydown', hear, { capture: true });
		unlock();
		expect(needs.speech.mock.calls).toEqual([['repeat'], ['pause']]);
	});

	test('arrows go through all that can be chosen, round its ends, past what cannot', () => {
		root.innerHTML =
			'<h1 tabindex="-1">页</h1><button>甲</button><button disabled>乙</button><a href="/">丙</a><p>x</p>';
		press('ArrowDown');
		expect(focused()).toBe('甲');
		press('ArrowRight');
		expect(focused()).toBe('丙');
		press('ArrowDown');
		expect([focused(), needs.wrapped.mock.calls]).toEqual(['甲', [['first']]]);
		press('ArrowUp');
		expect([focused(), needs.wrapped.mock.lastCall]).toEqual(['丙', ['last']]);
	});

	test('from the title of a page one comes to what follows it', () => {
		root.innerHTML = '<button>前</button><h1 tabindex="-1">页</h1><button>后</button>';
		root.querySelector('h1')?.focus();
		press('ArrowDown');
		expect(focused()).toBe('后');
		root.querySelector('h1')?.focus();
		press('ArrowUp');
		expect(focused()).toBe('前');
	});

	test('OK presses what has the focus, and says so where nothing has', () => {
		const log = pressedIn('<button>甲</button>');
		block('5');
		expect([log, needs.idle.mock.calls]).toEqual([[], [['chooseFirst']]]);
		block('2');
		block('5');
		expect(log).toEqual(['甲']);
	});

	test('a held key acts once', () => {
		const log = pressedIn('<button>甲</button><button>乙</button>');
		press('ArrowDown');
		expect([press('ArrowDown', { repeat: true }), focused()]).toEqual([true, '甲']);
		expect([press('Enter', { repeat: true }), log]).toEqual([true, []]);
	});

	test('Enter, Space and Tab on a button are the browser’s own', () => {
		root.innerHTML = '<button>甲</button>';
		root.querySelector('button')?.focus();
		expect([press('Enter'), press(' '), press('Tab')]).toEqual([false, false, false]);
	});

	test('back and help press what the page has marked', () => {
		const log = pressedIn('<button data-key="back">返回</button><button data-key="help">求助</button>');
		block('7');
		press('Escape');
		press('F1');
		expect(log).toEqual(['返回', '返回', '求助']);
	});

	test('a question keeps the keys, and is left by back', () => {
		root.innerHTML = '<button>甲</button><dialog open><button>是</button><button>否</button></dialog>';
		const left = vi.fn();
		root.querySelector('dialog')?.addEventListener('cancel', left);
		press('ArrowDown');
		press('ArrowDown');
		press('ArrowDown');
		expect(focused()).toBe('是');
		press('Escape');
		expect(left).toHaveBeenCalledOnce();
	});

	test('where a number is typed, digits press its keys, the point takes one away, Enter goes on', () => {
		const log = pressedIn(`<h1 tabindex="-1">号码</h1><div data-typing><button>1</button><button>X</button>
			<button data-key="erase">删除</button></div><button data-key="ok" disabled>取号</button>`);
		root.querySelector('h1')?.focus();
		block('1');
		press('x');
		press('.', { code: 'NumpadDecimal', location: 3 });
		expect(log).toEqual(['1', 'X', '删除']);
		press('Enter');
		expect(needs.idle.mock.calls).toEqual([['notReady']]);
		root.querySelector('[data-key=ok]')?.removeAttribute('disabled');
		press('Enter');
		expect(log.at(-1)).toBe('取号');
		press('*', { code: 'NumpadMultiply', location: 3 });
		expect(focused()).toBe('1');
	});

	test('in a field keys type; the point takes a letter away; Enter goes on and sends no form unheard', () => {
		root.innerHTML = '<form><input value="12"><button>提交</button></form>';
		const input = root.querySelector('input');
		const changed = vi.fn();
		root.addEventListener('input', changed);
		input?.focus();
		expect(block('5')).toBe(false);
		press('.', { code: 'NumpadDecimal', location: 3 });
		expect([input?.value, changed.mock.calls.length]).toEqual(['1', 1]);
		spoken = false;
		expect(press('Enter')).toBe(false);
		spoken = true;
		expect([press('Enter'), focused()]).toEqual([true, '提交']);
	});

	test('an option is chosen by OK, not by coming to it', () => {
		root.innerHTML = '<input type="radio" name="a"><input type="radio" name="a">';
		const [one, other] = root.querySelectorAll('input');
		press('ArrowDown');
		expect(one?.checked).toBe(false);
		press('Enter');
		press('ArrowDown');
		expect([one?.checked, document.activeElement]).toEqual([true, other]);
		block('5');
		expect(other?.checked).toBe(true);
	});

	test('what is about the speech is handed on', () => {
		press('F2');
		block('0');
		expect(needs.speech.mock.calls).toEqual([['repeat'], ['repeat']]);
	});

	test('with an alert over the page keys do nothing', () => {
		const log = pressedIn('<button>甲</button>');
		new Keys({ ...needs, root: () => null }).pressed(new KeyboardEvent('keydown', { key: 'ArrowDown' }));
		expect([log, focused()]).toEqual([[], document.body.textContent]);
	});
});
