/**
 * Boards that are described in the hall file by the frame they understand: address, text or number, checksum
 * (`printer/frames/template.ts`). Most boards above windows are no more than this.
 */
import { encodeFrame } from '#printer/frames/encode.ts';
import { frameLanguage, readAnswer, type FrameLanguage, type FrameSpec } from '#printer/frames/exchange.ts';
import { numberPart, textPart, type FrameValues } from '#printer/frames/template.ts';
import type { BoardContent, BoardDriver, BoardFont, Frame, Picture } from './driver.ts';

/** One board and its language. */
export interface FrameBoard {
	language: FrameSpec;
	/** bytes that have a name in the frame, as this board wants them: `{ colour: 2 }` */
	set?: Readonly<Record<string, number>>;
	/** the shortest time between two frames that it survives, ms; 0 unless told */
	minRefreshMs?: number;
}

const FONTS: Record<'ascii' | 'gb2312' | 'gbk', BoardFont> = { ascii: 'ascii', gb2312: 'gb2312', gbk: 'gb2312' };

/**
 * The driver of one board.
 * @throws for a language with faults: the hall file is checked before
 */
export function frameDriver({ language: spec, set = {}, minRefreshMs = 0 }: FrameBoard): BoardDriver {
	const language = frameLanguage(spec, set);
	const text = textPart(language.frame);
	const show = (address: number, content: BoardContent): Picture => showFrame(address, content, language);
	return {
		caps: {
			font: text ? FONTS[text.charset] : 'none',
			columns: text?.room ?? 0,
			lines: text ? 1 : 0,
			number: numberPart(language.frame, 'num') !== undefined,
			brightness: null,
			ack: language.answer ? 'protocol' : 'none',
			health: 'none',
			minRefreshMs,
			volatile: true
		},
		show,
		clear: (address) => show(address, { lines: [] }).frames,
		brightness: () => [],
		ping: () => []
	};
}

function showFrame(address: number, content: BoardContent, language: FrameLanguage): Picture {
	const text = content.lines[0] ?? '';
	// Digits that stand there until others come would be an old call.
	const numbers = { addr: address, num: content.number ?? 0, key: 0, cmd: 0 };
	const { bytes, sent, replaced, cut } = encodeFrame(language.frame, { numbers, text });
	const digits = sent.numbers['num'] ?? 0;
	return {
		frames: [frameOf(bytes, sent, language)],
		lines: sent.text === undefined ? (digits > 0 ? [String(digits)] : []) : [sent.text],
		replaced,
		cut: cut || content.lines.length > 1
	};
}

function frameOf(bytes: Uint8Array, sent: FrameValues, language: FrameLanguage): Frame {
	const { timeoutMs, gapMs, idempotent } = language;
	return {
		bytes,
		expect: language.answer ? 'ack' : 'none',
		timeoutMs,
		idempotent,
		quietBeforeMs: gapMs,
		read: (received) => readAnswer(language, sent, received)
	};
}
