/** What the bits of a printer's answers mean, as data: makers differ, the reading of them does not. */

/** Everything a status can say, whatever form it came in. */
export interface Signs {
	offline: boolean;
	coverOpen: boolean;
	/** the head is lifted off the paper by its lever */
	headUp: boolean;
	paperOut: boolean;
	paperLow: boolean;
	cutter: boolean;
	/** paper is stuck on its way */
	jam: boolean;
	/** goes on by itself: head too hot, voltage */
	hot: boolean;
	/** any other error that stops it */
	error: boolean;
	/** a ticket lies in the output and waits for a hand */
	ticketOut: boolean;
}

/** The bits of one byte: any bit of the mask says the sign. */
export type Bits = readonly (readonly [mask: number, sign: keyof Signs])[];

/** One more question that only some makers answer. */
export interface OwnQuestion {
	/** what is asked, hex */
	ask: string;
	/** how its answer begins, hex; nothing: a bare byte, which is an answer only because it was asked for */
	head: string;
	/** the bytes behind the head */
	bits: readonly Bits[];
}

/** How a family tells how it is. */
export interface StatusDialect {
	/** the answers to `DLE EOT 1` to `4`; null: another language */
	polls: readonly [Bits, Bits, Bits, Bits] | null;
	own: OwnQuestion | null;
	/** what switches on the status that it sends unasked, hex, at every change; its bytes are `asb`, or those of `own` */
	push: string | null;
}

/** The four bytes of the automatic status, `GS a`: the same wherever it exists. */
export const ASB: readonly Bits[] = [
	[
		[0x08, 'offline'],
		[0x20, 'coverOpen']
	],
	[
		[0x08, 'cutter'],
		[0x40, 'hot'],
		[0x24, 'error']
	],
	[
		[0x0c, 'paperOut'],
		[0x03, 'paperLow']
	]
];

/**
 * `DLE EOT 1–4` as all makers have them. Bits 5 and 6 of the first and bit 2 of the third differ between makers and mean
 * nothing here.
 */
export const POLLS: readonly [Bits, Bits, Bits, Bits] = [
	[[0x08, 'offline']],
	[
		[0x04, 'coverOpen'],
		[0x20, 'paperOut'],
		[0x40, 'error']
	],
	[
		[0x08, 'cutter'],
		[0x40, 'hot'],
		[0x20, 'error']
	],
	[
		[0x60, 'paperOut'],
		[0x0c, 'paperLow']
	]
];

/** All signs that bytes show. */
export function signsOf(bytes: Uint8Array, meaning: readonly Bits[]): Signs {
	const signs: Signs = {
		...{ offline: false, coverOpen: false, headUp: false, paperOut: false, paperLow: false },
		...{ cutter: false, jam: false, hot: false, error: false, ticketOut: false }
	};
	for (const [i, bits] of meaning.entries()) {
		for (const [mask, sign] of bits) if (((bytes[i] ?? 0) & mask) !== 0) signs[sign] = true;
	}
	return signs;
}
