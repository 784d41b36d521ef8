import { casesJoinedTo, historyOfCase } from '#db/cases.ts';
import type { CaseRow } from '#db/schema.ts';
import type { Hall } from '../hall.ts';
import type { Who } from '../people/who.ts';
import { mayHand } from '../rules/cases/hand.ts';
import type { CaseKind } from '../rules/cases/kind.ts';
import { caseKind, caseNumber } from '../rules/cases/kinds.ts';
import { isConflict } from '../rules/cases/standing.ts';
import { codeText } from '../rules/visitor-code.ts';
import type { CaseView } from '../views.ts';
import { personIn } from './asker.ts';
import { goesOnAs } from './join.ts';

/** What staff see of the visitor's side of a case: the code, how it was told, and the cases that were joined to it. */
export async function visitorSide(
	hall: Hall,
	who: Who,
	row: CaseRow
): Promise<Pick<CaseView, 'visitor' | 'joined' | 'can'>> {
	if (row.code === null) return { visitor: null, joined: [], can: [] };
	const { told_at: at, told_way: way, contact } = row;
	const told = at === null || way === null ? null : { at, way };
	return {
		visitor: { code: codeText(row.code), contact, told },
		joined: await joinedTo(hall, row),
		can: await canDo(hall, who, row)
	};
}

async function joinedTo(hall: Hall, row: CaseRow): Promise<CaseView['joined']> {
	const rows = await casesJoinedTo(hall.read, hall.id, row.id);
	const answered = rows.length === 0 ? null : await lastAnswer(hall, row);
	return rows.map((one) => ({
		id: one.id,
		number: caseNumber(one),
		contact: one.contact,
		told: answered !== null && one.told_at !== null && one.told_at >= answered
	}));
}

/** When something was written to the visitor last (ms); null before that. */
async function lastAnswer(hall: Hall, row: CaseRow): Promise<number | null> {
	const read = actsRead(caseKind(row.kind));
	const lines = await historyOfCase(hall.read, hall.id, row.id);
	return lines.findLast((line) => read.has(line.act))?.at ?? null;
}

/** The acts whose text a visitor reads. */
export function actsRead({ stages }: CaseKind): Set<string> {
	const acts = Object.values(stages).flatMap((stage) => Object.entries(stage.acts));
	return new Set(acts.filter(([, { read }]) => read === true).map(([act]) => act));
}

async function canDo(hall: Hall, who: Who, row: CaseRow): Promise<CaseView['can']> {
	const kind = caseKind(row.kind);
	const person = personIn(hall, who);
	if (isConflict(kind, row.concerned, person.staff) || !person.works) return [];
	const main = await goesOnAs({ k: hall.read, hall: hall.id }, row);
	const may: Record<CaseView['can'][number], boolean> = {
		join: row.state === 'open' && mayHand(kind, row, person),
		tell: mayHand(kind, main, person),
		receipt: true
	};
	return (Object.keys(may) as CaseView['can']).filter((one) => may[one]);
}
