import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { SMALL_HALL } from '#test/fixtures/hall-file.ts';
import { SLIP_KINDS } from '#printer/slips/layout.ts';
import { readHall } from '../setup/read.ts';
import { withSlips, type SlipChange } from './section.ts';

const BLOCKS: SlipChange['blocks'] = [
	{ block: 'reprint' },
	{ block: 'number', size: 4, align: 'center' },
	{ block: 'text', text: { zh: '您好', en: 'Welcome' } },
	{ block: 'qr' }
];
const CHANGE: SlipChange = {
	...{ kind: 'ticket', blocks: BLOCKS, logo: 'sign.png' },
	note: { zh: '停车：两小时', en: 'Parking: two hours' }
};
const NONE: SlipChange = { kind: 'ticket', blocks: null, note: null, logo: null };

function slipsOf(text: string): unknown {
	return (parse(text) as { slips?: unknown }).slips;
}

describe('the part slips of a hall file', () => {
	test('is added at its end, one block a line, and taken away again without a trace', () => {
		const text = withSlips(SMALL_HALL, CHANGE);
		expect(text.startsWith(SMALL_HALL.trimEnd())).toBe(true);
		expect(text).toContain('\nslips:\n  logo: sign.png\n');
		expect(text).toContain('      - { block: number, size: 4, align: center }\n');
		expect(readHall(text).ok).toBe(true);
		expect(withSlips(text, NONE).trimEnd()).toBe(SMALL_HALL.trimEnd());
	});

	test('in the middle of a file, every other line stays, its comments too', () => {
		const before = '# the hall\nhall:\n  code: a # short\n\n';
		const after = '# zones below\nzones: [a]\n';
		const section = 'slips:\n  # our sign\n  logo: old.png # drawn in 2024\n  notes: { next: { zh: 甲, en: A } }\n\n';
		const text = withSlips(before + section + after, { ...CHANGE, note: null });
		expect(text.startsWith(before)).toBe(true);
		expect(text.endsWith(`\n\n${after}`)).toBe(true);
		expect(text).toContain('# our sign');
		expect(withSlips(`${before}slips:\n  logo: old.png\n\n${after}`, NONE)).toBe(`${before}\n${after}`);
		expect(slipsOf(text)).toEqual({
			logo: 'sign.png',
			notes: { next: { zh: '甲', en: 'A' } },
			layouts: { ticket: BLOCKS }
		});
	});

	test('left empty by a hand it is filled; line ends of Windows stay', () => {
		const text = withSlips('a: 1\r\nslips:\r\nb: 2\r\n', CHANGE);
		expect(text.split('\n').every((line) => line === '' || line.endsWith('\r'))).toBe(true);
		expect(parse(text)).toMatchObject({ a: 1, b: 2, slips: { logo: 'sign.png' } });
		expect(slipsOf(withSlips('slips:\n  layouts:\n', CHANGE))).toMatchObject({ layouts: { ticket: BLOCKS } });
	});

	test('of the sample hall: changed again and again, the rest stays byte for byte', () => {
		const sample = readFileSync('hall.yaml', 'utf8');
		const rest = (text: string): string => text.replace(/\n+slips:\n(?: .*\n)*/, '\n').trimEnd();
		const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }).filter((text) => text.trim() !== '');
		const change = fc.record({
			kind: fc.constantFrom(...SLIP_KINDS),
			blocks: fc.constantFrom(BLOCKS, null),
			note: fc.option(fc.record({ zh: words, en: words })),
			logo: fc.option(fc.constant('sign.png'))
		});
		fc.assert(
			fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
				const text = changes.reduce(withSlips, sample);
				expect(rest(text)).toBe(rest(sample));
				const last = changes.at(-1);
				expect(keptOf(text, last?.kind ?? '')).toEqual({ logo: last?.logo, note: last?.note });
			}),
			{ numRuns: 25 }
		);
	});
});

/** What a hall file says of its sign and of one kind's note; its part is parsed alone, for the whole takes a second. */
function keptOf(text: string, kind: string): { logo: unknown; note: unknown } {
	const [section = 'slips:'] = /^slips:\n(?: .*\n)*/m.exec(text) ?? [];
	const { logo, notes } = (slipsOf(section) ?? {}) as { logo?: string; notes?: Record<string, unknown> };
	return { logo: logo ?? null, note: notes?.[kind] ?? null };
}
