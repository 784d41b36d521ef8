/** A frame as it is sent, and what comes back for it. */
import { compileFrame } from './compile.ts';
import { matchFrame } from './match.ts';
import type { FrameFault, FrameTemplate, FrameValues } from './template.ts';

/** A device's language, as it stands in the hall file. */
export interface FrameSpec {
	frame: string;
	/** what it says when it has taken a frame; numbers and text of the same name must be those that were sent */
	answer?: string | undefined;
	/** what it says when it has not */
	refusal?: string | undefined;
	escapes?: Readonly<Record<string, string>> | undefined;
	/** an answer comes within so long, ms */
	timeoutMs?: number | undefined;
	/** silence on the line that the device needs before a frame, ms */
	gapMs?: number | undefined;
	/** false: a frame that arrives twice does harm */
	idempotent?: boolean | undefined;
}

/** The same, read once. */
export interface FrameLanguage {
	frame: FrameTemplate;
	answer: FrameTemplate | null;
	refusal: FrameTemplate | null;
	timeoutMs: number;
	gapMs: number;
	idempotent: boolean;
}

/** What is wrong in a spec, and in which of its lines. */
export interface SpecFault {
	at: 'frame' | 'answer' | 'refusal';
	fault: FrameFault;
}

const TEMPLATES = ['frame', 'answer', 'refusal'] as const;
const TIMEOUT_MS = 300;
const GAP_MS = 5;

/** Every fault of a spec, in its own order. */
export function specFaults(spec: FrameSpec): SpecFault[] {
	return TEMPLATES.flatMap((at): SpecFault[] => {
		const text = spec[at];
		const compiled = text === undefined ? null : compileFrame(text, { escapes: spec.escapes ?? {} });
		return compiled === null || compiled.ok ? [] : [{ at, fault: compiled.fault }];
	});
}

/**
 * Reads a spec.
 * @param set bytes with names, as this device has them
 * @throws for a spec with faults: the hall file is checked before
 */
export function frameLanguage(spec: FrameSpec, set: Readonly<Record<string, number>> = {}): FrameLanguage {
	const compiled = (text: string | undefined): FrameTemplate | null => {
		if (text === undefined) return null;
		const result = compileFrame(text, { escapes: spec.escapes ?? {}, set });
		if (!result.ok) throw new Error(`column ${String(result.fault.column)} of "${text}": ${result.fault.code}`);
		return result.template;
	};
	const frame = compiled(spec.frame);
	if (!frame) throw new Error('a spec without a frame');
	const { timeoutMs = TIMEOUT_MS, gapMs = GAP_MS, idempotent = true } = spec;
	return { frame, answer: compiled(spec.answer), refusal: compiled(spec.refusal), timeoutMs, gapMs, idempotent };
}

/** What the bytes that came back say of a frame that was sent; the reading of a bus (`printer/wire/bus-types.ts`). */
export interface AnswerReading {
	used: number;
	verdict?: 'acked' | 'rejected' | 'stray';
}

/** Looks for the answer in what was received, past whatever stands before it. */
export function readAnswer({ answer, refusal }: FrameLanguage, sent: FrameValues, received: Uint8Array): AnswerReading {
	const bytes = [...received];
	for (let at = 0; at < bytes.length; at++) {
		const good = answer ? matchFrame(answer, bytes, at) : 'none';
		if (typeof good === 'object')
			return { used: at + good.length, verdict: agrees(good.values, sent) ? 'acked' : 'stray' };
		const bad = refusal ? matchFrame(refusal, bytes, at) : 'none';
		if (typeof bad === 'object')
			return { used: at + bad.length, verdict: agrees(bad.values, sent) ? 'rejected' : 'stray' };
		if (good === 'short' || bad === 'short') return { used: at };
	}
	return { used: bytes.length };
}

function agrees(answered: FrameValues, sent: FrameValues): boolean {
	const [said, text] = [answered.text ?? sent.text, sent.text ?? answered.text];
	if (said?.trim() !== text?.trim()) return false;
	return Object.entries(answered.numbers).every(([name, value]) => (sent.numbers[name] ?? value) === value);
}
