import { numberIn, publicPart } from '#db/chain.ts';
import type { LedgerRow } from '#db/schema.ts';
import type { ShownEntry, WholeEntry } from './view.ts';

/** A line as anybody may see it. */
export function shown(hall: string, line: LedgerRow): ShownEntry {
	const { seq, at, day, act, number, window, queue, rest } = publicPart(hall, line, numberIn(JSON.parse(line.body)));
	return { seq, at, day, act, number, window, queue, rest };
}

/** A line as its ticket's owner, or an auditor, sees it. */
export function whole(line: LedgerRow): WholeEntry {
	const body: unknown = JSON.parse(line.body);
	const { seq, at, day, act, actor, ticket, window, queue, prior, salt } = line;
	return { seq, at, day, act, number: numberIn(body), window, queue, actor, ticket, prior, body, salt };
}
