import { gramsOf, runsOf, stem } from './plain.ts';
import { initialsOf, syllablesOf } from './syllables.ts';

/** By which pieces something is found, each with its weight in a question. The first letter says what kind of piece it is. */
export type Tokens = Map<string, number>;

/** One and two characters; two syllables; first letters; letters of pinyin or English; English words; figures; two characters of a body. */
const WEIGHTS = {
	one: 0.3,
	two: 1,
	sound: 0.5,
	initials: 0.7,
	letters: 0.35,
	word: 1.6,
	digits: 1.6,
	body: 0.2
} as const;
const MARKS = {
	one: 'h',
	two: 'h',
	sound: 'p',
	initials: 'i',
	letters: 'l',
	word: 'w',
	digits: 'd',
	body: 'b'
} as const;
/** What a piece of a body begins with. */
export const BODY = MARKS.body;
type Piece = keyof typeof WEIGHTS;

/** Letters of a longer word are no initials. */
const MOST_INITIALS = 12;

/** A name as it is kept with the index: as little as can be, there are many. */
export interface Form {
	/** plain, without blanks */
	text: string;
	/** as it is spoken, a blank between syllables; empty for a name that is not Chinese */
	spoken: string;
}

/** @param text plain */
export function formOf(text: string): Form {
	return { text: text.replaceAll(' ', ''), spoken: /\p{Script=Han}/u.test(text) ? syllablesOf(text).join(' ') : '' };
}

/** The pieces by which one of the names of a thing is found. @param text plain */
export function tokensOfName(text: string, { spoken }: Form): string[] {
	const tokens: string[] = [];
	const add = (piece: Piece, values: readonly string[]): void => {
		for (const value of values) tokens.push(MARKS[piece] + value);
	};
	const { han, latin, digits } = runsOf(text);
	for (const run of han) addHan(add, run);
	for (const word of latin) addWord(add, word);
	add('digits', digits);
	if (spoken === '') return tokens;
	const syllables = spoken.split(' ');
	add('sound', pairsOf(syllables));
	add('letters', gramsOf(syllables.join(''), 3));
	add('initials', gramsOf(initialsOf(syllables), 2));
	return tokens;
}

/** The pieces of a body: what is said there counts for less than a name, so fewer kinds of them do. */
export function tokensOfBody(text: string): Set<string> {
	const { han, latin, digits } = runsOf(text);
	const grams = han.flatMap((run) => gramsOf(run, 2));
	return new Set([...grams, ...latin.map(stem), ...digits].map((value) => MARKS.body + value));
}

/** The pieces of a question. */
export function tokensOfQuestion(matter: string): Tokens {
	const tokens: Tokens = new Map();
	const add = (piece: Piece, values: readonly string[]): void => {
		for (const value of values) tokens.set(MARKS[piece] + value, WEIGHTS[piece]);
	};
	const { han, latin, digits } = runsOf(matter);
	for (const run of han) {
		addHan(add, run);
		add('sound', pairsOf(syllablesOf(run)));
		add('body', gramsOf(run, 2));
	}
	for (const word of latin) {
		addWord(add, word);
		add('body', [stem(word)]);
	}
	add('digits', digits);
	add('body', digits);
	const typed = latin.join('');
	if (typed.length > 1) {
		add('letters', gramsOf(typed, 3));
		if (typed.length <= MOST_INITIALS) add('initials', gramsOf(typed, 2));
	}
	return tokens;
}

type Add = (piece: Piece, values: readonly string[]) => void;

function addHan(add: Add, run: string): void {
	add('one', [...run]);
	add('two', gramsOf(run, 2));
}

function addWord(add: Add, word: string): void {
	add('word', [stem(word)]);
	add('letters', gramsOf(word, 3));
}

function pairsOf(syllables: readonly string[]): string[] {
	return syllables.slice(1).map((one, at) => `${syllables[at] ?? ''}.${one}`);
}
