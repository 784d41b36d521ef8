import { actsDone, caseByCode, historyOfCase } from '#db/cases.ts';
import type { Tx } from '#db/group.ts';
import type { CaseRow } from '#db/schema.ts';
import { actInCase } from '../cases/act.ts';
import { holdCase, type HeldCase } from '../cases/held.ts';
import { noteTold } from '../cases/join.ts';
import { byTypedCode } from '../codes/guess.ts';
import type { Hall } from '../hall.ts';
import type { Who } from '../people/who.ts';
import { done, refused, type Refused, type Result } from '../result.ts';
import { caseKind } from '../rules/cases/kinds.ts';
import { HOLDER } from './holder.ts';
import { publicCase } from './view.ts';

/** So often one thing is done in a case by its code: who has more to say is heard at the desk. */
const MOST = 20;

/** What the visitor does in the own case: is satisfied or not, adds a word, withdraws. */
export interface CodeWish {
	act: string;
	text: string;
	device?: string | null;
}

/** Does in a case what its kind lets a visitor do who has its code. In a joined case nothing: the other one goes on. */
export async function actByCode(hall: Hall, who: Who, code: string, wish: CodeWish): Promise<Result<CaseRow>> {
	const typed = { code, device: wish.device ?? null };
	const find = (read: string): Promise<CaseRow | undefined> => caseByCode(hall.read, hall.id, read);
	const found = await byTypedCode(hall, who, { typed, unknown: 'code-unknown' }, find);
	if (!found.ok) return found;
	const party = barredParty(who, found.value);
	if (party) return party;
	return hall.write(async (tx) => {
		const held = await holdCase(tx, found.value.id);
		if (!held) return refused('code-unknown');
		const said = await saidBefore(tx, held, wish);
		if (said) return said;
		const { act, text } = wish;
		return actInCase(tx, hall, who, { held, wish: { act, text, days: null }, person: HOLDER });
	});
}

/** Who answers for a case of an impartial kind, or whom it concerns, is not the one who is satisfied with it. */
function barredParty({ staff }: Who, { kind, owner, concerned }: CaseRow): Refused | undefined {
	if (staff === undefined || !caseKind(kind).impartial) return undefined;
	if (staff === concerned) return refused('conflict-of-interest');
	return staff === owner ? refused('not-allowed', 'visitor') : undefined;
}

/** What is sent twice by one press is done once, and what is sent again and again is not taken. */
async function saidBefore(
	tx: Tx,
	{ row, kind }: HeldCase,
	{ act, text }: CodeWish
): Promise<Result<CaseRow> | undefined> {
	if (((await actsDone(tx.k, tx.hall, row.id))[act] ?? 0) >= MOST) return refused('too-many-tries');
	const stays = kind.stages[row.stage]?.acts[act]?.to === null;
	if (row.state === 'closed' || !stays) return undefined;
	const last = (await historyOfCase(tx.k, tx.hall, row.id)).at(-1);
	return last?.act === act && last.text === text ? done(row) : undefined;
}

/** Notes that the answer has been read on the page of the case, when it had not been told before. */
export async function noteRead(hall: Hall, who: Who, code: string): Promise<void> {
	const view = await publicCase(hall, code);
	const last = view?.answers.at(-1);
	if (!last || (view?.told && view.told.at >= last.at)) return;
	await hall.write(async (tx) => {
		const row = await caseByCode(tx.k, tx.hall, code);
		if (row && (row.told_at ?? 0) < last.at) await noteTold(tx, hall, who, { row, way: 'page' });
	});
}
