import { CLASS_FACTS, type Pattern, type WordingClass } from './classes.ts';
import { CURT } from './chinese-short.ts';
import { HARD } from './chinese-hard.ts';
import { SHARP } from './chinese-sharp.ts';
import { ENGLISH } from './english.ts';
import { normal } from './normal.ts';
import { withoutQuoted } from './quoted.ts';
import { hasRemedy, sendsOn } from './remedy.ts';

/** One piece of forbidden wording in a text. */
export interface Finding {
	class: WordingClass;
	/** clauses of the norms */
	clause: string;
	/** where it stands in the text as it was given: first character, and the one after the last */
	from: number;
	to: number;
	/** the words themselves */
	phrase: string;
	/** the clause of the sentence that a courteous one can take the place of */
	place: { from: number; to: number };
	/** that courteous one, without a mark at its end */
	suggestion: string;
}

const CHINESE: readonly Pattern[] = [...SHARP, ...HARD, ...CURT];

/**
 * What staff write to visitors, checked for forbidden wording: what is quoted or reported is not ours, a negation that
 * says what to do instead is none, variants in spacing, width, script and look-alikes are read as what they mean. Pure.
 * @param text what is to be sent; any length
 * @returns the findings by place; at most one for the same words
 */
export function checkWording(text: string): Finding[] {
	const { text: plain, at } = normal(text);
	const own = withoutQuoted(plain);
	const spans = [...CHINESE, ...ENGLISH].flatMap((pattern) => spansOf(own, pattern));
	const found: Span[] = [];
	// The longer of two that overlap says more.
	for (const span of spans.toSorted((one, other) => lengthOf(other) - lengthOf(one)))
		if (!found.some((other) => other.from < span.to && span.from < other.to)) found.push(span);
	return found.toSorted((one, other) => one.from - other.from).map((span) => asFinding(text, { own, at }, span));
}

/** Whether a text must not be sent as things stand: something was found, and nobody has said that it goes out as it is. */
export function isBarred(text: string, override: boolean): boolean {
	return !override && checkWording(text).length > 0;
}

interface Span {
	pattern: Pattern;
	from: number;
	to: number;
}

function spansOf(own: string, pattern: Pattern): Span[] {
	return [...own.matchAll(pattern.find)]
		.map((match) => ({ pattern, from: match.index, to: match.index + match[0].length }))
		.filter((span) => own.slice(span.from, span.to).trim() !== '' && !(pattern.remedied && isRemedied(own, span)));
}

function lengthOf({ from, to }: Span): number {
	return to - from;
}

const ENDS = '。！？\n';
const PAUSES = `${ENDS}，；：…～—`;

/** What to do instead stands in the sentence or in the two after it; or the sentence before sends to where it is done. */
function isRemedied(own: string, { from, to }: Span): boolean {
	const begin = backTo(own, from, ENDS);
	const end = onTo(own, to, ENDS);
	const before = own.slice(backTo(own, Math.max(begin - 1, 0), ENDS), begin);
	const next = own.slice(end, onTo(own, onTo(own, end + 1, ENDS) + 1, ENDS));
	return hasRemedy(`${own.slice(begin, from)}\uFFFC${own.slice(to, end)}`) || hasRemedy(next) || sendsOn(before);
}

function backTo(text: string, from: number, marks: string): number {
	let n = from;
	while (n > 0 && !marks.includes(text.charAt(n - 1))) n -= 1;
	return n;
}

function onTo(text: string, from: number, marks: string): number {
	let n = from;
	while (n < text.length && !marks.includes(text.charAt(n))) n += 1;
	return n;
}

function asFinding(text: string, { own, at }: { own: string; at: number[] }, { pattern, from, to }: Span): Finding {
	const place = { from: backTo(own, from, PAUSES), to: onTo(own, to, PAUSES) };
	const where = (index: number): number => at[index] ?? text.length;
	const after = (index: number): number => (index === 0 ? 0 : where(index - 1) + 1);
	const facts = CLASS_FACTS[pattern.class];
	const isChinese = /\p{Script=Han}/u.test(text);
	return {
		class: pattern.class,
		clause: facts.clause,
		from: where(from),
		to: after(to),
		phrase: text.slice(where(from), after(to)),
		place: { from: where(place.from), to: after(place.to) },
		suggestion: pattern.instead ?? facts.instead[isChinese ? 'zh' : 'en']
	};
}
