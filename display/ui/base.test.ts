import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('./base.css', import.meta.url), 'utf8');

/** The colours of a theme, by name. */
function theme(selector: string): Map<string, string> {
	const from = css.indexOf(selector);
	const block = css.slice(from, css.indexOf('}', from));
	return new Map([...block.matchAll(/--([\w-]+): (#[0-9a-f]{6})/g)].map(([, name = '', value = '']) => [name, value]));
}

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
	const [r = 0, g = 0, b = 0] = [1, 3, 5]
		.map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
		.map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
	return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
	const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
	return (light + 0.05) / (dark + 0.05);
}

const texts = ['ink', 'ink-soft', 'blue', 'blue-deep'].flatMap((ink) =>
	['paper', 'surface', 'sunken', 'blue-tint'].map((ground) => [ink, ground] as const)
);
const pairs = [
	...texts,
	['on-blue', 'blue'],
	['on-blue', 'blue-deep'],
	['on-called', 'called'],
	...['good', 'bad', 'warn'].flatMap((kind) => [[kind, `${kind}-tint`] as const, [kind, 'paper'] as const])
] as const;

describe.each([
	["[data-theme='light']", 7],
	["[data-theme='dark']", 7],
	["[data-theme='contrast']", 15]
] as const)('%s', (selector, least) => {
	const colours = theme(selector);

	it.each(pairs)(`%s on %s can be read: at least ${String(least)}:1`, (ink, ground) => {
		expect(contrast(colours.get(ink) ?? '', colours.get(ground) ?? '')).toBeGreaterThanOrEqual(least);
	});

	it('the edge of what can be touched is seen: at least 3:1', () => {
		for (const ground of ['paper', 'surface', 'sunken']) {
			expect(contrast(colours.get('edge') ?? '', colours.get(ground) ?? '')).toBeGreaterThanOrEqual(3);
		}
	});
});

describe.each(["[data-theme='light']", "[data-theme='dark']"])('the screens, %s', (selector) => {
	const colours = theme(selector);

	it.each([
		['call-ink', 'call-blink'],
		['call-sentence', 'call-wash'],
		['ink-soft', 'call-wash']
	])('what is called can be read while it flashes: %s on %s at least 7:1', (ink, ground) => {
		expect(contrast(colours.get(ink) ?? '', colours.get(ground) ?? '')).toBeGreaterThanOrEqual(7);
	});
});

it('what is called stands out on the dark screens: at least 10:1', () => {
	expect(contrast('#ffb000', theme("[data-theme='dark']").get('paper') ?? '')).toBeGreaterThanOrEqual(10);
});
