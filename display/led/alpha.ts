/**
 * Adaptive Alpha and BetaBrite signs (form 9708-8061 rev F). What changes is written to STRING files, which a TEXT file
 * calls: the sign takes a new string without flicker. An alarm goes to the priority file, which takes over the sign.
 *
 * One command a packet: nested commands need 100 ms of silence inside the packet after each 02, which neither a USB
 * adapter nor a serial server keeps.
 */
import { ascii, encodeAlpha } from './alpha-frame.ts';
import type { BoardContent, BoardDriver, Frame, Picture, Reading } from './driver.ts';
import { encodeText, type Encoded } from './font.ts';

const COLOURS = { auto: 'C', red: '1', green: '2', amber: '3' };
/** `rotate` and `scroll` move; in `hold` and `flash` stands what fits. */
const MODES = { hold: 'b', flash: 'c', rotate: 'a', scroll: 'm' };

/** One sign. */
export interface AlphaSign {
	/** which signs listen: `Z` all types, `^` BetaBrite */
	type: string;
	/** characters in a line */
	columns: number;
	/** label of the TEXT file that is run, and of the STRING file of each line, one or two */
	text: string;
	strings: readonly string[];
	colour: keyof typeof COLOURS;
	mode: keyof typeof MODES;
	/** true for signs of protocol Alpha 2.0 and 3.0 whose ACK and NAK are switched on; others never answer */
	answers: boolean;
}

/** The most a STRING or the priority file holds, bytes. */
const MOST = 125;
/** Silence that a sign needs between two packets; with 100 ms they get lost. */
const BETWEEN_MS = 250;
/** How long a sign hears nothing while it lays out its memory. */
const LAYING_OUT_MS = 5000;
/** An answer is one byte; a sign that draws takes its time. */
const TIMEOUT_MS = 1000;
const ACK = 0x06;
const NAK = 0x15;
const ESCAPE = '\u001b';
const COLOUR = '\u001c';
const CALL = '\u0010';
/** Where a line stands: on a sign of one line it fills it, of two there is a top and a bottom. */
const FILL = '0';
const PLACES = ['"', '&'];
const PRIORITY = '0';

/** The driver of one sign. */
export function alphaDriver(sign: AlphaSign): BoardDriver {
	const moves = sign.mode === 'rotate' || sign.mode === 'scroll';
	const send = (address: number, text: string, more: Partial<Frame> = {}): Frame =>
		alphaFrame(sign, address, text, more);
	return {
		caps: {
			font: 'ascii',
			columns: sign.columns,
			lines: sign.strings.length,
			number: false,
			brightness: null,
			ack: sign.answers ? 'protocol' : 'none',
			health: 'none',
			minRefreshMs: BETWEEN_MS,
			volatile: false,
			scrolls: moves,
			alarms: true
		},
		setup: (address) => setupFrames(sign, (text, more) => send(address, text, more)),
		show: (address, content) => {
			const lines = sign.strings.map((_, at) =>
				encodeText(content.lines[at] ?? '', 'ascii', moves ? MOST : sign.columns)
			);
			const frames = lines.map((line, at) => send(address, `G${sign.strings[at] ?? ''}${line.text}`));
			return picture(frames, lines, content);
		},
		clear: (address) => sign.strings.map((label) => send(address, `G${label}`)),
		brightness: () => [],
		ping: () => [],
		alarm: {
			show: (address, content) => {
				const line = encodeText(content.lines.join(' '), 'ascii', MOST - 3);
				const mode = line.bytes.length > sign.columns ? MODES.rotate : MODES.flash;
				const text = `A${PRIORITY}${ESCAPE}${FILL}${mode}${line.text}`;
				return picture([send(address, text)], [line], { lines: [''] });
			},
			// Bare: a write that is formatted but empty blanks the sign and holds it.
			release: (address) => [{ ...send(address, ''), bytes: bare(sign, address, `A${PRIORITY}`) }]
		}
	};
}

function bare({ type }: AlphaSign, address: number, command: string): Uint8Array {
	return encodeAlpha({ type, address, commands: [ascii(command)] }, false);
}

function alphaFrame(sign: AlphaSign, address: number, command: string, more: Partial<Frame>): Frame {
	const answered = sign.answers && address !== 0;
	return {
		bytes: encodeAlpha({ type: sign.type, address, commands: [ascii(command)] }, true),
		expect: answered ? 'ack' : 'none',
		timeoutMs: TIMEOUT_MS,
		idempotent: true,
		quietBeforeMs: BETWEEN_MS,
		read: readAnswer,
		...more
	};
}

/** An answer is one byte and names nobody: it is the sign's that was asked, for no other speaks. */
function readAnswer(received: Uint8Array): Reading {
	const at = received.findIndex((byte) => byte === ACK || byte === NAK);
	if (at < 0) return { used: received.length };
	const used = at + 1;
	return received[at] === ACK ? { used, verdict: 'acked' } : { used, verdict: 'again', reason: 'damaged on the way' };
}

/** Erases the memory, lays it out for the TEXT and its STRINGs, and writes the TEXT that calls them. */
function setupFrames(sign: AlphaSign, send: (text: string, more?: Partial<Frame>) => Frame): Frame[] {
	const text = alphaText(sign);
	const files = [
		alphaFile(sign.text, 'A', Math.max(64, text.length)),
		...sign.strings.map((one) => alphaFile(one, 'B', MOST))
	];
	const deaf = { deafMs: LAYING_OUT_MS };
	return [send('E$', deaf), send(`E$${files.join('')}`, deaf), send(`A${sign.text}${text}`)];
}

/** One entry of the memory table: label, type, lock, size, and what the manual wants after it for each type. */
export function alphaFile(label: string, type: 'A' | 'B', bytes: number): string {
	const size = bytes.toString(16).toUpperCase().padStart(4, '0');
	// A TEXT may be changed by the remote control (U) and runs always (FF); a STRING is locked (L).
	return type === 'A' ? `${label}AU${size}FFFF` : `${label}BL${size}0000`;
}

/** The TEXT that calls the strings, one a line. */
export function alphaText(sign: Pick<AlphaSign, 'strings' | 'colour' | 'mode'>, before = ''): string {
	const places = sign.strings.length > 1 ? PLACES : [FILL];
	const lines = sign.strings.map((label, at) => {
		const format = `${ESCAPE}${places[at] ?? FILL}${MODES[sign.mode]}${COLOUR}${COLOURS[sign.colour]}`;
		return `${format}${before}${CALL}${label}`;
	});
	return lines.join('');
}

function picture(frames: Frame[], lines: readonly Encoded[], content: BoardContent): Picture {
	return {
		frames,
		lines: lines.map((line) => line.text),
		replaced: [...new Set(lines.flatMap((line) => line.replaced))],
		cut: content.lines.length > lines.length || lines.some((line) => line.cut)
	};
}
