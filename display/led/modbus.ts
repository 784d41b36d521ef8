/**
 * Boards that are Modbus RTU slaves. No two makes put their text in the same place, so the hall file carries the map:
 * which registers hold the number, the lines, the brightness, and how characters lie in them.
 */
import type { BoardContent, BoardDriver, BoardFont, Frame, Identity, Picture } from './driver.ts';
import { encodeText, type Encoded } from './font.ts';
import { MODBUS_MOST_REGISTERS, parseModbus, readRegisters, writeRegister, writeRegisters } from './modbus-rtu.ts';

/** One line of text. */
export interface ModbusLine {
	/** first register */
	at: number;
	/** characters, a Chinese one counting two */
	length: number;
	/** characters in one register; the first of two is the high byte */
	perRegister: 1 | 2;
	align?: 'left' | 'right';
}

export interface ModbusMap {
	/** a register with a plain number, and how many digits the board has */
	number?: { at: number; digits: number };
	lines: readonly ModbusLine[];
	font?: BoardFont;
	/** the byte that fills a line up; 32 unless told */
	padding?: number;
	brightness?: { at: number; min: number; max: number };
	/** function 16 or, for simple boards, function 06 register by register; one register alone always goes by 06 */
	write?: 'many' | 'one';
	/** reads every write back and compares it */
	readback?: boolean;
	/** registers that differ from board to board: a serial number, an uptime */
	identity?: { at: number; count: number };
}

/** The driver of a board with this map. */
export function modbusDriver(map: ModbusMap): BoardDriver {
	const { brightness, identity } = map;
	const health = map.lines[0]?.at ?? map.number?.at ?? 0;
	return {
		caps: capsOf(map),
		show: (address, content) => showModbus(address, content, map),
		clear: (address) => showModbus(address, { lines: [] }, map).frames,
		brightness: (address, percent) =>
			brightness ? [writeRegister(address, brightness.at, level(percent, brightness))] : [],
		ping: (address) => [readRegisters(address, health, 1)],
		...(identity ? { identity: (address: number) => identityOf(address, identity) } : {})
	};
}

function capsOf({ lines, font = 'ascii', number, brightness, readback }: ModbusMap): BoardDriver['caps'] {
	return {
		font: lines.length ? font : 'none',
		columns: lines.length ? Math.min(...lines.map((line) => line.length)) : 0,
		lines: lines.length,
		number: number !== undefined,
		brightness: brightness ? { min: brightness.min, max: brightness.max } : null,
		ack: readback ? 'readback' : 'protocol',
		health: 'read',
		minRefreshMs: 0,
		volatile: true
	};
}

function identityOf(address: number, { at, count }: { at: number; count: number }): Identity {
	return {
		frame: readRegisters(address, at, count),
		value: (heard) => {
			const { message } = parseModbus(heard);
			const bytes = message?.body.subarray(1);
			return bytes && bytes.length === count * 2
				? [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
				: null;
		}
	};
}

function level(percent: number, { min, max }: { min: number; max: number }): number {
	return Math.round(min + (Math.min(Math.max(percent, 0), 100) / 100) * (max - min));
}

function showModbus(address: number, content: BoardContent, map: ModbusMap): Picture {
	const lines = map.lines.map((line, at) => encodeText(content.lines[at] ?? '', map.font ?? 'ascii', line.length));
	const texts = map.lines.flatMap((line, at) => {
		const encoded = lines[at];
		return encoded ? writes(address, line.at, lineRegisters(line, encoded, map.padding ?? 0x20), map) : [];
	});
	// Digits that stand there until others come would be an old call.
	const number = map.number ? digits(content.number ?? 0, map.number.digits) : null;
	const numbers = map.number && number ? writes(address, map.number.at, [number.value], map) : [];
	// A board that never answers is sent the first frame only: the call rather than its digits.
	return {
		frames: [...texts, ...numbers],
		lines: lines.map((line) => line.text),
		replaced: [...new Set(lines.flatMap((line) => line.replaced))],
		cut: content.lines.length > map.lines.length || lines.some((line) => line.cut) || number?.cut === true
	};
}

/** The last digits of a number that is too long; a register ends at 65535 whatever the board could draw. */
function digits(number: number, count: number): { value: number; cut: boolean } {
	const value = number % 10 ** Math.min(count, number > 0xffff ? 4 : 5);
	return { value, cut: value !== number };
}

function lineRegisters(line: ModbusLine, { bytes }: Encoded, padding: number): number[] {
	const blanks = Array<number>(line.length - bytes.length).fill(padding);
	const filled = line.align === 'right' ? [...blanks, ...bytes] : [...bytes, ...blanks];
	if (line.perRegister === 1) return filled;
	const pairs = Array.from({ length: Math.ceil(filled.length / 2) }, (_, pair) => pair * 2);
	return pairs.map((at) => ((filled[at] ?? padding) << 8) | (filled[at + 1] ?? padding));
}

function writes(address: number, at: number, values: readonly number[], map: ModbusMap): Frame[] {
	const frames: Frame[] = [];
	if (map.write === 'one' || values.length === 1)
		frames.push(...values.map((value, index) => writeRegister(address, at + index, value)));
	else {
		for (let from = 0; from < values.length; from += MODBUS_MOST_REGISTERS) {
			frames.push(writeRegisters(address, at + from, values.slice(from, from + MODBUS_MOST_REGISTERS)));
		}
	}
	return map.readback ? [...frames, ...readsBack(address, at, values)] : frames;
}

function readsBack(address: number, at: number, values: readonly number[]): Frame[] {
	const frames: Frame[] = [];
	for (let from = 0; from < values.length; from += MODBUS_MOST_REGISTERS) {
		const part = values.slice(from, from + MODBUS_MOST_REGISTERS);
		frames.push(readRegisters(address, at + from, part.length, part));
	}
	return frames;
}
