import { expect, test } from 'vitest';
import { ourFiles, type Source } from './sources.ts';

const files = ourFiles();
/** What a visitor sees: pages with a style, and the sheets that all share. */
const styled = files.filter(({ path }) => /^(kiosk|display)\/.*\.(svelte|css)$/.test(path));
const pages = files.filter(
	({ path }) =>
		/^(kiosk|display|server\/routes)\/.*\.(svelte|ts)$/.test(path) && !/^display\/words\/|\.test\.ts$/.test(path)
);

/** The style of a component, on the lines where it stands; a sheet as it is. Comments are left out. */
function styleOf({ path, text }: Source): string {
	const blank = (part: string): string => part.replace(/[^\n]/g, '');
	const style = path.endsWith('.css')
		? text
		: text.replace(/[\s\S]*?<style>|<\/style>[\s\S]*|^(?![\s\S]*<style>)[\s\S]*$/g, blank);
	return style.replace(/\/\*[\s\S]*?\*\//g, blank);
}

/** Comments of scripts, markup and documentation left out. */
function codeOf({ text }: Source): string {
	return text.replace(/<!--[\s\S]*?-->|\/\*[\s\S]*?\*\/|(?<![:'"])\/\/.*$/gm, (part) => part.replace(/[^\n]/g, ''));
}

function lines(source: Source, read: (source: Source) => string, pattern: RegExp): string[] {
	return read(source)
		.split('\n')
		.flatMap((line, at) => (pattern.test(line) ? [`${source.path}:${at + 1}: ${line.trim()}`] : []));
}

/** Four lengths in a row name the right before the left. */
const FOUR = String.raw`(margin|padding|inset|border-width|border-radius|scroll-margin|scroll-padding): *[^;()]+ [^;()]+ [^;()]+ [^;()]+;`;
const SIDES = new RegExp(
	[
		String.raw`(^|[\s;{])(left|right): `,
		String.raw`(margin|padding|border|inset)-(left|right)\b`,
		String.raw`border-(top|bottom)-(left|right)-radius`,
		String.raw`(text-align|float|clear|justify-\w+): *(left|right)\b`,
		String.raw`translateX\(`,
		FOUR
	].join('|')
);

test('K-11 pages are laid out by start and end, so that a language from right to left mirrors them', () => {
	expect(styled.length).toBeGreaterThan(60);
	expect(styled.flatMap((source) => lines(source, styleOf, SIDES))).toEqual([]);
});

test.each(['margin-left: 4px;', 'left: 0;', 'text-align: right;', 'padding: 1px 2px 3px 4px;', 'translateX(4px)'])(
	'%s is found',
	(rule) => {
		const text = `<style>\n\ta { ${rule} }\n</style>`;
		expect(lines({ path: 'a.svelte', text }, styleOf, SIDES)).toHaveLength(1);
		expect(lines({ path: 'a.svelte', text: `<a>${rule}</a>` }, styleOf, SIDES)).toEqual([]);
	}
);

/** A text in Chinese and English at once: an object of both, or a sentence of both for who is refused a page. */
const BOTH = /zh: '[^']*', en: '|(error\(\d+, |const [A-Z_]+ = )'[^']* · [A-Z]|message: .* · [A-Z]/;

/** Characters that nobody reads there: drawn to measure, left out of a question, or told to the maker of a table. */
const NOT_SAID = [
	...['display/ui/chinese.ts', 'kiosk/find/text.ts', 'kiosk/keyboard/Candidates.svelte', 'kiosk/keyboard/table/make.ts']
];

test('K-11 what people read stands in the catalogue, not in the pages', () => {
	const literal = pages
		.flatMap((source) => lines(source, codeOf, /\p{Script=Han}/u))
		.filter((line) => !BOTH.test(line) && !/^\S+: '[^']* · [A-Z]|^\S+: error\(\d+, /.test(line));
	expect(literal.filter((line) => !NOT_SAID.some((path) => line.startsWith(path)))).toEqual([]);
});
