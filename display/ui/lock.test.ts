import { expect, test } from 'vitest';
import { isChord, mayFollow } from './lock.ts';

const NONE = { ctrlKey: false, altKey: false, metaKey: false };

test('the browser’s chords are caught, the keys of a visitor are not', () => {
	for (const key of [
		'F1',
		'F5',
		'F11',
		'F12',
		'F24',
		'PrintScreen',
		'ContextMenu',
		'BrowserBack',
		'BrowserHome',
		'ZoomIn'
	])
		expect(isChord({ ...NONE, key }), key).toBe(true);
	for (const held of ['ctrlKey', 'altKey', 'metaKey'] as const)
		for (const key of ['p', 'ArrowLeft', '-', 'Tab'])
			expect(isChord({ ...NONE, [held]: true, key }), held + key).toBe(true);
	for (const key of [
		'a',
		'7',
		'F',
		'X',
		'Tab',
		'Enter',
		' ',
		'Escape',
		'ArrowDown',
		'Home',
		'End',
		'Backspace',
		'*',
		'#'
	])
		expect(isChord({ ...NONE, key }), key).toBe(false);
});

test('a link is followed from one page of the machines to another, in its own place, and nowhere else', () => {
	const origin = 'http://10.0.0.5:3000';
	const link = (href: string, more: object = {}): boolean =>
		mayFollow({ href, target: '', download: false, ...more }, origin);
	for (const href of [`${origin}/kiosk?kiosk=k`, `${origin}/c/123456789012`, `${origin}/say`, `${origin}/rate/3`])
		expect(link(href), href).toBe(true);
	for (const href of [
		'https://example.com/kiosk',
		`${origin}/sign-in`,
		`${origin}/book`,
		`${origin}/kiosks`,
		`${origin}/`,
		'mailto:a@b.c',
		'tel:12345',
		'javascript:0',
		'http://10.0.0.5:3001/kiosk',
		'http://'
	])
		expect(link(href), href).toBe(false);
	expect(link(`${origin}/kiosk`, { target: '_blank' })).toBe(false);
	expect(link(`${origin}/kiosk`, { download: true })).toBe(false);
});
