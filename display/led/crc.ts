/**
 * CRC-16 with the reflected polynomial A001. Onbon cards start it at 0 (CRC-16/ARC), Modbus at FFFF
 * (CRC-16/MODBUS); both send the low byte first.
 */
export function crc16(bytes: Uint8Array, start: 0 | 0xffff): number {
	let crc: number = start;
	for (const byte of bytes) {
		crc ^= byte;
		for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >> 1) ^ 0xa001 : crc >> 1;
	}
	return crc;
}

/** A 16-bit number as two bytes, low byte first. */
export function low16(value: number): [number, number] {
	return [value & 0xff, (value >> 8) & 0xff];
}

/** A 16-bit number as two bytes, high byte first. */
export function high16(value: number): [number, number] {
	return [(value >> 8) & 0xff, value & 0xff];
}
