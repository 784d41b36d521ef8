/** Checksums that small devices put behind their bytes. */

export const SUMS = ['sum8', 'sum16', 'xor8', 'lrc', 'crc16-arc', 'crc16-modbus'] as const;
export type SumKind = (typeof SUMS)[number];

/**
 * CRC-16 with the reflected polynomial A001. Onbon cards start it at 0 (CRC-16/ARC), Modbus at FFFF
 * (CRC-16/MODBUS); both send the low byte first.
 */
export function crc16(bytes: Iterable<number>, start: 0 | 0xffff): number {
	let crc: number = start;
	for (const byte of bytes) {
		crc ^= byte;
		for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >> 1) ^ 0xa001 : crc >> 1;
	}
	return crc;
}

const sum = (bytes: readonly number[]): number => bytes.reduce((before, byte) => before + byte, 0);

const HOW: Record<SumKind, (bytes: readonly number[]) => number> = {
	sum8: (bytes) => sum(bytes) & 0xff,
	sum16: (bytes) => sum(bytes) & 0xffff,
	xor8: (bytes) => bytes.reduce((before, byte) => before ^ byte, 0),
	// Added to the bytes it makes zero: the LRC of Modbus ASCII.
	lrc: (bytes) => -sum(bytes) & 0xff,
	'crc16-arc': (bytes) => crc16(bytes, 0),
	'crc16-modbus': (bytes) => crc16(bytes, 0xffff)
};

/** The checksum of bytes, as a number of `SUM_BYTES`. */
export function checksum(kind: SumKind, bytes: readonly number[]): number {
	return HOW[kind](bytes);
}

/** How many bytes a checksum has. */
export const SUM_BYTES: Record<SumKind, 1 | 2> = {
	sum8: 1,
	sum16: 2,
	xor8: 1,
	lrc: 1,
	'crc16-arc': 2,
	'crc16-modbus': 2
};
