import { getCase } from '#db/cases.ts';
import type { Tx } from '#db/group.ts';
import type { CaseRow, ToldWay } from '#db/schema.ts';
import type { Hall } from '../hall.ts';
import type { Who } from '../people/who.ts';
import { done, refused, type Result } from '../result.ts';
import { mayHand } from '../rules/cases/hand.ts';
import { personIn } from './asker.ts';
import { holdCase, keepCase, takeCase, type HeldCase } from './held.ts';
import { seesCase } from './sees.ts';

/**
 * Joins a case to another that is about the same matter: it ends as `joined`, and its code goes on to show the other one.
 * Both have to be such as visitors follow, and seen by who joins them.
 */
export function joinCase(hall: Hall, who: Who, id: number, wish: { to: number }): Promise<Result<CaseRow>> {
	return hall.write(async (tx) => {
		const held = await seen(tx, hall, who, id);
		const main = await seen(tx, hall, who, wish.to);
		if (!held || !main) return refused('case-unknown', String(held ? wish.to : id));
		if (!held.kind.coded || !main.kind.coded) return refused('not-joinable', String(wish.to));
		const note = { name: 'case.joined', act: 'joined', body: { to: main.row.id } };
		return takeCase(tx, hall, who, { held, action: { type: 'join', to: main.row }, note });
	});
}

/** Notes that the visitor of a case has been told what came of it, and how; of a joined case by whoever answers for the main one. */
export function tellCase(hall: Hall, who: Who, id: number, wish: { way: ToldWay }): Promise<Result<CaseRow>> {
	return hall.write(async (tx) => {
		const held = await seen(tx, hall, who, id);
		if (!held) return refused('case-unknown', String(id));
		const main = await goesOnAs(tx, held.row);
		if (!mayHand(held.kind, main, personIn(hall, who))) return refused('not-your-case', main.owner);
		return done(await noteTold(tx, hall, who, { row: held.row, way: wish.way }));
	});
}

/** Writes that the visitor was told. */
export function noteTold(tx: Tx, hall: Hall, who: Who, { row, way }: { row: CaseRow; way: ToldWay }): Promise<CaseRow> {
	const after = { ...row, told_at: hall.clock.now(), told_way: way };
	const note = { name: 'case.visitor-told', act: 'visitor-told', body: { way } };
	return keepCase(tx, hall, who, { before: row, after, note });
}

/** Where cases are read: within a verb or outside of one. */
type K = Pick<Tx, 'k' | 'hall'> | { k: Hall['read']; hall: number };

/** The case in which the matter of a case goes on: itself, or the one that it was joined to, as far as that leads. */
export async function goesOnAs({ k, hall }: K, row: CaseRow): Promise<CaseRow> {
	let main = row;
	while (main.joined_to !== null) {
		const next = await getCase(k, hall, main.joined_to);
		if (!next) throw new Error(`case ${String(main.id)} is joined to none`);
		main = next;
	}
	return main;
}

async function seen(tx: Tx, hall: Hall, who: Who, id: number): Promise<HeldCase | undefined> {
	const held = await holdCase(tx, id);
	return held && seesCase(hall, who, held.row) ? held : undefined;
}
