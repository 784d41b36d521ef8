import { jumpOf, NO_HASH, type Link, type Tip } from '#db/chain.ts';
import { hashOf, headOf } from '#db/ledger.ts';
import type { Hall } from '../hall.ts';

/** A stretch of the ledger. */
export interface Range {
	/** the line before the first one */
	after: number;
	upTo: number;
	/** whether it goes to the newest line */
	toTheEnd: boolean;
}

/** The whole ledger as it stands now. */
export async function wholeRange(hall: Hall): Promise<Range> {
	return { after: 0, upTo: (await headOf(hall.read, hall.id)).seq, toTheEnd: true };
}

/**
 * A day's lines are those after the head that was signed before it, up to its own last one; those of today, to the end.
 * @param heads signed heads, oldest first
 * @returns undefined for a day that has neither
 */
export async function rangeOf(
	hall: Hall,
	heads: readonly { day: string; seq: number }[],
	day: string
): Promise<Range | undefined> {
	const own = heads.findLast((head) => head.day === day);
	const after = heads.findLast((head) => head.day < day)?.seq ?? 0;
	if (own) return { after, upTo: own.seq, toTheEnd: false };
	return day === hall.setup.day(hall.clock.now()) ? { ...(await wholeRange(hall)), after } : undefined;
}

/** The end of the chain at a line, as the hashes that stand in the lines tell it. */
export async function tipAt(hall: Hall, seq: number): Promise<Tip> {
	const tip: Link[] = [];
	for (let at = seq; at > 0; at = jumpOf(at)) {
		tip.push({ seq: at, hash: (await hashOf(hall.read, hall.id, at)) || NO_HASH });
	}
	return tip;
}
