import { newestAsk } from '#db/rating-asks.ts';
import type { Grade, RatingAskRow, RatingRow } from '#db/schema.ts';
import { getLeg } from '#db/tickets.ts';
import type { Tx } from '#db/group.ts';
import type { Hall } from '../hall.ts';
import type { Who } from '../people/who.ts';
import { refused, type Result } from '../result.ts';
import { give } from './give.ts';

/** The ask that an evaluator at a window answers: the newest one, for as long as a tablet there would ask. */
export async function askAtWindow(
	k: Tx['k'] | Hall['read'],
	hall: Hall,
	window: string
): Promise<RatingAskRow | undefined> {
	const ask = await newestAsk(k, hall.id, window);
	const until = (ask?.asked_at ?? 0) + hall.setup.policies.ratings.askSeconds * 1000;
	return until > hall.clock.now() ? ask : undefined;
}

/** A key of the evaluator at a window: the one grade for the service that has just ended there. */
export function rateByKey(hall: Hall, who: Who, window: string, grade: Grade): Promise<Result<RatingRow>> {
	return hall.write(async (tx) => {
		const ask = await askAtWindow(tx.k, hall, window);
		const leg = ask && (await getLeg(tx.k, tx.hall, ask.leg));
		if (!leg) return refused('ask-over');
		const given = { grade, indicators: {}, reasons: [], remark: null, phone: null };
		return give(tx, hall, who, { leg, given, origin: 'window' });
	});
}
