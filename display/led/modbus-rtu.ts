/**
 * Modbus RTU as a master speaks it: functions 03, 06 and 16 ("MODBUS application protocol" 1.1b3, "over serial line"
 * 1.02). Registers go high byte first, the CRC low byte first.
 */
import { crc16, high16, low16 } from './crc.ts';
import type { Frame, Parsed, Reading } from './driver.ts';

/** The address that every slave hears and none answers. */
const MODBUS_EVERYBODY = 0;
/** Most registers one function 16 can write. */
export const MODBUS_MOST_REGISTERS = 123;

const READ = 0x03;
const WRITE_ONE = 0x06;
const WRITE_MANY = 0x10;
const REFUSED = 0x80;
const EXCEPTIONS = new Map([
	[1, 'illegal function'],
	[2, 'illegal address'],
	[3, 'illegal value'],
	[4, 'device failure'],
	[5, 'still working'],
	[6, 'busy'],
	[8, 'memory fault'],
	[10, 'no path'],
	[11, 'no answer behind the gateway']
]);
/** Of these, the ones that pass by themselves. */
const PASSING = new Set([5, 6]);
/** The longest answer: 253 bytes, unit and CRC. */
const LONGEST = 256;

/** A sound answer: the function with bit 7 set when refused, and what follows it. */
export interface ModbusAnswer {
	unit: number;
	fn: number;
	body: Uint8Array;
}

function seal(bytes: readonly number[]): Uint8Array {
	return Uint8Array.from([...bytes, ...low16(crc16(Uint8Array.from(bytes), 0xffff))]);
}

/** How many bytes the answer that begins here has, CRC included; null when no answer begins so. */
function answerLength(fn: number, third: number): number | null {
	if (fn === READ) return third % 2 === 0 && third > 0 && third <= 250 ? third + 5 : null;
	if (fn === WRITE_ONE || fn === WRITE_MANY) return 8;
	return fn === (READ | REFUSED) || fn === (WRITE_ONE | REFUSED) || fn === (WRITE_MANY | REFUSED) ? 5 : null;
}

function answerAt(received: Uint8Array, at: number): ModbusAnswer | null {
	const [unit = 0, fn = 0, third = 0] = received.subarray(at, at + 3);
	const length = answerLength(fn, third);
	if (length === null || at + length > received.length) return null;
	const crc = crc16(received.subarray(at, at + length - 2), 0xffff);
	const [low, high] = low16(crc);
	if (received[at + length - 2] !== low || received[at + length - 1] !== high) return null;
	return { unit, fn, body: received.slice(at + 2, at + length - 2) };
}

/**
 * Looks for one answer in what was received. RTU has no marks, only silence, which a pipe or a USB adapter does not
 * keep: so an answer is wherever its length and CRC fit, whatever stands before it.
 */
export function parseModbus(received: Uint8Array): Parsed<ModbusAnswer> {
	for (let at = 0; at + 5 <= received.length; at++) {
		const message = answerAt(received, at);
		if (message) return { used: at + message.body.length + 4, message, garbage: at };
	}
	const tooMany = received.length - LONGEST;
	return tooMany > 0 ? { used: tooMany, garbage: tooMany } : { used: 0 };
}

interface Request {
	unit: number;
	fn: number;
	/** true for the body of the answer to this request */
	fits(body: Uint8Array): boolean;
}

function readAnswer(received: Uint8Array, request: Request): Reading {
	const { used, message } = parseModbus(received);
	if (!message) return { used };
	if (message.unit !== request.unit) return { used, verdict: 'stray' };
	if (message.fn === (request.fn | REFUSED)) {
		const code = message.body[0] ?? 0;
		const reason = EXCEPTIONS.get(code) ?? `exception ${String(code)}`;
		return { used, verdict: PASSING.has(code) ? 'again' : 'rejected', reason };
	}
	const ours = message.fn === request.fn && request.fits(message.body);
	return { used, verdict: ours ? 'acked' : 'stray' };
}

/** Time-out of a Modbus board, ms; some think for long after a write. */
const TIMEOUT_MS = 300;

function frame(unit: number, fn: number, data: readonly number[], fits: Request['fits']): Frame {
	return {
		bytes: seal([unit, fn, ...data]),
		expect: unit === MODBUS_EVERYBODY ? 'none' : 'ack',
		timeoutMs: TIMEOUT_MS,
		idempotent: true,
		quietBeforeMs: 5,
		read: (received) => readAnswer(received, { unit, fn, fits })
	};
}

const startsWith = (body: Uint8Array, bytes: readonly number[]): boolean =>
	bytes.every((byte, at) => body[at] === byte);

/** Function 06: one register. The answer repeats the request. */
export function writeRegister(unit: number, register: number, value: number): Frame {
	const data = [...high16(register), ...high16(value)];
	return frame(unit, WRITE_ONE, data, (body) => startsWith(body, data));
}

/**
 * Function 16: registers in a row. The answer repeats where and how many.
 * @throws for none or more than 123 values
 */
export function writeRegisters(unit: number, register: number, values: readonly number[]): Frame {
	if (values.length < 1 || values.length > MODBUS_MOST_REGISTERS) throw new Error(`${String(values.length)} registers`);
	const place = [...high16(register), ...high16(values.length)];
	const data = [...place, values.length * 2, ...values.flatMap(high16)];
	return frame(unit, WRITE_MANY, data, (body) => startsWith(body, place));
}

/** Function 03: reads registers; acknowledged only by the wanted values, or by any when none are given. */
export function readRegisters(unit: number, register: number, count: number, wanted?: readonly number[]): Frame {
	const data = [...high16(register), ...high16(count)];
	const bytes = wanted?.flatMap(high16) ?? [];
	return frame(unit, READ, data, (body) => body[0] === count * 2 && startsWith(body.subarray(1), bytes));
}
