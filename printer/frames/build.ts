/** The parts of a frame as bytes, and the bytes of parts as a frame. Sending and receiving reckon lengths and sums here. */
import { largest, numberBytes } from './numbers.ts';
import { checksum } from './sums.ts';
import type { FrameTemplate, Span } from './template.ts';

/** The bytes of each part, before escapes; lengths and sums may be missing. */
export type PartBytes = readonly (readonly number[])[];

/** The parts with their lengths and then their sums, first first. */
export function completed({ parts }: FrameTemplate, given: PartBytes): number[][] {
	const bytes = given.map((part, at) => {
		const own = parts[at];
		return own?.kind === 'length' || own?.kind === 'sum' ? Array<number>(own.form.bytes).fill(0) : [...part];
	});
	parts.forEach((part, at) => {
		if (part.kind === 'length') bytes[at] = numberBytes(within(bytes, part.of).length, part.form);
	});
	parts.forEach((part, at) => {
		if (part.kind !== 'sum') return;
		const sum = checksum(part.sum, within(bytes, part.of));
		bytes[at] = numberBytes(sum % (largest(part.form) + 1), part.form);
	});
	return bytes;
}

function within(bytes: PartBytes, { from, to }: Span): number[] {
	return bytes.slice(from, to + 1).flat();
}

/** Whether a part stands between the brackets. */
export function isEscaped({ escaped }: FrameTemplate, at: number): boolean {
	return escaped !== null && at >= escaped.from && at <= escaped.to;
}

/** The bytes as they go over the line. */
export function joined(template: FrameTemplate, bytes: PartBytes): Uint8Array {
	const { escapes } = template;
	const sent = (byte: number): readonly number[] => escapes.find((one) => one.byte === byte)?.as ?? [byte];
	return Uint8Array.from(bytes.flatMap((part, at) => (isEscaped(template, at) ? part.flatMap(sent) : part)));
}
