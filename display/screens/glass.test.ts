import { beforeEach, expect, test, vi } from 'vitest';
import type { ScreenSetup } from '#server/views.ts';
import { Glass } from './glass.svelte.ts';

const kept = new Map<string, string>();
beforeEach(() => {
	kept.clear();
	vi.stubGlobal('localStorage', {
		getItem: (name: string) => kept.get(name) ?? null,
		setItem: (name: string, text: string) => kept.set(name, text)
	});
	vi.stubGlobal('screen', { width: 1920, height: 1080 });
});

const UNNAMED = { size: null, farthestMetres: null, theme: 'dark' } as ScreenSetup;

function started(setup: Partial<ScreenSetup> = {}): Glass {
	const glass = new Glass(() => ({ ...UNNAMED, ...setup }));
	glass.start();
	return glass;
}

test('D-01 what was entered at a screen is there again after a restart', () => {
	started().save({ inches: 55, metres: 8, theme: 'light' });
	const again = started();
	expect([again.size, again.metres, again.theme]).toEqual([{ inches: 55 }, 8, 'light']);
});

test('D-01 it is forgotten once the hall file says it, and does not come back with a file that no longer does', () => {
	started().save({ inches: 55, metres: 8, theme: 'light' });
	const named = started({ size: { inches: 75 } });
	expect([named.size, named.metres]).toEqual([{ inches: 75 }, 8]);
	const later = started();
	expect([later.size, later.metres, later.theme]).toEqual([null, 8, 'light']);
});

test('D-01 a length that no screen has is not taken, now as little as after a restart', () => {
	const glass = started();
	glass.save({ inches: 5000, metres: 200, theme: null });
	expect([glass.size, glass.metres]).toEqual([null, null]);
});
