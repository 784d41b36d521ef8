import { readFileSync } from 'node:fs';
import { fireEvent, render, screen } from '@testing-library/svelte';
import { describe, expect, test, vi } from 'vitest';
import type { BroadcastView } from '#server/views.ts';
import { text } from '#test/fixtures/screens.ts';
import Emergency from './Emergency.svelte';

const source = readFileSync('display/screens/Emergency.svelte', 'utf8');
const alert: BroadcastView = {
	...{ id: 7, code: 'evacuate', text: text('请有序离开', 'Please leave'), short: text('撤离', 'LEAVE') },
	...{ drill: false, calm: false, startedAt: 0, sound: null }
};

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
	const [r = 0, g = 0, b = 0] = [1, 3, 5]
		.map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
		.map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
	return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

describe('G-04 what is told to the whole hall', () => {
	test('is white on every ground, at least 7:1, and its mark is as clear', () => {
		const grounds = [...source.matchAll(/--ground: (#[0-9a-f]{6})/g)].map(([, ground = '']) => ground);
		expect(grounds).toHaveLength(3);
		for (const ground of grounds) expect(1.05 / (luminance(ground) + 0.05)).toBeGreaterThanOrEqual(7);
		expect((luminance('#ffb000') + 0.05) / (luminance('#10243e') + 0.05)).toBeGreaterThanOrEqual(7);
	});

	test('flashes once a second by its frame only, and stands still where motion is not wished', () => {
		expect(source).toContain('animation: flash 1s steps(1) infinite');
		const reduced = source.slice(source.indexOf('prefers-reduced-motion'));
		expect(reduced).toContain('animation: none');
	});

	test('covers the page with both languages; a drill says so first', async () => {
		const { rerender } = render(Emergency, { broadcast: alert });
		expect(screen.getByRole('alert').textContent).toContain('请有序离开');
		expect(screen.getByRole('alert').textContent).not.toContain('演练');
		expect(screen.queryByTestId('flash')).not.toBeNull();
		await rerender({ broadcast: { ...alert, drill: true } });
		expect(screen.getByRole('alert').textContent.trim()).toMatch(/^演练/);
		await rerender({ broadcast: null });
		expect(screen.queryByRole('alert')).toBeNull();
	});

	test('an alert stands above an open dialog; what all may go on beside, and what a phone folds, does not', () => {
		const shown = vi.fn();
		const proto = HTMLElement.prototype as { showPopover?: () => void };
		proto.showPopover = shown;
		const first = render(Emergency, { broadcast: alert });
		expect(shown).toHaveBeenCalledTimes(1);
		first.unmount();
		render(Emergency, { broadcast: { ...alert, calm: true } }).unmount();
		render(Emergency, { broadcast: alert, folds: true }).unmount();
		expect(shown).toHaveBeenCalledTimes(1);
		delete proto.showPopover;
	});

	test('all is well again is a band without a flash', () => {
		render(Emergency, { broadcast: { ...alert, calm: true } });
		expect(screen.getByTestId('broadcast').className).toContain('band');
		expect(screen.queryByTestId('flash')).toBeNull();
	});

	test('a phone folds it, and the next one opens again', async () => {
		const { rerender } = render(Emergency, { broadcast: alert, folds: true });
		await fireEvent.click(screen.getByTestId('fold'));
		expect(screen.getByTestId('broadcast').className).toContain('band');
		await rerender({ broadcast: { ...alert, id: 8 }, folds: true });
		expect(screen.getByTestId('broadcast').className).not.toContain('band');
	});
});
