import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alphaDriver, type AlphaSign } from '#display/led/alpha.ts';
import { strictAlpha, type StrictCommand } from '../fakes/strict-alpha.ts';

/* What our driver of Alpha signs sends, read by a decoder that shares nothing with it. */

const bytes = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex.replaceAll(/\s/g, ''), 'hex'));
const WAKE = '00 00 00 00 00 01';
/** The manual's own two examples, and packets put together from its rules. */
const KNOWN: [hex: string, said: StrictCommand][] = [
	[`${WAKE} 5A 30 30 02 47 61 52 45 41 44 20 4D 45 03 30 32 37 42 04`, { kind: 'string', label: 'a', text: 'READ ME' }],
	[`${WAKE} 5A 30 35 02 47 53 41 30 30 31 03 30 31 37 31 04`, { kind: 'string', label: 'S', text: 'A001' }],
	[
		`${WAKE} 5A 30 30 02 41 41 1B 30 62 1C 31 41 30 30 31 20 10 53 04`,
		{ kind: 'text', label: 'A', lines: [{ position: 'fill', mode: 'b', text: '{red}A001 {call S}' }] }
	],
	[`${WAKE} 5A 30 30 02 41 30 04`, { kind: 'priority-over' }],
	[
		`${WAKE} 5A 30 30 02 45 24 41 41 55 30 30 34 30 46 46 46 46 53 42 4C 30 30 31 30 30 30 30 30 03 30 35 38 33 04`,
		{
			kind: 'memory',
			files: [
				{ label: 'A', kind: 'text', locked: false, bytes: 64 },
				{ label: 'S', kind: 'string', locked: true, bytes: 16 }
			]
		}
	]
];

/** A packet without a sum may say anything: a changed 03 makes one of it. */
function summed(packet: Uint8Array): void {
	if (!strictAlpha(packet).summed) throw new Error('no sum');
}

describe('a strict decoder of Alpha packets', () => {
	test.each(KNOWN)('reads what is known to be right: %#', (hex, said) => {
		expect(strictAlpha(bytes(hex)).command).toEqual(said);
	});

	test('rejects every packet with a sum in which one bit was changed, but for whom it is', () => {
		const good = bytes(KNOWN[1]?.[0] ?? '');
		for (let at = 0; at < good.length * 8; at += 1) {
			const bad = good.slice();
			bad[at >> 3] = (bad[at >> 3] ?? 0) ^ (1 << (at & 7));
			// The sum begins behind the type and the address: a sign that is not meant takes it, or none does.
			if (at >> 3 >= 6 && at >> 3 <= 8) continue;
			expect(() => summed(bad), `bit ${String(at)}`).toThrow();
		}
	});

	const kinds = fc.record({
		type: fc.constantFrom('Z', '^'),
		columns: fc.integer({ min: 4, max: 80 }),
		text: fc.constantFrom('A', 'B'),
		strings: fc.constantFrom(['1'], ['1', '2'], ['S', '~']),
		colour: fc.constantFrom<AlphaSign['colour'][]>('auto', 'red', 'green', 'amber'),
		mode: fc.constantFrom<AlphaSign['mode'][]>('hold', 'flash', 'rotate', 'scroll'),
		answers: fc.boolean()
	});
	const address = fc.integer({ min: 0, max: 255 });
	const text = fc.string({ unit: 'binary', maxLength: 200 });

	test('reads what our driver sends, whatever it is to show, as the lines it says', () => {
		fc.assert(
			fc.property(kinds, address, fc.array(text, { maxLength: 3 }), (sign, to, lines) => {
				const picture = alphaDriver(sign).show(to, { lines });
				const read = picture.frames.map((frame) => strictAlpha(frame.bytes));
				expect(read.map(({ type, address: at, summed }) => [type, at, summed])).toEqual(
					sign.strings.map(() => [sign.type, to, true])
				);
				expect(read.map(({ command }) => command)).toEqual(
					sign.strings.map((label, at) => ({ kind: 'string', label, text: picture.lines[at] }))
				);
			}),
			{ numRuns: 300 }
		);
	});

	test('its memory has room for every string, and its text calls each of them once', () => {
		fc.assert(
			fc.property(kinds, address, (sign, to) => {
				const read = (alphaDriver(sign).setup?.(to) ?? []).map(({ bytes: sent }) => strictAlpha(sent).command);
				const [erased, memory, called] = read;
				expect([erased, read.length]).toEqual([{ kind: 'memory', files: [] }, 3]);
				const files = memory?.kind === 'memory' ? memory.files : [];
				expect(files.map(({ label, kind }) => [label, kind])).toEqual([
					[sign.text, 'text'],
					...sign.strings.map((label) => [label, 'string'])
				]);
				for (const { bytes: room } of files.slice(1)) expect(room).toBe(125);
				const lines = called?.kind === 'text' ? called.lines : [];
				expect(lines.map(({ text: line }) => line)).toEqual(
					sign.strings.map((label) => `{${sign.colour}}{call ${label}}`)
				);
			})
		);
	});

	test('an alarm fits its file and is never empty; its end is bare, and a cleared sign has empty strings', () => {
		fc.assert(
			fc.property(kinds, address, text, (sign, to, line) => {
				const driver = alphaDriver(sign);
				const alarm = driver.alarm?.show(to, { lines: [`LEAVE ${line}`] }).frames ?? [];
				expect(alarm.map(({ bytes: sent }) => strictAlpha(sent).command)).toMatchObject([{ kind: 'text', label: '0' }]);
				const over = driver.alarm?.release(to) ?? [];
				expect(over.map(({ bytes: sent }) => strictAlpha(sent).command)).toEqual([{ kind: 'priority-over' }]);
				expect(driver.clear(to).map(({ bytes: sent }) => strictAlpha(sent).command)).toEqual(
					sign.strings.map((label) => ({ kind: 'string', label, text: '' }))
				);
			})
		);
	});
});
