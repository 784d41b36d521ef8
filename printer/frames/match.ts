/** Whether a frame of a template stands at a place. */
import { completed, isEscaped } from './build.ts';
import { charsOf } from './charsets.ts';
import { marksOf } from './encode.ts';
import { numberOf } from './numbers.ts';
import { isOpen, most, type FramePart, type FrameTemplate, type FrameValues, type TextPart } from './template.ts';

/** `short`: the beginning of one, as far as can be said. */
export type Matched = { values: FrameValues; length: number } | 'none' | 'short';

interface Soon {
	/** where the next byte is */
	at: number;
	/** the bytes of the parts so far, without escapes */
	parts: number[][];
}

/** What stands at the place `at` of what was received. */
export function matchFrame(template: FrameTemplate, received: readonly number[], at: number): Matched {
	return new Matching(template, received).from({ at, parts: [] }, at);
}

class Matching {
	readonly #template: FrameTemplate;
	readonly #received: readonly number[];

	constructor(template: FrameTemplate, received: readonly number[]) {
		this.#template = template;
		this.#received = received;
	}

	from(so: Soon, begin: number): Matched {
		const index = so.parts.length;
		const part = this.#template.parts[index];
		if (!part) return this.#whole(so, begin);
		if (!isOpen(part)) return this.#after(so, most(part), begin);
		const told = this.#told(so.parts, index);
		if (told !== null) return told < 0 || told > most(part) ? 'none' : this.#after(so, told, begin);
		return this.#longer(so, most(part), begin);
	}

	/** A part of so many bytes, and what follows it. */
	#after(so: Soon, count: number, begin: number): Matched {
		const index = so.parts.length;
		const bytes: number[] = [];
		let { at } = so;
		while (bytes.length < count) {
			const next = this.#byte(at, index);
			if (typeof next === 'string') return this.#fits(index, bytes, false) ? next : 'none';
			bytes.push(next.byte);
			at += next.used;
		}
		return this.#fits(index, bytes, true) ? this.from({ at, parts: [...so.parts, bytes] }, begin) : 'none';
	}

	/** Nothing says how long the part is: the first length at which everything fits. */
	#longer(so: Soon, limit: number, begin: number): Matched {
		for (let count = 0; count <= limit; count++) {
			const matched = this.#after(so, count, begin);
			if (matched !== 'none') return matched;
		}
		return 'none';
	}

	/** One byte of a part, without its escape. */
	#byte(at: number, index: number): { byte: number; used: number } | 'none' | 'short' {
		const byte = this.#received[at];
		if (byte === undefined) return 'short';
		if (!isEscaped(this.#template, index)) return { byte, used: 1 };
		const { escapes } = this.#template;
		const begun = escapes.filter(({ as }) => as.every((one, i) => (this.#received[at + i] ?? one) === one));
		const whole = begun.find(({ as }) => at + as.length <= this.#received.length);
		if (whole) return { byte: whole.byte, used: whole.as.length };
		if (begun.length > 0) return 'short';
		// A mark among what is escaped is the beginning or the end of something else.
		return escapes.some((one) => one.byte === byte) ? 'none' : { byte, used: 1 };
	}

	/** How many bytes an open part has by the length before it; null when there is none. */
	#told(before: readonly number[][], index: number): number | null {
		const { parts } = this.#template;
		for (const [at, part] of parts.entries()) {
			if (part.kind !== 'length' || at >= index || part.of.from > index || part.of.to < index) continue;
			const others = parts.filter((_, i) => i !== index && i >= part.of.from && i <= part.of.to);
			return (numberOf(before[at] ?? [], part.form) ?? -1) - others.reduce((sum, one) => sum + most(one), 0);
		}
		return null;
	}

	#fits(index: number, bytes: readonly number[], whole: boolean): boolean {
		const part = this.#template.parts[index];
		if (part?.kind === 'text') return isText(bytes, part, { whole, marks: marksOf(this.#template, part) });
		if (!whole || !part) return true;
		if (part.kind === 'byte') return bytes[0] === part.byte;
		return part.kind === 'any' || numberOf(bytes, part.form) !== null;
	}

	#whole({ at, parts }: Soon, begin: number): Matched {
		const right = completed(this.#template, parts);
		if (!parts.every((part, i) => isSame(part, right[i] ?? [], this.#template.parts[i]))) return 'none';
		return { values: valuesOf(this.#template, parts), length: at - begin };
	}
}

/** Whether bytes are a text, or may become one. */
function isText(
	bytes: readonly number[],
	part: TextPart,
	{ whole, marks }: { whole: boolean; marks: ReadonlySet<number> }
): boolean {
	if (part.fill === null && bytes.some((byte) => byte < 0x20 || marks.has(byte))) return false;
	return !whole || textOf(bytes, part) !== null;
}

/** Hexadecimal digits may be small. */
function isSame(got: readonly number[], right: readonly number[], part: FramePart | undefined): boolean {
	if (part?.kind !== 'length' && part?.kind !== 'sum') return true;
	return numberOf(got, part.form) === numberOf(right, part.form);
}

function textOf(bytes: readonly number[], { charset, fill }: TextPart): string | null {
	const from = fill?.side === 'right' ? bytes.findIndex((byte) => byte !== fill.byte) : 0;
	const to = fill?.side === 'left' ? bytes.findLastIndex((byte) => byte !== fill.byte) + 1 : bytes.length;
	const chars = charsOf(from < 0 ? [] : bytes.slice(from, to), charset);
	return chars === null ? null : chars.map(({ char }) => char).join('');
}

function valuesOf({ parts }: FrameTemplate, bytes: readonly number[][]): FrameValues {
	const numbers: Record<string, number> = {};
	let text: string | undefined;
	parts.forEach((part, at) => {
		const own = bytes[at] ?? [];
		if (part.kind === 'number') numbers[part.name] = numberOf(own, part.form) ?? 0;
		if (part.kind === 'byte' && part.name !== null) numbers[part.name] = part.byte;
		if (part.kind === 'text') text = textOf(own, part) ?? '';
	});
	return text === undefined ? { numbers } : { numbers, text };
}
