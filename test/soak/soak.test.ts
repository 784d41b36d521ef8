import { expect, test } from 'vitest';
import { soak } from './run.ts';

/* The whole soak is `npm run soak`; this much of it is done each time. */

test('some hundred slips and updates through flaky wires: none lost, none twice, the right picture at last', async () => {
	const { wrong, slips, boards } = await soak({ slips: 120, updates: 600, seed: 3, printers: 4, lines: 4 });
	expect(wrong).toEqual([]);
	const sum = (of: (one: (typeof slips)[number]) => number): number => slips.reduce((all, one) => all + of(one), 0);
	expect(sum(({ printed, unsure }) => printed + unsure)).toBe(120);
	expect(sum(({ printed }) => printed)).toBeGreaterThan(60);
	expect(boards.every(({ acked, troubles }) => acked > 0 && troubles > 0)).toBe(true);
}, 120_000);
