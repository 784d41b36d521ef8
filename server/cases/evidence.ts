import { callsOf } from '#db/calls.ts';
import { addEvidence } from '#db/cases.ts';
import type { Tx } from '#db/group.ts';
import { lineAt, linesOfTicket } from '#db/ledger.ts';
import type { CaseEvidenceRow, CaseRow, LedgerRow, LegRow, TicketRow } from '#db/schema.ts';
import { getTicket, legsOf } from '#db/tickets.ts';
import type { Hall } from '../hall.ts';
import type { Who } from '../people/who.ts';
import { frozen, noteCase, sha256 } from './held.ts';

/**
 * Binds to a case what is known now of its ticket (number, places, times, staff numbers, calls, every line of the ledger
 * with its hash) and the further facts that are handed in. It is frozen: the table is only added to, and the ledger line
 * holds the hash of the whole.
 */
export async function bindEvidence(
	tx: Tx,
	hall: Hall,
	who: Who,
	{ row, more }: { row: CaseRow; more: object }
): Promise<CaseEvidenceRow> {
	const ticket = row.ticket === null ? undefined : await getTicket(tx.k, tx.hall, row.ticket);
	const facts = ticket ? await factsOf(tx, ticket) : {};
	const { body, hash } = frozen({ ...facts, ...more, leg: row.leg, window: row.window });
	const note = { name: 'case.evidence-bound', act: 'evidence-bound', body: { evidence: hash } };
	const line = await noteCase(tx, hall, who, { row, note });
	const evidence = { hall: tx.hall, case: row.id, line, at: hall.clock.now(), body, hash };
	await addEvidence(tx.k, evidence);
	return evidence;
}

/** Whether a piece of evidence is what the ledger line says it was. */
export function evidenceHolds(evidence: CaseEvidenceRow, lineBody: string): boolean {
	const said = JSON.parse(lineBody) as { evidence?: string };
	return sha256(evidence.body) === evidence.hash && said.evidence === evidence.hash;
}

async function factsOf(tx: Tx, ticket: TicketRow): Promise<object> {
	const issued = await lineAt(tx.k, tx.hall, ticket.id);
	const lines = await linesOfTicket(tx.k, tx.hall, ticket.id);
	const legs = await legsOf(tx.k, tx.hall, ticket.id);
	const calls = await callsOf(tx.k, tx.hall, ticket.id);
	return {
		ticket: ticketFacts(ticket),
		legs: legs.map(legFacts),
		calls,
		ledger: [...(issued ? [issued] : []), ...lines].map(lineFacts)
	};
}

/** Neither token nor hash of a person: evidence is read by many. */
function ticketFacts(ticket: TicketRow): object {
	const { id, number, day, queue, item, state, claim, lang, created_at, ended_at, reason, slot_at } = ticket;
	const times = { takenAt: created_at, endedAt: ended_at, slotAt: slot_at };
	return { id, number, day, queue, item, class: ticket.class, claim, lang, state, reason, ...times };
}

function legFacts(leg: LegRow): object {
	const { id, ordinal, queue, item, state, outcome, window, staff, misses, reason } = leg;
	const times = {
		enqueuedAt: leg.enqueued_at,
		calledAt: leg.called_at,
		startedAt: leg.started_at,
		endedAt: leg.ended_at
	};
	return { id, ordinal, queue, item, state, outcome, window, staff, misses, reason, parkedMs: leg.parked_ms, ...times };
}

function lineFacts({ seq, at, act, actor, window, queue, hash }: LedgerRow): object {
	return { seq, at, act, actor, window, queue, hash };
}
