import { describe, expect, test } from 'vitest';
import { encodeText } from '#display/led/font.ts';
import { legible } from '#display/ui/legible.ts';
import { compose } from '#printer/escpos/compose.ts';
import { encode } from '#printer/escpos/text.ts';
import { machineGlyphs } from '#printer/glyphs/canvas.ts';
import { noGlyphs } from '#printer/glyphs/glyphs.ts';
import { MODEL_CODES, printerModel } from '#printer/models/models.ts';
import { decode } from './fakes/decode.ts';

/**
 * Hanzi of names that halls meet, one or more of each block that GB 18030-2022 level 3 asks for: GBK, the signs added in
 * 2000 and 2005, extensions A to F, and compatibility ideographs.
 */
const NAMES = ['镕', '喆', '䶮', '㛃', '㐀', '𠮷', '𡋾', '𣲗', '𪟝', '𫍣', '𫟹', '𬱖', '𬺈', '龦', '﨎', '𰻝'];

describe('K-11 a name keeps its characters, or says honestly that one cannot be shown', () => {
	test('on a screen: drawn where the machine has it, else its code', () => {
		expect(legible('王镕喆')).toBe('王镕喆');
		for (const name of NAMES) expect(legible(`王${name}`, () => true)).toBe(`王${name}`);
		const code = (char: string): string => `〔U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase()}〕`;
		for (const name of NAMES.slice(2)) expect(legible(`王${name}女士`, () => false)).toBe(`王${code(name)}女士`);
	});

	test.each(['gbk', 'gb18030'] as const)('on paper with a %s font alone: its own bytes, or □ and a report', (font) => {
		for (const name of NAMES) {
			const { bytes, substituted } = encode(`王${name}`, { font, glyphs: noGlyphs });
			const read = new TextDecoder('gb18030').decode(bytes);
			if (substituted.length === 0) expect(read).toBe(`王${name}`);
			else expect([read, substituted]).toEqual(['王□', [name]]);
		}
	});

	test.each(MODEL_CODES.filter((code) => !code.startsWith('star')))(
		'on paper of a %s printer: printed or drawn where a font of this machine has it, else □ and a report',
		(code) => {
			const model = printerModel(code, 80);
			for (const name of NAMES) {
				const { bytes, substituted } = compose([{ type: 'text', text: `王${name}` }], model);
				const { paper, text, rest } = decode(bytes, model);
				const printed = text === `王${name}`;
				const drawn = paper.marks.some((mark) => mark.kind === 'dots' && mark.rows.flat().some(Boolean));
				expect([rest, substituted]).toEqual([0, printed || machineGlyphs.has(name) ? [] : [name]]);
				expect(printed || drawn).toBe(printed || machineGlyphs.has(name) || machineGlyphs.has('王'));
			}
		}
	);

	test('on a board: its own bytes, or □ and a report', () => {
		for (const name of NAMES) {
			const { text, replaced } = encodeText(`王${name}`, 'gb2312', 8);
			expect(text === `王${name}` ? [] : [text, ...replaced]).toEqual(text === `王${name}` ? [] : ['王□', name]);
		}
	});
});
