import { serialWire } from '#printer/wire/serial.ts';
import type { Link } from '#printer/wire/wire.ts';

/** A board that answers what is on the line. */
export interface Answering {
	receive(bytes: Uint8Array, now: number): { bytes: Uint8Array }[];
}

/** One character on the line at 9600 bits per second, 8N1 with a pause, ms. */
const CHARACTER_MS = 1.04;

/**
 * Two answers at once on one pair of wires: where both drive it, a 0 wins. With no skew equal answers stay whole; later
 * ones overlap by characters, and what both say is neither.
 */
function collided(one: Uint8Array, other: Uint8Array, skewMs: number): Uint8Array {
	const late = Math.round(skewMs / CHARACTER_MS);
	const length = Math.max(one.length, late + other.length);
	return Uint8Array.from({ length }, (_, at) => (one[at] ?? 0xff) & (at < late ? 0xff : (other[at - late] ?? 0xff)));
}

/** The far end of a serial line with boards of which two may have one address; they answer at once, the second a little later. */
export async function doubledLine(path: string, boards: readonly Answering[], skewMs: number): Promise<Link> {
	const far = await serialWire({ path, baud: 9600 }).open();
	far.onBytes((bytes) => {
		const answers = boards.flatMap((board) => board.receive(bytes, Date.now()));
		const [one, other] = answers;
		const heard = one && other ? collided(one.bytes, other.bytes, skewMs) : one?.bytes;
		if (heard) void far.write(heard).catch(() => undefined);
	});
	return far;
}
