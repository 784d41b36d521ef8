/** What is to be said, cut into sentences of one voice each. Pure. */
import { words, type Lang } from '#display/words/index.ts';

/** A sentence in one voice. */
export interface Part {
	lang: Lang;
	text: string;
	/** the same for every visitor: its sound may be kept on the server */
	keep: boolean;
}

/** The server takes no longer ones. */
const MOST_LETTERS = 400;
const SENTENCE_END = /(?<=[。！？；!?;؟؛\n])|(?<=\.)\s+/u;
const PLACE_TO_CUT = /(?<=[，、：,:،])|\s/u;
/** They keep numbers and names in their direction, and have no sound. */
const ISOLATES = /[\u2066-\u2069]/g;
/** Latin words among Chinese ones have a voice of their own, and the other way round. */
const LATIN = /(\p{Script=Latin}[\p{Script=Latin}'’&.-]*(?:\s+\p{Script=Latin}[\p{Script=Latin}'’&.-]*)*)/u;
const FOREIGN: Record<Lang, { among: RegExp; lang: Lang }> = {
	'zh-CN': { among: LATIN, lang: 'en' },
	ar: { among: LATIN, lang: 'en' },
	en: { among: /(\p{Script=Han}[\p{Script=Han}，、：；。（）]*)/u, lang: 'zh-CN' }
};

/** A text as sentences, each in the voice of its script; nothing for a text without a letter or figure. */
export function partsOf(lang: Lang, text: string, keep = false): Part[] {
	return heard(lang, text)
		.split(SENTENCE_END)
		.flatMap((sentence) => short(sentence))
		.flatMap((sentence) => voices(lang, sentence))
		.filter((part) => /[\p{L}\p{N}]/u.test(part.text))
		.map((part) => ({ ...part, keep }));
}

/** Figure by figure: `A001` is A, 零, 零, 幺, as the hall's voice calls it. */
export function spelled(lang: Lang, text: string): string {
	const figures = words(lang).speech.figures.split(' ');
	return [...text.replace(/\s/g, '')].map((sign) => figures[Number(sign)] ?? sign).join(' ');
}

/** Signs that are read otherwise than they are written: times, ranges, figures that stand apart, separators. */
function heard(lang: Lang, text: string): string {
	const w = words(lang).speech;
	return text
		.replace(ISOLATES, '')
		.replace(/(?<![\d:])(\d{1,2}):(\d{2})(?![\d:])/g, (_, hour: string, minute: string) =>
			w.oClock({ hour: Number(hour), minute: Number(minute) })
		)
		.replace(/(\S+?)\s*[–—]\s*(?=(\d+))\2/g, (_, from: string, to: string) => w.range({ from, to }))
		.replace(/(?<![\p{L}\d])(?:[A-Za-z\d] )+[A-Za-z\d](?![\p{L}\d])/gu, (signs) => spelled(lang, signs))
		.replace(/(?<![\p{L}\d])[A-Z]{1,3}\d{3,4}(?![\p{L}\d])/gu, (number) => spelled(lang, number))
		.replace(/\s*[·|•]\s*/g, words(lang).marks.comma)
		.replace(/\*+/g, ' ');
}

function short(sentence: string): string[] {
	if (sentence.length <= MOST_LETTERS) return [sentence];
	const pieces: string[] = [];
	for (const piece of sentence.split(PLACE_TO_CUT)) {
		const last = pieces.at(-1);
		if (last !== undefined && last.length + piece.length < MOST_LETTERS) pieces[pieces.length - 1] = `${last} ${piece}`;
		else pieces.push(piece.slice(0, MOST_LETTERS));
	}
	return pieces;
}

function voices(lang: Lang, sentence: string): Omit<Part, 'keep'>[] {
	const { among, lang: other } = FOREIGN[lang];
	return sentence
		.split(among)
		.map((text, index) => ({ lang: index % 2 === 0 ? lang : other, text: text.replace(/\s+/g, ' ').trim() }))
		.filter(({ text }) => text !== '');
}
