import type { Kysely } from 'kysely';
import { claimCounts, numbersOf, openTickets, ticketCounts, type ClaimCount, type OpenTicket } from '#db/balance.ts';
import { leasedWithoutTicket } from '#db/leases.ts';
import { queueDays } from '#db/queue-days.ts';
import type { Tables } from '#db/schema.ts';
import { balanceOf, type Balance } from '../rules/balance.ts';

export interface DayBalance {
	day: string;
	queues: Balance[];
	/** tickets that stand against the balance: still open */
	open: OpenTicket[];
	/** numbers that were counted and are on no ticket */
	lost: { queue: string; n: number }[];
	/** claims to priority, by class and by what came of them */
	claims: ClaimCount[];
}

/** What became of every number of a service day, per queue, and each ticket that is not accounted for. */
export async function dayBalance(k: Kysely<Tables>, hall: number, day: string): Promise<DayBalance> {
	const counts = await ticketCounts(k, hall, day);
	const days = (await queueDays(k, hall, day)).toSorted((a, b) => (a.queue < b.queue ? -1 : 1));
	const leases = Map.groupBy(await leasedWithoutTicket(k, hall, day), ({ queue }) => queue);
	const queues = days.map(({ queue, last_number: issued }) => {
		const kept = (state: string): number => (leases.get(queue) ?? []).filter((row) => row.state === state).length;
		const leased = { out: kept('out'), void: kept('void') };
		const own = counts.filter((row) => row.queue === queue);
		return balanceOf({ queue, issued, states: Object.fromEntries(own.map((row) => [row.state, row.n])), leased });
	});
	const lost: DayBalance['lost'] = [];
	for (const one of queues.filter((queue) => queue.lost !== 0)) {
		const kept = (leases.get(one.queue) ?? []).map(({ n }) => n);
		const there = new Set([...(await numbersOf(k, { hall, day, queue: one.queue })), ...kept]);
		for (let n = 1; n <= one.issued; n += 1) if (!there.has(n)) lost.push({ queue: one.queue, n });
	}
	const open = await openTickets(k, hall, day);
	return { day, queues, open, lost, claims: await claimCounts(k, hall, day) };
}
