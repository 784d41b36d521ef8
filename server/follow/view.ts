import { caseByCode, historyOfCase } from '#db/cases.ts';
import type { CaseRow } from '#db/schema.ts';
import { goesOnAs } from '../cases/join.ts';
import { departmentName, deskName } from '../cases/line.ts';
import { actsRead } from '../cases/visitor.ts';
import { byTypedCode } from '../codes/guess.ts';
import type { Hall } from '../hall.ts';
import type { Who } from '../people/who.ts';
import { done, refused, type Result } from '../result.ts';
import { caseKind, caseNumber } from '../rules/cases/kinds.ts';
import { isConflict } from '../rules/cases/standing.ts';
import { allowedActs } from '../rules/cases/step.ts';
import { answerBy } from '../rules/cases/told.ts';
import { dayOf } from '../rules/day.ts';
import type { PublicCaseView, Text } from '../views.ts';
import { HOLDER } from './holder.ts';

/** Where visitors reach the page of a case. */
export function followLink(hall: Hall, code: string): string {
	return `${hall.origin}/c/${code}`;
}

/** A case for whoever has its code, but for a member of staff whom it concerns; refused where there is none, or somebody guesses too much. */
export async function followedCase(
	hall: Hall,
	who: Who,
	code: string,
	device: string | null = null
): Promise<Result<PublicCaseView>> {
	const find = (read: string): Promise<CaseRow | undefined> => caseByCode(hall.read, hall.id, read);
	const found = await byTypedCode(hall, who, { typed: { code, device }, unknown: 'code-unknown' }, find);
	if (!found.ok) return found;
	const { kind, concerned } = found.value;
	if (isConflict(caseKind(kind), concerned, who.staff ?? null)) return refused('conflict-of-interest');
	return done(await followed(hall, found.value));
}

/** What a code shows; undefined for nobody's. */
export async function publicCase(hall: Hall, code: string): Promise<PublicCaseView | undefined> {
	const row = await caseByCode(hall.read, hall.id, code);
	return row && followed(hall, row);
}

async function followed(hall: Hall, row: CaseRow): Promise<PublicCaseView> {
	const main = await goesOnAs({ k: hall.read, hall: hall.id }, row);
	const due = answerBy(main);
	const lapsing = caseKind(main.kind).stages[main.stage]?.lapses !== undefined;
	return {
		...{ code: row.code ?? '', number: caseNumber(row), kind: main.kind, openedAt: row.opened_at },
		...{ state: main.state, stage: main.stage, outcome: main.outcome },
		dueAt: due,
		dueDay: due === null ? null : dayOf(due, hall.setup.timeZone),
		overdue: due !== null && due < hall.clock.now() && !lapsing,
		answered: lapsing,
		reopened: main.reopened_at !== null,
		joined: row !== main,
		owner: main.owner,
		...placesOf(hall, main),
		answers: await answersTo(hall, row, main),
		contact: row.contact,
		told: row.told_at === null || row.told_way === null ? null : { at: row.told_at, way: row.told_way },
		may: row === main ? mayOf(main) : [],
		phone: hall.setup.file.hall.phone,
		ask: askAt(hall),
		link: followLink(hall, row.code ?? '')
	};
}

function placesOf(hall: Hall, { department, desk }: CaseRow): Pick<PublicCaseView, 'department' | 'desk'> {
	return {
		department: department === null ? null : departmentName(hall, department),
		desk: desk === null ? null : deskName(hall, desk)
	};
}

/** The main desk, and the way to it. */
function askAt(hall: Hall): Text | null {
	const { desks } = hall.setup.file;
	return (desks.find((one) => one.main) ?? desks[0])?.name ?? null;
}

/** What was written to the visitor, in the own case and in those in which it goes on, as it came. */
async function answersTo(hall: Hall, row: CaseRow, main: CaseRow): Promise<PublicCaseView['answers']> {
	const own = row === main ? [] : await answersIn(hall, row);
	return [...own, ...(await answersIn(hall, main))].toSorted((a, b) => a.at - b.at);
}

/** The texts that the acts of the kind write to the visitor; an empty one is none. */
async function answersIn(hall: Hall, row: CaseRow): Promise<PublicCaseView['answers']> {
	const read = actsRead(caseKind(row.kind));
	const history = await historyOfCase(hall.read, hall.id, row.id);
	return history
		.filter((line) => read.has(line.act) && line.text !== '')
		.map(({ at, act, text }) => ({ at, act, text }));
}

function mayOf(row: CaseRow): PublicCaseView['may'] {
	const acts = allowedActs(caseKind(row.kind), row, HOLDER);
	return acts.map(([act, { text = 'none', closes }]) => ({ act, text, closes: closes !== undefined }));
}
