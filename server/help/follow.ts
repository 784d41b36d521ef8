import { getHelp, saveHelp } from '#db/help.ts';
import type { Tx } from '#db/group.ts';
import type { CaseRow, HelpRow } from '#db/schema.ts';
import { today, type Hall } from '../hall.ts';
import { HELP } from '../rules/cases/help.ts';

/**
 * Keeps a call for help in step with its case, by whatever way somebody acts on that: who is coming, that somebody is there,
 * that it is over. A call never rings on whose case is closed.
 */
export async function followHelp(
	tx: Tx,
	hall: Hall,
	{ before, after }: { before: CaseRow; after: CaseRow }
): Promise<void> {
	const row = after.kind === HELP.code ? await getHelp(tx.k, tx.hall, after.id) : undefined;
	if (!row || row.ended_at !== null) return;
	const now = { ...row, ...movedBy(row, after, hall.clock.now()) };
	if (now.ended_at === null && now.coming_by === row.coming_by) return;
	await saveHelp(tx.k, now);
	const act = now.ended_at === null ? 'help.coming' : 'help.ended';
	const by = after.owner === before.owner && after.outcome !== 'helped' ? {} : { by: after.owner };
	await noteHelp(tx, hall, { row: now, act, body: { ...by, ...(after.outcome !== null && { how: after.outcome }) } });
}

type Moves = Partial<Pick<HelpRow, 'coming_by' | 'coming_at' | 'there_at' | 'ended_at'>>;

function movedBy({ coming_at: since }: HelpRow, { state, stage, outcome, owner }: CaseRow, at: number): Moves {
	const gone = { coming_by: owner, coming_at: since ?? at };
	if (state !== 'closed') return stage === HELP.first ? {} : gone;
	return outcome === 'helped' ? { ...gone, there_at: at, ended_at: at } : { ended_at: at };
}

/** A line of the ledger by which desks, and the page of whoever called, look again. */
export async function noteHelp(
	tx: Tx,
	hall: Hall,
	{ row, act, body }: { row: HelpRow; act: string; body: object }
): Promise<void> {
	const of = { ticket: row.ticket, window: null, queue: null };
	const line = { at: hall.clock.now(), day: today(hall), act, actor: 'system', ...of };
	await tx.note({ ...line, body: { case: row.case, ...body } });
}
