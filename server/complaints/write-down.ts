import { getCase } from '#db/cases.ts';
import type { Tx } from '#db/group.ts';
import type { CaseRow } from '#db/schema.ts';
import { bindEvidence } from '../cases/evidence.ts';
import { noteCase } from '../cases/held.ts';
import { printReceipt, type ReceiptAt } from '../follow/receipt.ts';
import { serviceFacts } from '../cases/service.ts';
import type { Hall } from '../hall.ts';
import type { Who } from '../people/who.ts';
import { done, refused, type Result } from '../result.ts';
import { aboutOf, type About } from './service.ts';
import { openComplaint, type ComplaintWish } from './take.ts';

/** What somebody at a desk or window takes down for a visitor. */
export interface TakenWish extends ComplaintWish {
	/** the visitor has been told until when, and how to ask (0.14) */
	told: boolean;
	/** the same visitor has said the same before: it is added to that case, and no other is made */
	same: number | null;
}

/**
 * Takes a complaint at a desk or a window. It counts as taken only when the visitor has been told until when it is
 * answered and how to ask, and both are printed with it.
 */
export function takeComplaint(hall: Hall, who: Who, wish: TakenWish): Promise<Result<CaseRow>> {
	return hall.write(async (tx) => {
		if (!wish.told) return refused('tell-first');
		const taken = wish.same === null ? await openComplaint(tx, hall, who, wish) : await sayAgain(tx, hall, who, wish);
		if (taken.ok) await printReceipt(tx, hall, who, { row: taken.value, at: placeOf(hall, who) });
		return taken;
	});
}

/** The words of today are added to the case that is open already, with the facts of a service that it does not know yet. */
async function sayAgain(tx: Tx, hall: Hall, who: Who, wish: TakenWish): Promise<Result<CaseRow>> {
	const row = await getCase(tx.k, tx.hall, wish.same ?? 0);
	if (row?.kind !== wish.kind || wish.kind === 'petition') return refused('case-unknown', String(wish.same));
	if (row.state !== 'open') return refused('case-closed', String(wish.same));
	const text = wish.text.trim();
	if (text === '') return refused('text-needed', 'text');
	const about = await aboutOf(tx, hall, wish);
	if ('ok' in about) return about;
	await noteCase(tx, hall, who, { row, note: { name: 'case.said-again', act: 'said-again', text } });
	await bindService(tx, hall, who, { row, about });
	return done(row);
}

async function bindService(
	tx: Tx,
	hall: Hall,
	who: Who,
	{ row, about: { ticket, leg, window } }: { row: CaseRow; about: About }
): Promise<void> {
	if (ticket === null || ticket === row.ticket) return;
	const more = await serviceFacts(tx, { ticket, leg });
	await bindEvidence(tx, hall, who, { row: { ...row, ticket, leg, window }, more });
}

/** The slip comes out beside the window, else where the desk of whoever takes it stands. */
function placeOf(hall: Hall, who: Who): ReceiptAt {
	const desk = hall.setup.staff.get(who.staff ?? '')?.desk;
	return { window: who.window ?? null, zone: hall.setup.file.desks.find(({ code }) => code === desk)?.zone ?? null };
}
