import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { largeIndex, sampleIndex } from '#test/fixtures/find/sample.ts';
import { Finder } from './finder.ts';
import { slipsIn, slipsInBeginning } from './slips.ts';
import { foldedSound, matterOf, partsOf } from './text.ts';

describe('K-02 what was typed', () => {
	test('is compared in small letters, half width, without marks', () => {
		expect(partsOf('　ＳＢＫ《社保卡》，Card! ')).toEqual(['sbk', '社保卡', 'card']);
	});

	test('sounds that many take for each other are one', () => {
		for (const [one, other] of [
			['zhang', 'zan'],
			['sheng', 'sen'],
			['lan', 'nan'],
			['ying', 'yin'],
			['lv', 'nu']
		] as const) {
			expect(foldedSound(one)).toBe(foldedSound(other));
		}
	});

	test('of a sentence the matter is left', () => {
		expect(matterOf('请问怎么办理护照')).toBe('护照');
		expect(matterOf('材料')).toBe('材料');
	});

	test('one letter more, less, another or two changed round are one slip', () => {
		for (const asked of ['shebaaoka', 'shebaka', 'shebaoga', 'shebaoak']) {
			expect(slipsIn(asked, 'shebaokashenling')).toBe(1);
		}
		for (const asked of ['licens', 'licenc', 'lcence', 'lience', 'ilcence']) {
			expect(slipsInBeginning(asked, 'licence')).toBeLessThanOrEqual(1);
		}
		expect(slipsInBeginning('passport', 'licence')).toBe(2);
	});
});

describe('K-02 the finder', () => {
	let finder: Finder;
	let names: { code: string; text: string; spoken: string }[];
	beforeAll(async () => {
		const index = await sampleIndex();
		finder = new Finder(index);
		names = index.items.flatMap(({ code, forms: [title] }) => (title ? [{ code, ...title }] : []));
	});

	test('every item is found first by its name, by its pinyin, and among the first by its first letters', () => {
		for (const { code, text, spoken } of names) {
			const syllables = spoken.split(' ');
			expect(finder.find(text).codes[0]).toBe(code);
			expect(finder.find(syllables.join('')).codes[0]).toBe(code);
			expect(finder.find(syllables.map((one) => one.charAt(0)).join('')).codes.slice(0, 3)).toContain(code);
		}
	});

	test('whatever part of a name is typed, in whatever mixture of characters, syllables and beginnings, finds it', () => {
		const typed = fc
			.record({
				at: fc.nat(names.length - 1),
				from: fc.nat(6),
				ways: fc.array(fc.nat(3), { minLength: 3, maxLength: 5 })
			})
			.map(({ at, from, ways }) => {
				const { code, text, spoken } = names[at] ?? { code: '', text: '', spoken: '' };
				const [chars, syllables] = [[...text], spoken.split(' ')];
				const first = Math.min(from, Math.max(0, chars.length - ways.length));
				const part = ways.map((way, n) => {
					const [char = '', syllable = ''] = [chars[first + n], syllables[first + n]];
					return way === 0 ? char : way === 1 ? syllable : syllable.slice(0, way - 1);
				});
				return { code, part: part.join('') };
			});
		fc.assert(
			fc.property(typed, ({ code, part }) => {
				expect(finder.find(part).codes, part).toContain(code);
			}),
			{ numRuns: 300 }
		);
	});

	test('a department and a theme find what they do, after what is called so itself', () => {
		const tax = finder.find('税务局');
		expect(tax.codes).toContain('deed-tax');
		expect(finder.find('出行').codes).toContain('passport-first');
		expect(finder.find('出生').codes[0]).toBe('birth-registration');
	});

	test('what is not there finds nothing, or what is near and is told so', () => {
		expect(finder.find('')).toEqual({ codes: [], near: false });
		expect(finder.find('今天天气')).toEqual({ codes: [], near: true });
		const near = finder.find('工伤赔偿诉讼');
		expect(near.near).toBe(true);
		expect(near.codes).toContain('injury-recognition');
	});

	test('no typing breaks it', () => {
		fc.assert(
			fc.property(fc.string({ maxLength: 80, unit: 'binary' }), (asked) => {
				const { codes } = finder.find(asked);
				expect(new Set(codes).size).toBe(codes.length);
			}),
			{ numRuns: 200 }
		);
	});
});

test('K-02 of 2 000 items what is typed is found at once, also on a machine that is busy', async () => {
	const finder = new Finder(await largeIndex(2000));
	const asked = [
		's',
		'sb',
		'sbk',
		'sheb',
		'shebaok',
		'shebaoak',
		'sebaoka',
		'社',
		'社保卡',
		'passprot',
		'东城区社保卡',
		'xyzxyz'
	];
	for (const one of asked) finder.find(one);
	const took = asked.map((one) => {
		const began = process.cpuUsage();
		finder.find(one);
		const { user, system } = process.cpuUsage(began);
		return (user + system) / 1000;
	});
	// The page is measured by npm run bench:find; here only what has gone wrong by a multiple is caught.
	expect(took.toSorted((one, other) => one - other)[Math.floor(asked.length / 2)]).toBeLessThan(60);
	expect(finder.find('dongchengqushebaoka').codes.length + finder.find('sbk').codes.length).toBeGreaterThan(60);
});
