import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { words } from '#display/words/index.ts';
import { TOLD } from './told.ts';

/** What was told under each version: other words are another version. */
const TEXTS: Record<string, string> = { '2026.11': '4310c4029a64f601', '2026.12': '1c891f8c23fa9d14' };

test('A-02 K-07 what is told before a number is taken has a version, and other words raise it', () => {
	const text = (['zh-CN', 'en'] as const).flatMap((lang) =>
		Object.values(words(lang).identity.told).map((one) => (typeof one === 'string' ? one : one({ hall: '' })))
	);
	expect(createHash('sha256').update(text.join('\n')).digest('hex').slice(0, 16)).toBe(TEXTS[TOLD]);
});

test.each(['zh-CN', 'en'] as const)('A-02 it says who, what for, which data, how long and which rights: %s', (lang) => {
	const { who, why, what, keep, rights } = words(lang).identity.told;
	expect([who, why, what, keep, rights].every((one) => one.length > 0)).toBe(true);
});
