/**
 * Makes words.txt, the table from which the keyboard offers Chinese: `node kiosk/keyboard/table/make.ts …/dict.txt`, where
 * dict.txt is the word list of jieba (MIT; in the package @node-rs/jieba): word, how often it was counted, kind. How each
 * is spoken is told by pinyin-pro (MIT). A line is one pronunciation: `she'bao 社保24摄保03`, the likeliest first, each
 * with two figures, five times the logarithm of how often; after `|` characters that were never counted, for names.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pinyin } from 'pinyin-pro';

/** What was counted less often is composed of its characters. */
const SELDOM = 40;
/** Names of persons, of whom novels were full; 谢谢 and 养老金 are marked as such too, and are said more often. */
const SELDOM_NAMES = 90;
const LONGEST = 4;
/** Little words that stand alone, and are spoken otherwise within words; and characters that pinyin-pro cannot read. */
const ALONE: Record<string, string> = { 地: 'de', 得: 'de', 着: 'zhe', 了: 'le', 𠮷: 'ji' };
/** What is said in a hall every day, and was not when the words were counted. */
const HALL =
	'社保卡 医保卡 居住证 公积金 不动产 不动产证 房产证 户口本 身份证 驾驶证 行驶证 营业执照 银行卡 二维码 取号 叫号 排号 过号 缺纸 ' +
	'导询台 办事员 好差评 办不成 办不了 网上办 跑腿 投诉 表扬 态度 插队 材料 补办 换证 缴费 报销 参保 养老金 退休金 转移 过户 落户 证明 说清 说清楚 看不清 听不清 带齐 等了';
const HALL_TIMES = 2000;
const HAN = /^\p{Script=Han}+$/u;
/** The blocks of GB 18030 of which pinyin-pro knows how they are spoken. */
const BLOCKS = [
	[0x4e00, 0x9fff],
	[0x3400, 0x4dbf],
	[0x20000, 0x2ebef]
] as const;

interface Counted {
	word: string;
	times: number;
}

function counted(path: string): Counted[] {
	const said = HALL.split(' ').map((word) => ({ word, times: HALL_TIMES }));
	const listed = readFileSync(path, 'utf8')
		.split('\n')
		.flatMap((line) => {
			const [word = '', times = '0', kind = ''] = line.split(' ');
			const least = [...word].length === 1 ? 1 : kind.startsWith('nr') ? SELDOM_NAMES : SELDOM;
			const fits = HAN.test(word) && [...word].length <= LONGEST && Number(times) >= least;
			return fits ? [{ word, times: Number(times) }] : [];
		});
	return [...new Map([...listed, ...said].map((one) => [one.word, one])).values()];
}

const spoken = (word: string): string[] => pinyin(word, { toneType: 'none', type: 'array', v: true });
const readings = (char: string): string[] => {
	const ways = pinyin(char, { toneType: 'none', type: 'array', v: true, multiple: true });
	return [...new Set([...(ALONE[char] === undefined ? [] : [ALONE[char]]), ...ways])];
};
const isSyllable = (syllable: string): boolean => /^[a-z]{1,6}$/.test(syllable);
const weight = (times: number): string => String(Math.min(99, Math.round(5 * Math.log(times + 1)))).padStart(2, '0');

const lines = new Map<string, Counted[]>();
const rare = new Map<string, string[]>();
/** how often a character is spoken so, in the words */
const heard = new Map<string, number>();
const add = (key: string, one: Counted): unknown => lines.set(key, [...(lines.get(key) ?? []), one]);

const all = counted(process.argv[2] ?? 'dict.txt');
for (const one of all.filter(({ word }) => [...word].length > 1)) {
	const syllables = spoken(one.word);
	if (syllables.length !== [...one.word].length || !syllables.every(isSyllable)) continue;
	add(syllables.join("'"), one);
	[...one.word].forEach((char, at) => {
		const said = `${char}${syllables[at] ?? ''}`;
		heard.set(said, (heard.get(said) ?? 0) + one.times);
	});
}
const chars = new Map(all.filter(({ word }) => [...word].length === 1).map(({ word, times }) => [word, times]));
for (const [from, to] of BLOCKS) {
	for (let point = from; point <= to; point += 1) {
		const char = String.fromCodePoint(point);
		const ways = readings(char).filter(isSyllable);
		const times = chars.get(char);
		const within = ways.map((way) => heard.get(char + way) ?? 0);
		const inWords = within.reduce((sum, times) => sum + times, 0);
		// What stands in no word was mostly read wrongly where it was counted.
		const isRare = times === undefined || inWords === 0;
		const shares = within.map((times, at) => times + (at === 0 ? (ALONE[char] ? inWords : 1) : 0.02));
		const whole = shares.reduce((sum, share) => sum + share, 0);
		ways.forEach((way, at) => {
			if (isRare) rare.set(way, [...(rare.get(way) ?? []), char]);
			else add(way, { word: char, times: (times * (shares[at] ?? 0)) / whole });
		});
	}
}
for (const way of rare.keys()) if (!lines.has(way)) lines.set(way, []);

const text = [...lines]
	.toSorted(([one], [other]) => (one < other ? -1 : 1))
	.map(([key, words]) => {
		const likeliest = words.toSorted((one, other) => other.times - one.times);
		const never = rare.get(key);
		return `${key} ${likeliest.map(({ word, times }) => word + weight(times)).join('')}${never ? `|${never.join('')}` : ''}`;
	})
	.join('\n');
writeFileSync(join(import.meta.dirname, 'words.txt'), `${text}\n`);
console.log(`${String(lines.size)} pronunciations, ${String(Math.round(Buffer.byteLength(text) / 1024))} KiB`);
