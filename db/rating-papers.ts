import { sql, type Kysely } from 'kysely';
import type { RatingPaperRow, Tables } from './schema.ts';

type K = Kysely<Tables>;

/** The partial index speaks of this very word. */
const ENTERED = sql.lit('entered' as const);

export async function addPaper(k: K, row: RatingPaperRow): Promise<void> {
	await k.insertInto('rating_paper').values(row).execute();
}

/** The form of a service that waits for its second person. */
export function openPaperOf(k: K, hall: number, leg: number): Promise<RatingPaperRow | undefined> {
	return k
		.selectFrom('rating_paper')
		.selectAll()
		.where('hall', '=', hall)
		.where('leg', '=', leg)
		.where('state', '=', ENTERED)
		.executeTakeFirst();
}

export interface OpenPaper {
	leg: number;
	day: string;
	number: string;
	window: string | null;
	staff: string | null;
	entered_by: string;
	entered_at: number;
}

/** All forms that wait for their second person, those of the oldest services first. */
export function openPapers(k: K, hall: number): Promise<OpenPaper[]> {
	return k
		.selectFrom('rating_paper')
		.innerJoin('leg', (join) =>
			join.onRef('leg.hall', '=', 'rating_paper.hall').onRef('leg.id', '=', 'rating_paper.leg')
		)
		.innerJoin('ticket', (join) =>
			join.onRef('ticket.hall', '=', 'rating_paper.hall').onRef('ticket.id', '=', 'rating_paper.ticket')
		)
		.select(['rating_paper.leg', 'leg.day', 'ticket.number', 'leg.window', 'leg.staff'])
		.select(['rating_paper.entered_by', 'rating_paper.entered_at'])
		.where('rating_paper.hall', '=', hall)
		.where('rating_paper.state', '=', ENTERED)
		.orderBy('rating_paper.leg')
		.execute();
}

/** Ends a form: both read the same, or they did not. What the first has read is not kept beyond that. */
export async function settlePaper(
	k: K,
	of: Pick<RatingPaperRow, 'hall' | 'id' | 'state' | 'settled_by' | 'settled_at'>
): Promise<void> {
	const { state, settled_by, settled_at } = of;
	await k
		.updateTable('rating_paper')
		.set({ state, settled_by, settled_at, form: '{}' })
		.where('hall', '=', of.hall)
		.where('id', '=', of.id)
		.execute();
}
