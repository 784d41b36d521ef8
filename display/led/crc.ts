export { crc16 } from '#printer/frames/sums.ts';

/** A 16-bit number as two bytes, low byte first. */
export function low16(value: number): [number, number] {
	return [value & 0xff, (value >> 8) & 0xff];
}

/** A 16-bit number as two bytes, high byte first. */
export function high16(value: number): [number, number] {
	return [(value >> 8) & 0xff, value & 0xff];
}
