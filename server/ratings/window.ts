import { newestLine } from '#db/ledger.ts';
import { newestAsk } from '#db/rating-asks.ts';
import { ratingOf } from '#db/ratings.ts';
import type { RatingAskRow, RatingRow } from '#db/schema.ts';
import { getLeg, getTicket } from '#db/tickets.ts';
import type { Hall } from '../hall.ts';
import type { Who } from '../people/who.ts';
import { refused, type Result } from '../result.ts';
import { windowName } from '../tickets/view.ts';
import type { AskedView, RateView } from '../views.ts';
import { askByToken } from './ask.ts';
import { give, type Given } from './give.ts';

/** Takes a rating from the tablet at a window, by the one-time token of its ask: never by naming a ticket. */
export function rateAtWindow(hall: Hall, who: Who, token: string, given: Given): Promise<Result<RatingRow>> {
	return hall.write(async (tx) => {
		const ask = await askByToken(tx, hall, token);
		const leg = ask && (await getLeg(tx.k, tx.hall, ask.leg));
		if (!leg) return refused('ask-over');
		return give(tx, hall, who, { leg, given, origin: 'window' });
	});
}

/**
 * What the tablet at a window shows; undefined for a window that is not there. An ask stands there for a set time
 * whatever the clerk does meanwhile; of a rating that was given nothing is shown.
 */
export async function rateView(hall: Hall, code: string): Promise<RateView | undefined> {
	if (!hall.setup.windows.has(code)) return undefined;
	const seq = await newestLine(hall.read, hall.id);
	const { windowDays, askSeconds } = hall.setup.policies.ratings;
	const ask = await newestAsk(hall.read, hall.id, code);
	const until = (ask?.asked_at ?? 0) + askSeconds * 1000;
	const open = ask && until > hall.clock.now() && !(await ratingOf(hall.read, hall.id, ask.leg));
	return {
		seq,
		hall: hall.setup.file.hall.name,
		window: { code, name: windowName(hall, code) },
		staff: hall.counters.get(code)?.staff ?? null,
		days: windowDays,
		askSeconds,
		ask: open ? await askView(hall, ask, until) : null
	};
}

async function askView(hall: Hall, ask: RatingAskRow, until: number): Promise<RateView['ask']> {
	const ticket = await getTicket(hall.read, hall.id, ask.ticket);
	const leg = await getLeg(hall.read, hall.id, ask.leg);
	if (!ticket || !leg) return null;
	const item = hall.setup.items.get(leg.item)?.name ?? { zh: leg.item, en: leg.item };
	return { token: ask.token, number: ticket.number, item, staff: ask.staff, until };
}

/** All that the console of a window is told: that the last service there was asked to be rated, never whether it was. */
export async function askedAt(hall: Hall, window: string): Promise<AskedView | null> {
	const ask = await newestAsk(hall.read, hall.id, window);
	if (!ask || ask.day !== hall.setup.day(hall.clock.now())) return null;
	const ticket = await getTicket(hall.read, hall.id, ask.ticket);
	return { number: ticket?.number ?? '', at: ask.asked_at };
}
