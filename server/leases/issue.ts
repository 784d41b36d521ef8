import type { Tx } from '#db/group.ts';
import { settleNumber } from '#db/leases.ts';
import { oneMore } from '#db/queue-days.ts';
import type { ClaimState, LeaseNumberRow, LeaseRow, LegRow, TicketRow } from '#db/schema.ts';
import { addTicket, ticketByIntent } from '#db/tickets.ts';
import type { Hall } from '../hall.ts';
import type { Who } from '../people/who.ts';
import { rankAt } from '../rules/discipline.ts';
import { watchQueue } from '../services/crowd.ts';
import type { ItemEntry } from '../setup/schema.ts';
import { hold, take, waits } from '../tickets/held.ts';
import { chainOf, claimOf, headStartOf, LIVE_TICKET, ORDINARY, WAITING_LEG } from '../tickets/issue.ts';

/** A number that a kiosk has given while it had no line, as it reports it. */
export interface UsedNumber {
	token: string;
	item: string;
	/** priority class; `ordinary` without one */
	class: string;
	lang: string;
	/** when it was given, by the clock of the server as far as the kiosk knew it */
	at: number;
	/** of the wish that was sent before and not answered; a number that came of it is void, for the visitor has this one */
	intent: string | null;
}

const MINUTE_MS = 60_000;

/** All that a reported number is made of. */
interface Reported {
	lease: LeaseRow;
	row: LeaseNumberRow;
	used: UsedNumber;
	item: ItemEntry;
	/** when it was taken: not before the lease was given, and not later than now */
	taken: number;
}

/**
 * Makes the ticket of a leased number, with its own time of taking: it stands in the order where it would have stood, by
 * the rule of head starts. No slip: the visitor has photographed it.
 */
export async function issueLeased(tx: Tx, hall: Hall, who: Who, reported: Reported): Promise<void> {
	const { row, used, lease } = reported;
	await withdraw(tx, hall, who, { intent: used.intent, lease });
	const { claim, priority } = claimIn(hall, used.class);
	const waiting = legOf(hall, reported, headStartOf(hall, { class: priority, claim, appointment: null }));
	const at = hall.clock.now();
	const line = {
		at,
		day: row.day,
		act: 'ticket.issued',
		actor: who.name,
		ticket: null,
		window: null,
		queue: row.queue
	};
	const body = { number: row.number, item: used.item, class: priority, claim, ...waits(waiting, null) };
	const id = await tx.note({ ...line, body: { ...body, lease: lease.id, takenAt: reported.taken } });
	const leg: LegRow = { ...waiting, id, ticket: id };
	await addTicket(tx.k, ticketOf(hall, reported, { leg, class: priority, claim }), leg);
	await oneMore.run(tx.k, leg);
	await settleNumber(tx.k, { ...row, state: 'used', ticket: id });
	await watchQueue(tx, hall, row.queue);
}

/** A class that the hall does not know any more is nobody's claim. */
function claimIn(hall: Hall, asked: string): { claim: ClaimState; priority: string } {
	const claim = claimOf(hall, { class: asked });
	return claim === undefined ? { claim: 'none', priority: ORDINARY } : { claim, priority: asked };
}

function legOf(hall: Hall, { row, item, taken }: Reported, head: number): LegRow {
	const place = { hall: hall.id, day: row.day, queue: row.queue, item: item.code };
	const times = { enqueued_at: taken, rank_at: rankAt(taken, head), head_start_ms: head * MINUTE_MS };
	return { ...WAITING_LEG, ...place, ...times, id: 0, ticket: 0, ordinal: 1 };
}

function ticketOf(
	hall: Hall,
	{ lease, row, used, item, taken }: Reported,
	is: Pick<TicketRow, 'class' | 'claim'> & { leg: LegRow }
): TicketRow {
	const { hall: of, day, queue, n, number, token } = row;
	return {
		...LIVE_TICKET,
		...{ hall: of, day, queue, n, number, token, item: item.code, id: is.leg.id, leg: is.leg.id },
		class: is.class,
		claim: is.claim,
		lang: used.lang,
		intent: `lease-${String(lease.id)}-${number}`,
		origin: lease.device,
		since: taken,
		steps: JSON.stringify(chainOf(hall.setup, item)),
		// Nobody could tell a wait.
		told: null,
		created_at: taken,
		...{ appointment: null, slot_at: null, person_hash: null, matter_hash: null, notice: null }
	};
}

/** What came of a wish whose answer was lost, if it still waits: two numbers of one visitor would hold up others. */
async function withdraw(
	tx: Tx,
	hall: Hall,
	who: Who,
	{ intent, lease }: { intent: string | null; lease: LeaseRow }
): Promise<void> {
	const known = intent === null ? undefined : await ticketByIntent(tx.k, { hall: tx.hall, day: lease.day, intent });
	const held = known && (await hold(tx, known.id));
	if (held?.leg.state !== 'waiting') return;
	const reason = 'answer-lost';
	await take(tx, hall, who, {
		held,
		action: { type: 'void', reason },
		act: { name: 'ticket.voided', body: { reason } }
	});
}
