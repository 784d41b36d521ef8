import { expect, test } from 'vitest';
import { screenName, type Keep } from './identity.ts';

function memory(): Keep {
	const kept = new Map<string, string>();
	return { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value) };
}

test('a screen is called what its address says', () => {
	expect(screenName('?screen=east-2', memory)).toBe('east-2');
});

test('a screen without a name gives itself one and keeps it', () => {
	const keep = memory();
	const first = screenName('', () => keep);
	expect(first).toMatch(/^screen-[0-9a-f]{10}$/);
	expect(screenName('', () => keep)).toBe(first);
	expect(screenName('', memory)).not.toBe(first);
});

test('a name that is no name is not taken over', () => {
	expect(screenName('?screen=<b>', memory)).toMatch(/^screen-/);
});

test('a browser that forbids storage still has a name', () => {
	const forbidden = (): Keep => {
		throw new Error('SecurityError');
	};
	expect(screenName('', forbidden)).toMatch(/^screen-/);
});
