import { describe, expect, test } from 'vitest';
import { commandOf, isOfKeypad, type KeyPressed, type Place } from './keypad.ts';

const key = (name: string, more: Partial<KeyPressed> = {}): KeyPressed => ({
	...{ key: name, code: name, location: 0, ctrlKey: false, altKey: false, metaKey: false, shiftKey: false },
	...more
});
const CODES: Record<string, string> = { '.': 'Decimal', '*': 'Multiply', '/': 'Divide', '+': 'Add', '-': 'Subtract' };
const block = (name: string, shown = name): KeyPressed =>
	key(shown, { location: 3, code: `Numpad${CODES[name] ?? name}` });
const act = (pressed: KeyPressed, place: Place = 'browse'): string | undefined => commandOf(pressed, place)?.act;

describe('K-05 keys (EN 301 549, 5.1.6)', () => {
	test.each([
		['8', 'previous'],
		['4', 'previous'],
		['2', 'next'],
		['6', 'next'],
		['5', 'ok'],
		['0', 'repeat'],
		['1', 'pause'],
		['3', 'speech'],
		['7', 'back'],
		['9', 'page'],
		['.', 'help'],
		['*', 'next'],
		['/', 'previous'],
		['+', 'louder'],
		['-', 'quieter']
	])('on a block of numbers %s is %s', (name, what) => {
		expect(act(block(name))).toBe(what);
	});

	test('where a number is typed figures are figures, and the keys around them still lead everywhere', () => {
		for (const digit of '0123456789') {
			expect(commandOf(block(digit), 'typing')).toEqual({ act: 'digit', digit });
			expect(commandOf(key(digit), 'typing')).toEqual({ act: 'digit', digit });
			expect(commandOf(block(digit), 'field')).toBeNull();
		}
		expect(commandOf(key('x'), 'typing')).toEqual({ act: 'digit', digit: 'X' });
		expect(['*', '/', '+', '-', '.'].map((name) => act(block(name), 'typing'))).toEqual([
			'next',
			'previous',
			'louder',
			'quieter',
			'erase'
		]);
		expect(['*', '/', '.'].map((name) => act(block(name), 'field'))).toEqual(['next', 'previous', 'erase']);
		expect(act(key('Backspace'), 'typing')).toBe('erase');
	});

	test('Num Lock changes nothing but in a field, where the block then moves', () => {
		expect([act(block('5', 'Clear')), act(block('0', 'Insert')), act(block('.', 'Delete'))]).toEqual([
			'ok',
			'repeat',
			'help'
		]);
		expect(commandOf(block('2', 'ArrowDown'), 'typing')).toEqual({ act: 'digit', digit: '2' });
		expect(act(block('2', 'ArrowDown'), 'field')).toBe('next');
		expect(act(key('Enter', { location: 3, code: 'NumpadEnter' }), 'typing')).toBeUndefined();
	});

	test('arrows move, in a field only up and down; letters of a scanner and chords of a browser are nothing', () => {
		expect(['ArrowDown', 'ArrowRight', 'ArrowUp', 'ArrowLeft'].map((name) => act(key(name)))).toEqual([
			'next',
			'next',
			'previous',
			'previous'
		]);
		expect([act(key('ArrowUp'), 'field'), act(key('ArrowLeft'), 'field')]).toEqual(['previous', undefined]);
		expect([act(key('5')), act(key('h')), act(key('Enter')), act(key('Tab'))]).toEqual(Array(4).fill(undefined));
		expect(act({ ...block('5'), ctrlKey: true })).toBeUndefined();
	});

	test('the hall file names further keys, which come first', () => {
		const keys = { F13: 'plugged', Numpad5: 'help' } as const;
		expect(commandOf(key('F13'), 'browse', keys)).toEqual({ act: 'plugged' });
		expect(commandOf(block('5'), 'typing', keys)).toEqual({ act: 'help' });
		expect([isOfKeypad(key('F13'), keys), isOfKeypad(block('2'), {}), isOfKeypad(key('Tab'), keys)]).toEqual([
			true,
			true,
			false
		]);
	});
});
