import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { screenName } from './identity.ts';

beforeEach(() => {
	const kept = new Map<string, string>();
	vi.stubGlobal('localStorage', {
		getItem: (key: string) => kept.get(key) ?? null,
		setItem: (key: string, value: string) => kept.set(key, value)
	});
});

afterEach(() => {
	vi.unstubAllGlobals();
});

test('a screen is called what its address says', () => {
	expect(screenName('?screen=east-2')).toBe('east-2');
});

test('a screen without a name gives itself one and keeps it', () => {
	const first = screenName('');
	expect(first).toMatch(/^screen-[0-9a-f]{10}$/);
	expect(screenName('')).toBe(first);
});

test('a name that is no name is not taken over', () => {
	expect(screenName('?screen=<b>')).toMatch(/^screen-/);
});

test('a browser that forbids storage still has a name', () => {
	vi.stubGlobal('localStorage', undefined);
	expect(screenName('')).toMatch(/^screen-/);
});
