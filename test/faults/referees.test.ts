import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { onbonDriver } from '#display/led/onbon.ts';
import { strictOnbon } from '../fakes/strict-onbon.ts';

/* What our drivers send, read by a decoder that shares nothing with them. Programs of others judge elsewhere: docs/faults.md. */

const bytes = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex.replaceAll(/\s/g, ''), 'hex'));
const HEAD = 'a5'.repeat(8);
/** The document's own example, the vendor's Java program, and one computed from the rules: hardware of nobody here. */
const KNOWN: [hex: string, text: string][] = [
	[
		`${HEAD}feff0080000000000000fe022c00a306010000000123000000800000808020000000000a0000000002010100020a08000000bbb6d3adb9e2c1d93c495a`,
		'欢迎光临'
	],
	[
		`${HEAD}05000080000000000000fe023400a30601000000012b000000800000808010000000000a0000000002010100020a100000004130303120c7ebb5bd33bac5b4b0bfdab2f25a`,
		'A001 请到3号窗口'
	]
];

describe('a strict decoder of Onbon frames', () => {
	test.each(KNOWN)('reads what is known to be right: %#', (hex, text) => {
		expect(strictOnbon(bytes(hex)).areas.map((area) => area.text)).toEqual([text]);
	});

	test('rejects every frame with one bit changed', () => {
		const good = bytes(KNOWN[0]?.[0] ?? '');
		for (let at = 0; at < good.length * 8; at += 1) {
			const bad = good.slice();
			bad[at >> 3] = (bad[at >> 3] ?? 0) ^ (1 << (at & 7));
			expect(() => strictOnbon(bad), `bit ${String(at)}`).toThrow();
		}
	});

	const driver = onbonDriver({ card: '6k', width: 128, height: 32 });
	const text = fc.string({
		unit: fc.constantFrom(...Array.from('A001Z[[请到三号窗口龘€𠮷㐀\\C1FO \n\u00a5')),
		maxLength: 40
	});

	test('reads what our driver sends, whatever it is to show, as the lines it says', () => {
		fc.assert(
			fc.property(fc.array(text, { maxLength: 4 }), fc.integer({ min: 1, max: 65_533 }), (lines, address) => {
				const picture = driver.show(address, { lines, ttlMs: 90_000 });
				for (const frame of picture.frames) {
					const { to, from, areas, answer } = strictOnbon(frame.bytes);
					expect([to, from, answer]).toEqual([address, 0x8000, true]);
					for (const area of areas) {
						expect(area).toMatchObject({ width: 128, blankAfterS: 90 });
						expect(area.x + area.width).toBeLessThanOrEqual(128);
						expect(area.y + area.height).toBeLessThanOrEqual(32);
					}
					const shown = areas.flatMap((area) => area.text.replaceAll(/\\F[OEK][0-9A-Z]{3}|\\C[1-7]/g, '').split('\\n'));
					expect(shown.join('\n')).toBe(picture.lines.join('\n'));
				}
			}),
			{ numRuns: 300 }
		);
	});

	test('reads its other commands, those to everybody without an answer', () => {
		for (const address of [1, 5, 0xfffe]) {
			for (const frame of [...driver.clear(address), ...driver.brightness(address, 50), ...driver.ping(address)]) {
				expect(strictOnbon(frame.bytes)).toMatchObject({ to: address, answer: true });
			}
		}
		for (const frame of driver.clear(0xffff)) expect(strictOnbon(frame.bytes).answer).toBe(false);
	});
});
