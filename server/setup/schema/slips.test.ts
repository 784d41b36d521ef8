import { readFileSync } from 'node:fs';
import { words } from '#display/words/index.ts';
import { expect, test } from 'vitest';
import { BLOCKS, BUILT_IN, lacking, untaken } from '#printer/slips/kinds.ts';
import { SLIP_KINDS } from '#printer/slips/layout.ts';
import { SMALL_HALL } from '#test/fixtures/hall-file.ts';
import { readHall } from '../read.ts';

const TICKET = `slips:
  logo: sign.png
  notes:
    ticket: { zh: 停车免费两小时, en: Two hours of free parking }
  layouts:
    ticket:
      - { block: reprint, size: 2, bold: true, align: center }
      - { block: number, size: 8, align: center }
      - { block: text, text: { zh: 您好, en: Welcome }, size: tall }
      - { block: feed, lines: 2 }
      - { block: link }
`;

const read = (slips: string): ReturnType<typeof readHall> => readHall(SMALL_HALL + slips);

/** What is wrong: code, place, and the way to mend it. */
function faultsOf(from: string, to: string): string[] {
	expect(TICKET).toContain(from);
	const checked = read(TICKET.replace(from, to));
	return checked.ok ? [] : checked.faults.map(({ code, path, mend }) => `${code} ${path} ${mend.en}`);
}

test('a hall may have a sign, notes, and layouts of its own; what it leaves out is built in', () => {
	const sound = read(TICKET);
	expect(sound.ok && sound.file.slips).toMatchObject({ logo: 'sign.png', layouts: { next: null } });
	expect(sound.ok && sound.file.slips.layouts.ticket).toHaveLength(5);
	const without = read('');
	expect(without.ok && without.file.slips).toMatchObject({ logo: null, notes: { ticket: null } });
});

test.each<[string, string, string, string[]]>([
	['an unknown block', 'block: number', 'block: nummber', ['not-one-of', 'did you mean "number"', 'block-needed']],
	['a setting that no block has', 'lines: 2', 'rows: 2', ['unknown-key', 'slips.layouts.ticket[3].rows']],
	[
		'a setting that this block does not take',
		'lines: 2',
		'lines: 2, bold: true',
		['block-setting', '[3].bold', 'lines']
	],
	[
		'a slip without its number',
		'block: number',
		'block: place',
		['block-needed slips.layouts.ticket', 'block: number']
	],
	['a slip without a way to its page', '{ block: link }', '{ block: rule }', ['block-needed', 'block: qr']],
	['a copy that cannot be told', 'block: reprint', 'block: hall', ['block-needed', 'block: reprint']],
	['a text without words', ' text: { zh: 您好, en: Welcome },', '', ['missing slips.layouts.ticket[2].text']],
	['a figure out of range', 'lines: 2', 'lines: 20', ['too-big', 'at most 8']],
	['a size that is none', 'size: 8', 'size: 9', ['not-one-of', 'tall']],
	['a sign of another folder', 'sign.png', '../sign.png', ['bad-sign-name slips.logo', 'DATA_DIR/slips']]
])('%s is refused, and the way to mend it is told', (_, from, to, told) => {
	const faults = faultsOf(from, to).join('\n');
	for (const word of told) expect(faults).toContain(word);
});

test.each([
	['entries', '一次告知'],
	['due', 'its hour'],
	['hall', 'the hall'],
	['after', 'what can be done']
])('a notice cannot do without %s (%s)', (block) => {
	const layout = BUILT_IN.notice.filter((one) => one.block !== block);
	expect(lacking('notice', layout)).toEqual([[block]]);
});

test.each(SLIP_KINDS)(
	'the built-in layout of %s has all that must be there, and says only what its blocks take',
	(kind) => {
		expect(lacking(kind, BUILT_IN[kind])).toEqual([]);
		for (const block of BUILT_IN[kind]) {
			expect(Object.keys(BLOCKS[kind])).toContain(block.block);
			expect(untaken(kind, { ...block })).toEqual([]);
		}
	}
);

test.each(SLIP_KINDS)('docs/slips.md names every block of %s and what it takes', (kind) => {
	const page = readFileSync('docs/slips.md', 'utf8');
	const rows = [`### \`${kind}\``, '### On every slip'].flatMap((title) => rowsUnder(page, title));
	for (const [block, takes] of Object.entries(BLOCKS[kind])) {
		const row = rows.find((line) => line.startsWith(`| \`${block}\``)) ?? '';
		for (const setting of takes) expect(row, block).toContain(`\`${setting}\``);
		for (const lang of ['zh-CN', 'en'] as const) {
			const { of, blocks } = words(lang).slipDesign;
			expect(row, block).toContain(`| ${of[kind]?.[block] ?? blocks[block] ?? '?'} `);
		}
	}
});

function rowsUnder(page: string, title: string): string[] {
	const [, after = ''] = page.split(title);
	const [chapter = ''] = after.split('\n### ');
	return chapter.split('\n');
}
