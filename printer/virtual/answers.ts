/** What a printer's firmware says about itself, bit by bit. */
import type { PrinterFault } from '../printer.ts';

/** What is switched on at the moment. */
export type Faults = ReadonlySet<PrinterFault>;

/** Faults that stop the printer until they are gone. */
export function offline(faults: Faults): boolean {
	return (['paper-out', 'cover-open', 'head-up', 'cutter', 'jam', 'hot'] as const).some((fault) => faults.has(fault));
}

const bits = (on: boolean, mask: number): number => (on ? mask : 0);

const troubled = (faults: Faults): boolean => faults.has('cutter') || faults.has('jam') || hotOrUp(faults);
/** SNBC has one bit for the lifted head where others have the heat. */
const hotOrUp = (faults: Faults): boolean => faults.has('hot') || faults.has('head-up');

/** The byte that answers `DLE EOT n`, n 1 to 4. */
export function statusByte(n: number, faults: Faults): number {
	const out = faults.has('paper-out');
	switch (n) {
		case 1:
			return 0x12 | bits(offline(faults), 0x08);
		case 2:
			return 0x12 | bits(faults.has('cover-open'), 0x04) | bits(out, 0x20) | bits(troubled(faults), 0x40);
		case 3:
			return 0x12 | bits(faults.has('jam'), 0x04) | bits(faults.has('cutter'), 0x08) | bits(hotOrUp(faults), 0x40);
		default:
			return 0x12 | bits(out || faults.has('near-end'), 0x0c) | bits(out, 0x60);
	}
}

/** The four bytes of the automatic status. */
export function asbBytes(faults: Faults): Uint8Array {
	const out = faults.has('paper-out');
	return Uint8Array.of(
		0x10 | bits(offline(faults), 0x08) | bits(faults.has('cover-open'), 0x20),
		bits(faults.has('cutter'), 0x08) | bits(faults.has('hot'), 0x40),
		bits(out || faults.has('near-end'), 0x03) | bits(out, 0x0c),
		0x0f
	);
}

/** The six bytes of Custom's full status, `DLE EOT 20`. */
export function fullBytes(faults: Faults): Uint8Array {
	const out = faults.has('paper-out');
	return Uint8Array.of(
		0x10,
		0x0f,
		bits(out, 0x01) | bits(out || faults.has('near-end'), 0x04) | bits(faults.has('not-taken'), 0x20),
		bits(faults.has('head-up'), 0x01) | bits(faults.has('cover-open'), 0x02),
		bits(faults.has('hot'), 0x01) | bits(faults.has('jam'), 0x40),
		bits(faults.has('cutter'), 0x01)
	);
}

/** print801's own byte, `DLE ACK 2`. */
export function ownByte(faults: Faults): number {
	return (
		bits(faults.has('paper-out'), 0x04) |
		bits(faults.has('cover-open'), 0x08) |
		bits(faults.has('cutter'), 0x10) |
		bits(faults.has('hot'), 0x20) |
		bits(faults.has('near-end'), 0x40)
	);
}

/** The byte that answers `GS r 1`. */
export function paperByte(faults: Faults): number {
	return bits(faults.has('near-end'), 0x03) | bits(faults.has('paper-out'), 0x0c);
}
