import { casesJoinedTo, historyOfCase } from '#db/cases.ts';
import type { Tx } from '#db/group.ts';
import type { CaseRow } from '#db/schema.ts';
import type { Hall } from '../hall.ts';
import type { Who } from '../people/who.ts';
import { refused, type Refused, type Result } from '../result.ts';
import { doneFor } from '../rules/cases/begun.ts';
import type { CaseAct } from '../rules/cases/kind.ts';
import type { CasePerson } from '../rules/cases/standing.ts';
import { stepCase } from '../rules/cases/step.ts';
import { barredWording, type Written } from '../wording/written.ts';
import { personIn } from './asker.ts';
import { holdCase, keepCase, timeFor, type HeldCase } from './held.ts';
import { seesCase } from './sees.ts';

/** An act of the kind: what is written with it, and by how many days it asks for or grants more time. */
export interface CaseActWish {
	act: string;
	text: string;
	days: number | null;
	/** sent as it is, whatever wording is found in it */
	override?: boolean;
}

/** Does in a case what its stage allows: moves it on, notes something, extends it, closes it. For who may not see it there is none. */
export function actOnCase(hall: Hall, who: Who, id: number, wish: CaseActWish): Promise<Result<CaseRow>> {
	return hall.write(async (tx) => {
		const held = await holdCase(tx, id);
		if (!held || !seesCase(hall, who, held.row)) return refused('case-unknown', String(id));
		return actInCase(tx, hall, who, { held, wish });
	});
}

/** The same of a case at hand; `person`: as whom, where that is not who asks but who has its code. */
export async function actInCase(
	tx: Tx,
	hall: Hall,
	who: Who,
	{ held, wish, person = personIn(hall, who) }: { held: HeldCase; wish: CaseActWish; person?: CasePerson }
): Promise<Result<CaseRow>> {
	const { row, kind } = held;
	const { act, text, days } = wish;
	const data = kind.stages[row.stage]?.acts[act];
	const action = { type: 'act', act, text, days, done: await doneBefore(tx, held, data) } as const;
	const stepped = stepCase(kind, row, { action, person }, timeFor(hall, kind));
	if (!stepped.ok) return refused(stepped.refusal, stepped.detail);
	const barred = await barredAct(tx, hall, who, { row, wish, data });
	if (barred) return barred;
	const name = data?.closes === undefined ? 'case.moved' : 'case.closed';
	const note = { name, act, text, body: days === null ? {} : { days } };
	const kept = await keepCase(tx, hall, who, { before: row, after: stepped.row, note });
	return { ok: true, value: kept };
}

/** What an act that comes after others has to know; nothing for any other one. */
async function doneBefore(tx: Tx, { kind, row }: HeldCase, act: CaseAct | undefined): Promise<Record<string, number>> {
	if (!act?.after) return {};
	const history = await historyOfCase(tx.k, tx.hall, row.id);
	return doneFor(
		kind,
		act,
		history.map((line) => line.act)
	);
}

/** What others have said as well goes on for them, whoever takes the own words back; and what a visitor reads is checked. */
async function barredAct(
	tx: Tx,
	hall: Hall,
	who: Who,
	{ row, wish, data }: { row: CaseRow; wish: CaseActWish; data: CaseAct | undefined }
): Promise<Refused | undefined> {
	const withdrawn = data?.closes === 'withdrawn';
	if (withdrawn && (await casesJoinedTo(tx.k, tx.hall, row.id)).length > 0) return refused('case-shared');
	return data?.read ? barredWording(tx, hall, who, writtenIn(row, wish)) : undefined;
}

/** A text that a visitor will read, for the check of its wording. */
function writtenIn(row: CaseRow, { act, text, override = false }: CaseActWish): Written {
	return { kind: `${row.kind}.${act}`, texts: [text], override, window: row.window, ticket: row.ticket };
}
