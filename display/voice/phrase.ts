/** What is said, as clips of the voice pack and pauses. Pure. */
import { STAFF_LANGS, words, type Lang } from '../words/index.ts';
import { tongueOf, type Tongue } from './tongue.ts';

/** A clip by its file name in the folder of its language, or of a dialect; with its words where the pack may not have them. */
export interface ClipPiece {
	lang: Lang;
	dialect?: string;
	clip: string;
	text?: string;
}
/** A piece of speech: a clip, or a pause. */
export type Piece = ClipPiece | { pauseMs: number };
/** A piece of a broadcast, which begins with the siren. */
export type AlertPiece = Piece | { siren: true };

/** What the voice needs to know of a call. */
export interface Call {
	/** as printed: A001, SB1024 */
	number: string;
	/** the code of the window: 3, 12, 101, B2 */
	window: string;
}

/** How a zone is spoken to. */
export interface Manner {
	/** in this order: languages, or dialects by the name of their folder; see tongue.ts */
	langs: readonly string[];
	/** how often the whole is said */
	times: number;
	/** 1 is the voice's own speed, 1.25 a quarter faster */
	rate: number;
}

const AFTER_LETTERS_MS = 60;
/** Four figures are heard as two and two. */
const BETWEEN_PAIRS_MS = 140;
const BETWEEN_PARTS_MS = 120;
const BETWEEN_LANGS_MS = 600;
const BETWEEN_TIMES_MS = 1000;
/** From here on a figure is read one by one. */
const READ_AS_FIGURES = 100;

/** `SB1024` → `S`, `B`, `1024`; signs that are neither letter nor figure are not spoken. */
function split(code: string): { letters: string[]; figures: string } {
	const spoken = code.toUpperCase().replace(/[^A-Z0-9]/g, '');
	return { letters: Array.from(spoken.replace(/[0-9]/g, '')), figures: spoken.replace(/[A-Z]/g, '') };
}

function pause(pauseMs: number): Piece {
	return { pauseMs };
}

function clips(lang: Lang, names: readonly string[]): Piece[] {
	return names.map((clip) => ({ lang, clip }));
}

function lettersOf(lang: Lang, letters: readonly string[]): Piece[] {
	const spelled = clips(
		lang,
		letters.map((letter) => `letter-${letter}`)
	);
	return spelled.length === 0 ? [] : [...spelled, pause(AFTER_LETTERS_MS)];
}

function digits(lang: Lang, figures: string): Piece[] {
	const pairs = figures.length === 4 ? [figures.slice(0, 2), figures.slice(2)] : [figures];
	return pairs.flatMap((pair, i) => [
		...(i === 0 ? [] : [pause(BETWEEN_PAIRS_MS)]),
		...clips(
			lang,
			Array.from(pair, (digit) => `digit-${digit}`)
		)
	]);
}

/** The two tones, which every shipped pack has; a language without one borrows those of the first. */
function chime(lang: Lang): Piece[] {
	return clips(STAFF_LANGS.find((one) => one === lang) ?? 'zh-CN', ['chime']);
}

/** 0 to 99 as one says it: 三, 十二, 二十, 三十五. */
function chinese(n: number): string[] {
	const tens = Math.floor(n / 10);
	const ones = n % 10;
	if (tens === 0) return [`number-${ones}`];
	return [...(tens === 1 ? [] : [`number-${tens}`]), 'number-10', ...(ones === 0 ? [] : [`number-${ones}`])];
}

/** 0 to 99: three, twelve, twenty, thirty-five. */
function english(n: number): string[] {
	if (n <= 20 || n % 10 === 0) return [`number-${n}`];
	return [`number-${n - (n % 10)}`, `number-${n % 10}`];
}

/** 0 to 99, ones before tens: ثلاثة، اثنا عشر، خمسة وثلاثون. */
function arabic(n: number): string[] {
	if (n <= 20 || n % 10 === 0) return [`number-${n}`];
	return [`number-${n % 10}`, `and-${n - (n % 10)}`];
}

const NATURAL: Record<Lang, (n: number) => string[]> = { 'zh-CN': chinese, en: english, ar: arabic };

function ticket(lang: Lang, number: string): Piece[] {
	const { letters, figures } = split(number);
	return [...lettersOf(lang, letters), ...digits(lang, figures)];
}

function windowCode(lang: Lang, code: string): Piece[] {
	const { letters, figures } = split(code);
	const n = Number(figures);
	const read = n < READ_AS_FIGURES ? clips(lang, figures === '' ? [] : NATURAL[lang](n)) : digits(lang, figures);
	return [...lettersOf(lang, letters), ...read];
}

/** The order of the words in each language; the English window comes before its number. */
const SENTENCE: Record<Lang, (call: Call) => Piece[]> = {
	'zh-CN': ({ number, window }) => [
		...clips('zh-CN', ['please']),
		...ticket('zh-CN', number),
		...clips('zh-CN', ['ticket']),
		pause(BETWEEN_PARTS_MS),
		...clips('zh-CN', ['to']),
		...windowCode('zh-CN', window),
		...clips('zh-CN', ['window'])
	],
	en: ({ number, window }) => [
		...clips('en', ['ticket']),
		...ticket('en', number),
		pause(BETWEEN_PARTS_MS),
		...clips('en', ['to', 'window']),
		...windowCode('en', window)
	],
	ar: ({ number, window }) => [
		...clips('ar', ['ticket']),
		...ticket('ar', number),
		pause(BETWEEN_PARTS_MS),
		...clips('ar', ['to', 'window']),
		...windowCode('ar', window)
	]
};

/** The tongues of a manner, without those whose grammar nobody knows. */
export function tonguesOf({ langs }: Pick<Manner, 'langs'>): Tongue[] {
	return langs.flatMap((tag) => tongueOf(tag) ?? []);
}

/** The same sentence in a dialect's recordings. */
function inTongue({ lang, dialect }: Tongue, call: Call): Piece[] {
	const pieces = sentence(call, lang);
	if (dialect === null) return pieces;
	return pieces.map((piece) => ('clip' in piece ? { ...piece, dialect } : piece));
}

/** One sentence: 请 A 零零幺 号 到 三 号窗口. Ticket numbers are read figure by figure, 1 as 幺. */
export function sentence(call: Call, lang: Lang): Piece[] {
	return SENTENCE[lang](call);
}

/** A whole announcement: chime, every language in its order, and all languages again after a second. */
export function announcement(call: Call, manner: Manner): Piece[] {
	const tongues = tonguesOf(manner);
	const once = tongues.flatMap((tongue, i) => [
		...(i === 0 ? [] : [pause(BETWEEN_LANGS_MS)]),
		...inTongue(tongue, call)
	]);
	const [first] = tongues;
	const opening = first === undefined ? [] : chime(first.lang);
	const rounds = Array.from({ length: manner.times }, (_, i) => [
		...(i === 0 ? [] : [pause(BETWEEN_TIMES_MS)]),
		...once
	]);
	return [...opening, ...rounds.flat()];
}

/** What is broadcast in an emergency: by the code of its text, or a free one. */
export interface Alert {
	/** null for a free text */
	code: string | null;
	/** in the languages it was written in; only these are spoken, and Chinese where there is none of the zone's */
	texts: Readonly<Partial<Record<Lang, string>>>;
	drill: boolean;
	/** all is well again: a chime instead of the siren */
	calm: boolean;
}

/** Siren, or a chime when all is well; then the text in every language, a drill called one each time. */
export function alert({ code, texts, drill, calm }: Alert, langs: readonly Lang[]): AlertPiece[] {
	const [first] = langs;
	if (first === undefined) return [];
	const written = langs.filter((lang) => texts[lang] !== undefined);
	const said = (written.length > 0 ? written : (['zh-CN'] as const)).flatMap((lang): Piece[] => {
		const text = texts[lang] ?? '';
		const mark = drill ? [...clips(lang, ['drill']), pause(BETWEEN_PARTS_MS)] : [];
		return [pause(BETWEEN_LANGS_MS), ...mark, { lang, clip: code === null ? '' : `broadcast-${code}`, text }];
	});
	return [...(calm ? chime(first) : [{ siren: true as const }]), ...said];
}

/** The words of a clip, for a speaking program or for the eye; null for a sound without words, like the chime. */
export function clipText(lang: Lang, clip: string): string | null {
	return /^letter-[A-Z]$/.test(clip) ? clip.slice(-1) : (words(lang).voice.clips[clip] ?? null);
}

/** The names of every spoken clip that a pack of one language holds. */
export function packClips(lang: Lang): string[] {
	const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ', (letter) => `letter-${letter}`);
	return [...Object.keys(words(lang).voice.clips), ...letters];
}
