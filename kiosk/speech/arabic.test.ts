import { expect, test } from 'vitest';
import { words } from '#display/words/index.ts';
import { partsOf } from './parts.ts';

test('K-05 K-11 Arabic is said without the signs that order it for the eye, English names by an English voice', () => {
	const { kiosk, common } = words('ar');
	const said = partsOf(
		'ar',
		`${kiosk.waitWhere({ place: 'Ground floor, west' })}. ${common.waitRange({ from: 0, to: 5 })}`
	);
	expect(said.map(({ text }) => text).join('')).not.toMatch(/[\u2066-\u2069]/);
	expect(said.find(({ lang }) => lang === 'en')?.text).toContain('Ground floor');
	expect(said.at(-1)).toMatchObject({ lang: 'ar', text: 'من 0 إلى 5 دقائق' });
});
