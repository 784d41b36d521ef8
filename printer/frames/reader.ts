import { matchFrame } from './match.ts';
import { isOpen, type FrameFault, type FrameTemplate, type FrameValues } from './template.ts';

/**
 * Finds the frames of a template in what arrives, split or glued as it comes. What is no frame (noise, a wrong sum, a cut
 * frame) is skipped byte by byte, so a broken frame never swallows a whole one behind it. Keeps less than one frame.
 */
export class FrameReader {
	readonly #template: FrameTemplate;
	/** 1 where the byte that ends a frame is the one that begins the next: it may be both */
	readonly #shared: 0 | 1;
	#bytes: number[] = [];
	/** bytes that were part of no frame */
	garbage = 0;

	constructor(template: FrameTemplate) {
		this.#template = template;
		const [first, last] = [template.parts[0], template.parts.at(-1)];
		const both = first?.kind === 'byte' && last?.kind === 'byte' && first !== last && first.byte === last.byte;
		this.#shared = both ? 1 : 0;
	}

	/** whether the beginning of a frame waits for its rest */
	get waits(): boolean {
		return this.#bytes.length > 0;
	}

	/** @returns the frames that are now complete, in order */
	take(bytes: Iterable<number>): FrameValues[] {
		const found: FrameValues[] = [];
		for (const byte of bytes) {
			this.#bytes.push(byte);
			if (this.#bytes.length > this.#template.longest) found.push(...this.#read());
		}
		return [...found, ...this.#read()];
	}

	/** The line has been silent: the rest of what was begun will not come. What stands whole behind it is found. */
	silence(): FrameValues[] {
		const found: FrameValues[] = [];
		while (this.#bytes.length > 0) {
			found.push(...this.#read());
			if (this.#bytes.length > 0) this.#skip();
		}
		return found;
	}

	#read(): FrameValues[] {
		const found: FrameValues[] = [];
		while (this.#bytes.length > 0) {
			const matched = matchFrame(this.#template, this.#bytes, 0);
			if (matched === 'short' && this.#bytes.length <= this.#template.longest) break;
			if (typeof matched === 'string') this.#skip();
			else {
				found.push(matched.values);
				this.#bytes.splice(0, matched.length - this.#shared);
			}
		}
		return found;
	}

	#skip(): void {
		this.#bytes.shift();
		this.garbage += 1;
	}
}

/**
 * Why frames of this template cannot be told apart when they are received; null when they can. A part of any length needs a
 * length before it or a byte behind it, and nothing can be found that has no byte of its own and no checksum.
 */
export function whyUnreadable({ parts }: FrameTemplate): FrameFault | null {
	const fault = { column: 1, found: '', code: 'no-end' as const };
	const open = parts.findIndex(isOpen);
	const told = parts.some(
		(part, at) => part.kind === 'length' && at < open && part.of.from <= open && part.of.to >= open
	);
	const ended = parts.slice(open + 1).some(({ kind }) => kind === 'byte');
	if (open >= 0 && !told && !ended) return { ...fault, allowed: ['{len:…}', '0D'] };
	const marked = parts.some(({ kind }) => kind === 'byte' || kind === 'sum');
	return marked ? null : { ...fault, allowed: ['AA', '{sum8:…}'] };
}
