/**
 * Onbon BX-5K and BX-6K font cards (仰邦字库卡), by "BX-5K/6K communication protocol, user edition" 1.4. Text goes
 * to dynamic areas, which live in RAM and may be written without end; programs live in flash, wear out and are never
 * written here.
 */
import type { BoardContent, BoardDriver, Frame, Picture, Reading } from './driver.ts';
import { encodeText } from './font.ts';
import { dynamicAreas, type OnbonArea } from './onbon-area.ts';
import {
	encodeOnbon,
	ONBON_ANYBODY,
	ONBON_EVERYBODY,
	ONBON_HOST,
	parseOnbon,
	type OnbonPacket
} from './onbon-frame.ts';

/** One card with the modules it drives. */
export interface OnbonBoard {
	card: '5k' | '6k';
	/** pixels */
	width: number;
	height: number;
	/** height of the card's font, pixels; a Chinese character is as wide as high */
	font?: 16 | 24 | 32;
	/** 1 red, 2 green, 3 yellow, 4 blue, 5 cyan, 6 magenta, 7 white; without it, the card's own */
	color?: 1 | 2 | 3 | 4 | 5 | 6 | 7;
}

/** The manual's time-out of a serial line. */
const TIMEOUT_MS = 2000;
/** Most bytes of one dynamic area, the text with its 27 bytes of description. */
const AREA_BYTES = { '5k': 512, '6k': 1024 };
const AREA_HEAD = 27;

const ACK = 0xa0;
const REFUSALS = [
	'no error',
	'unknown command group',
	'unknown command',
	'busy',
	'out of memory',
	'damaged on the way',
	'no such file',
	'flash error',
	'download error',
	'bad file name',
	'bad file type',
	'damaged file',
	'no such font',
	'wrong firmware',
	'bad time',
	'file exists',
	'bad block number'
];
const BUSY = 3;
const DAMAGED = 5;

/** One command of the manual as a frame: group, command, "please answer", two reserved bytes, then its data. */
export function onbonCommand(address: number, group: number, command: number, data: readonly number[]): Frame {
	const quiet = address === ONBON_EVERYBODY;
	const packet = Uint8Array.from([group, command, quiet ? 2 : 1, 0, 0, ...data]);
	return {
		bytes: encodeOnbon({ to: address, from: ONBON_HOST, data: packet }),
		expect: quiet ? 'none' : 'ack',
		timeoutMs: TIMEOUT_MS,
		idempotent: true,
		quietBeforeMs: 5,
		read: (received) => readAnswer(received, address)
	};
}

function readAnswer(received: Uint8Array, address: number): Reading {
	const { used, message } = parseOnbon(received);
	if (!message) return { used };
	if (!comesFrom(message, address)) return { used, verdict: 'stray' };
	const error = message.data[2] ?? 0;
	if (message.data[1] === 0 && error === 0) return { used, verdict: 'acked' };
	const reason = REFUSALS[error] ?? `error ${String(error)}`;
	return { used, verdict: error === BUSY || error === DAMAGED ? 'again' : 'rejected', reason };
}

/** An answer names the card, not the request; on a line with many cards that is all there is to go by. */
function comesFrom(answer: OnbonPacket, address: number): boolean {
	const alone = address >= ONBON_HOST && address < ONBON_ANYBODY;
	return answer.data.length >= 3 && answer.data[0] === ACK && (alone || answer.from === address);
}

/**
 * The driver of one card.
 * @throws when the modules are too small for one character
 */
export function onbonDriver(board: OnbonBoard): BoardDriver {
	const font = board.font ?? 16;
	const columns = Math.floor(board.width / (font / 2));
	const rows = Math.floor(board.height / font);
	if (columns < 2 || rows < 1) throw new Error(`${String(board.width)}x${String(board.height)} holds no character`);
	return {
		caps: {
			font: 'gb2312',
			columns,
			lines: rows,
			number: false,
			brightness: { min: 0, max: 15 },
			ack: 'protocol',
			health: 'ping',
			minRefreshMs: 1000,
			volatile: true,
			scrolls: rows === 1
		},
		show: (address, content) => showOnbon(address, content, { ...board, font, columns, rows }),
		clear: (address) => [onbonCommand(address, 0xa3, 0x06, [0xff, 0])],
		brightness: (address, percent) => [onbonCommand(address, 0xa3, 0x02, [1, level(percent)])],
		ping: (address) => [onbonCommand(address, 0xa2, 0x00, [])]
	};
}

function level(percent: number): number {
	return Math.round((Math.min(Math.max(percent, 0), 100) / 100) * 15);
}

interface Grid extends OnbonBoard {
	font: 16 | 24 | 32;
	columns: number;
	rows: number;
}

function showOnbon(address: number, content: BoardContent, grid: Grid): Picture {
	const style = styleBytes(grid);
	const room = AREA_BYTES[grid.card] - AREA_HEAD - style.length;
	const scrolls = grid.rows === 1;
	const lines = content.lines.slice(0, grid.rows).map((line) => encodeLine(line, scrolls ? room : grid.columns));
	const text = lines.flatMap((line, at) => [...(at ? NEW_LINE : []), ...line.bytes]).slice(0, room);
	const moves = scrolls && text.length > grid.columns;
	const area: OnbonArea = {
		id: 0,
		x: 0,
		y: 0,
		width: grid.width,
		height: grid.height,
		singleLine: moves,
		motion: moves ? 'left' : 'still',
		text: Uint8Array.from([...style, ...text]),
		...(content.ttlMs === undefined ? {} : { blankAfterS: Math.ceil(content.ttlMs / 1000) })
	};
	return {
		frames: [onbonCommand(address, 0xa3, 0x06, dynamicAreas([area]))],
		lines: lines.map((line) => line.text),
		replaced: [...new Set(lines.flatMap((line) => line.replaced))],
		cut: content.lines.length > grid.rows || lines.some((line) => line.cut)
	};
}

/** The card reads a backslash as the start of a command, so a text's own becomes the full-width one. */
function encodeLine(line: string, room: number): ReturnType<typeof encodeText> {
	return encodeText(line.replaceAll('\\', '＼'), 'gb2312', room);
}

const ascii = (text: string): number[] => [...text].map((letter) => letter.charCodeAt(0));
const NEW_LINE = ascii('\\n');
const FONT_FILES = { 16: '000', 24: '001', 32: '002' };

function styleBytes({ font, color }: Grid): number[] {
	const file = FONT_FILES[font];
	const fonts = font === 16 ? '' : `\\FO${file}\\FE${file}`;
	return ascii(fonts + (color === undefined ? '' : `\\C${String(color)}`));
}
