import { actsDone } from '#db/cases.ts';
import type { Tx } from '#db/group.ts';
import type { CaseRow } from '#db/schema.ts';
import type { Hall } from '../hall.ts';
import type { Who } from '../people/who.ts';
import { refused, type Result } from '../result.ts';
import type { CasePerson } from '../rules/cases/standing.ts';
import { holdCase, takeCase, type HeldCase } from './held.ts';

/** An act of the kind: what is written with it, and by how many days it asks for or grants more time. */
export interface CaseActWish {
	act: string;
	text: string;
	days: number | null;
}

/** Does in a case what its stage allows: moves it on, notes something, extends it, closes it. */
export function actOnCase(hall: Hall, who: Who, id: number, wish: CaseActWish): Promise<Result<CaseRow>> {
	return hall.write(async (tx) => {
		const held = await holdCase(tx, id);
		return held ? actInCase(tx, hall, who, { held, wish }) : refused('case-unknown', String(id));
	});
}

/** The same within another verb; `person` where somebody acts in another way than by role, such as a visitor by the code. */
export async function actInCase(
	tx: Tx,
	hall: Hall,
	who: Who,
	{ held, wish, person }: { held: HeldCase; wish: CaseActWish; person?: CasePerson }
): Promise<Result<CaseRow & { line: number }>> {
	const done = await actsDone(tx.k, tx.hall, held.row.id);
	const action = { type: 'act', ...wish, done } as const;
	const name = closes(held, wish.act) ? 'case.closed' : 'case.moved';
	const body = wish.days === null ? {} : { days: wish.days };
	const note = { name, act: wish.act, text: wish.text, body };
	return takeCase(tx, hall, who, { held, action, note, ...(person ? { person } : {}) });
}

function closes({ row, kind }: HeldCase, act: string): boolean {
	return kind.stages[row.stage]?.acts[act]?.closes !== undefined;
}
