/** A board that is a Modbus RTU slave, as a program: functions 03, 06 and 16 on holding registers. */
import { crc16, high16, low16 } from '../crc.ts';
import { decodeText } from '../font.ts';
import type { ModbusLine, ModbusMap } from '../modbus.ts';
import { virtualBoard, type BoardCore, type VirtualBoard } from './board.ts';

interface Request {
	unit: number;
	fn: number;
	data: Uint8Array;
	/** where it ends in what was received */
	end: number;
}

const ILLEGAL_FUNCTION = 1;
const ILLEGAL_ADDRESS = 2;
const BUSY = 6;
/** The rest of a request that has not come after so long will not come. */
const STALE_MS = 100;
/** The longest request. */
const LONGEST = 256;

/**
 * A slave whose registers are those of the map; slow, it answers twice as late as the driver waits.
 * @param serial what stands in its registers of identity
 */
export function virtualModbusSlave(unit: number, map: ModbusMap, serial = 0x1000 + unit): VirtualBoard {
	return virtualBoard(new ModbusSlave(unit, map, serial), 600);
}

class ModbusSlave implements BoardCore {
	readonly #unit: number;
	readonly #map: ModbusMap;
	readonly #serial: number;
	readonly #registers = new Map<number, number>();
	#received = new Uint8Array();
	#lastAt = 0;

	constructor(unit: number, map: ModbusMap, serial: number) {
		this.#unit = unit;
		this.#serial = serial;
		this.#map = map;
		this.forget();
	}

	receive(bytes: Uint8Array, now: number, refusing: boolean): Uint8Array[] {
		const before = now - this.#lastAt > STALE_MS ? [] : this.#received;
		this.#lastAt = now;
		this.#received = Uint8Array.from([...before, ...bytes]).slice(-LONGEST);
		const answers: Uint8Array[] = [];
		for (let found = findRequest(this.#received); found; found = findRequest(this.#received)) {
			this.#received = this.#received.slice(found.end);
			const answer = this.#answer(found, refusing);
			if (answer) answers.push(answer);
		}
		return answers;
	}

	shown(): string[] {
		const lines = this.#map.lines.map((line) => this.#readLine(line));
		const number = this.#map.number ? [String(this.#registers.get(this.#map.number.at) ?? 0)] : [];
		return [...number, ...lines].filter((line) => line !== '' && line !== '0');
	}

	/** Only the registers of the map exist. */
	forget(): void {
		this.#registers.clear();
		const { lines, number, brightness, identity } = this.#map;
		for (const place of [number?.at, brightness?.at]) if (place !== undefined) this.#registers.set(place, 0);
		for (let at = 0; at < (identity?.count ?? 0); at++) this.#registers.set((identity?.at ?? 0) + at, this.#serial);
		for (const line of lines) {
			for (let at = 0; at < lengthOf(line); at++) this.#registers.set(line.at + at, 0);
		}
	}

	#answer({ unit, fn, data }: Request, refusing: boolean): Uint8Array | null {
		if (unit !== this.#unit && unit !== 0) return null;
		const body = refusing ? BUSY : this.#obey(fn, data);
		if (unit === 0) return null;
		const bytes = typeof body === 'number' ? [unit, fn | 0x80, body] : [unit, fn, ...body];
		return Uint8Array.from([...bytes, ...low16(crc16(Uint8Array.from(bytes), 0xffff))]);
	}

	/** The body of the answer, or the number of an exception. */
	#obey(fn: number, data: Uint8Array): number[] | number {
		const at = word(data, 0);
		const count = fn === 6 ? 1 : word(data, 2);
		const places = Array.from({ length: count }, (_, index) => at + index);
		if (fn !== 3 && fn !== 6 && fn !== 16) return ILLEGAL_FUNCTION;
		if (!places.every((place) => this.#registers.has(place))) return ILLEGAL_ADDRESS;
		if (fn === 3) return [count * 2, ...places.flatMap((place) => high16(this.#registers.get(place) ?? 0))];
		places.forEach((place, index) => this.#registers.set(place, word(data, fn === 6 ? 2 : 5 + index * 2)));
		return [...data.subarray(0, 4)];
	}

	#readLine(line: ModbusLine): string {
		const values = Array.from({ length: lengthOf(line) }, (_, at) => this.#registers.get(line.at + at) ?? 0);
		const bytes = line.perRegister === 2 ? values.flatMap(high16) : values;
		const text = decodeText(Uint8Array.from(bytes.map((byte) => (byte === 0 ? 0x20 : byte))));
		return text.trim();
	}
}

function lengthOf({ length, perRegister }: ModbusLine): number {
	return Math.ceil(length / perRegister);
}

function word(bytes: Uint8Array, at: number): number {
	return ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
}

function findRequest(received: Uint8Array): Request | null {
	for (let at = 0; at + 8 <= received.length; at++) {
		const [unit = 0, fn = 0] = received.subarray(at, at + 2);
		const length = fn === 16 ? 9 + (received[at + 6] ?? 0) : 8;
		const end = at + length;
		if (end > received.length || crc16(received.subarray(at, end - 2), 0xffff) !== littleWord(received, end - 2))
			continue;
		return { unit, fn, data: received.slice(at + 2, end - 2), end };
	}
	return null;
}

function littleWord(bytes: Uint8Array, at: number): number {
	return (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);
}
