import { caseByIntent, historyOfCase } from '#db/cases.ts';
import { getComplaint } from '#db/complaints.ts';
import type { Tx } from '#db/group.ts';
import type { CaseRow } from '#db/schema.ts';
import { personIn } from '../cases/asker.ts';
import { bindEvidence } from '../cases/evidence.ts';
import { holdCase, keepCase, noteCase, timeFor, type HeldCase } from '../cases/held.ts';
import { printReceipt, type ReceiptAt } from '../follow/receipt.ts';
import { serviceFacts } from '../cases/service.ts';
import type { Hall } from '../hall.ts';
import type { Who } from '../people/who.ts';
import { done, refused, type Result } from '../result.ts';
import { isConflict } from '../rules/cases/standing.ts';
import { stepCase } from '../rules/cases/step.ts';
import { phoneHash } from './same.ts';
import { aboutOf, type About } from './service.ts';
import { openComplaint, type ComplaintWish } from './take.ts';

/** What somebody at a desk or window takes down for a visitor. */
export interface TakenWish extends ComplaintWish {
	/** the visitor has been told until when, and how to ask (0.14) */
	told: boolean;
	/** the open case in which the same was said before */
	same: number | null;
}

/**
 * Takes a complaint at a desk or a window. It counts as taken only when the visitor has been told until when it is
 * answered and how to ask, and both are printed with it. Sent again, the same wish is taken and printed once.
 */
export function takeComplaint(hall: Hall, who: Who, wish: TakenWish): Promise<Result<CaseRow>> {
	return hall.write(async (tx) => {
		if (!wish.told) return refused('tell-first');
		const known = await caseByIntent(tx.k, tx.hall, wish.intent);
		if (known) return done(known);
		const taken = wish.same === null ? await openComplaint(tx, hall, who, wish) : await takeSame(tx, hall, who, wish);
		if (taken.ok) await printReceipt(tx, hall, who, { row: taken.value, at: placeOf(hall, who) });
		return taken;
	});
}

/**
 * What has been said before. By the same visitor, by number or telephone, it is added to that case. Anybody else has a
 * case and a code of the own, joined to it at once: a code is never given to another visitor (C-04).
 */
async function takeSame(tx: Tx, hall: Hall, who: Who, wish: TakenWish): Promise<Result<CaseRow>> {
	const main = await holdCase(tx, wish.same ?? 0);
	if (main?.row.kind !== wish.kind || wish.kind === 'petition') return refused('case-unknown', String(wish.same));
	if (main.row.state !== 'open') return refused('case-closed', String(wish.same));
	const about = await aboutOf(tx, hall, wish);
	if ('ok' in about) return about;
	const adds = (await isSameVisitor(tx, hall, main, wish)) && mayAdd(main, who, about);
	return adds ? sayAgain(tx, hall, who, { row: main.row, about, wish }) : joinNew(tx, hall, who, { main, wish });
}

/** One number is one visitor, and so is one telephone. */
async function isSameVisitor(tx: Tx, hall: Hall, { row }: HeldCase, { ticket, phone }: TakenWish): Promise<boolean> {
	const record = await getComplaint(tx.k, tx.hall, row.id);
	if (ticket !== null && ticket === record?.ticket) return true;
	const hash = phoneHash(hall, phone);
	return hash !== null && hash === record?.phone_hash;
}

/** Nobody writes in a case about himself, and what is about somebody goes to no case that this person may own. */
function mayAdd({ kind, row }: HeldCase, who: Who, { staff }: About): boolean {
	const elsewhere = staff !== null && staff !== row.concerned;
	return !elsewhere && !isConflict(kind, row.concerned, who.staff ?? null);
}

/** A case of its own that is joined at once, as far as the rule lets it: else its owner decides. */
async function joinNew(
	tx: Tx,
	hall: Hall,
	who: Who,
	{ main, wish }: { main: HeldCase; wish: TakenWish }
): Promise<Result<CaseRow>> {
	const opened = await openComplaint(tx, hall, who, wish);
	if (!opened.ok) return opened;
	const { kind } = main;
	const row = opened.value;
	// Whoever listens sees that it is the same, and need not answer for it.
	const person = { ...personIn(hall, who), oversees: true };
	const stepped = stepCase(kind, row, { action: { type: 'join', to: main.row }, person }, timeFor(hall, kind));
	if (!stepped.ok) return opened;
	const note = { name: 'case.joined', act: 'joined', body: { to: main.row.id } };
	return done(await keepCase(tx, hall, who, { before: row, after: stepped.row, note }));
}

/** The words of today are added to the case that is open already, with the facts of a service that it does not know yet. */
async function sayAgain(
	tx: Tx,
	hall: Hall,
	who: Who,
	{ row, about, wish }: { row: CaseRow; about: About; wish: TakenWish }
): Promise<Result<CaseRow>> {
	const text = wish.text.trim();
	if (text === '') return refused('text-needed', 'text');
	const last = (await historyOfCase(tx.k, tx.hall, row.id)).findLast(({ act }) => act === 'said-again');
	if (last?.text === text && last.actor === who.name) return done(row);
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
