import { expect, it } from 'vitest';
import { intentId } from './intent.ts';

it('an intent is 128 random bits as hex, every time another', () => {
	const made = Array.from({ length: 1000 }, intentId);
	for (const id of made) expect(id).toMatch(/^[0-9a-f]{32}$/);
	expect(new Set(made).size).toBe(1000);
});
