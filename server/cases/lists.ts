import { openCases, openCasesOf, openCasesWith, overdueCases } from '#db/case-lists.ts';
import { newestLine } from '#db/ledger.ts';
import type { CaseRow } from '#db/schema.ts';
import type { Hall } from '../hall.ts';
import { isAllowed } from '../people/access.ts';
import type { Who } from '../people/who.ts';
import { isOfferedTo } from '../rules/cases/hand.ts';
import { caseKind, CASE_KINDS } from '../rules/cases/kinds.ts';
import type { CaseList, CasesView } from '../views.ts';
import { handOf, personIn } from './asker.ts';
import { isOverdue, lineOf } from './line.ts';
import { seesAll, seesCase } from './sees.ts';

/** So many cases stand on one page. */
const MOST = 200;

const LISTS: readonly string[] = ['mine', 'offered', 'department', 'overdue', 'all'] satisfies CaseList[];

export function isCaseList(word: string): word is CaseList {
	return LISTS.includes(word);
}

/** Whether the word is the code of a kind of case. */
export function isCaseKind(word: string): boolean {
	return CASE_KINDS.some(({ code }) => code === word);
}

type Lists = Record<Exclude<CaseList, 'all'>, CaseRow[]>;

/** One list of cases for a member of staff, of one kind or of all; empty where the person may not see it. */
export async function casesView(hall: Hall, who: Who, list: CaseList, kind: string | null = null): Promise<CasesView> {
	const lists = await listsOf(hall, who);
	const rows = list === 'all' ? await allOpen(hall, who, kind) : lists[list];
	const shown = kind === null ? rows : rows.filter((row) => row.kind === kind);
	const reads = wholeKinds(hall, who).length > 0;
	return {
		seq: await newestLine(hall.read, hall.id),
		hall: hall.setup.file.hall.name,
		staff: { no: who.staff ?? '', role: who.role, oversees: isAllowed(hall, who, 'case:oversee'), reads },
		timeZone: hall.setup.timeZone,
		list,
		kind,
		kinds: kindsFor(hall, who),
		cases: await Promise.all(shown.slice(0, MOST).map((row) => lineOf(hall, row))),
		counts: {
			mine: lists.mine.length,
			offered: lists.offered.length,
			overdue: lists.overdue.length,
			department: departmentOf(hall, who) === null ? null : lists.department.length
		}
	};
}

async function listsOf(hall: Hall, who: Who): Promise<Lists> {
	const found = who.staff === undefined ? [] : await openCasesOf(hall.read, handOf(hall, who.staff));
	const own = found.filter((row) => seesCase(hall, who, row));
	const person = personIn(hall, who);
	return {
		mine: own.filter((row) => !isOfferedTo(row, person)),
		offered: own.filter((row) => isOfferedTo(row, person)),
		department: await withDepartment(hall, who),
		overdue: await overdue(hall, who, own)
	};
}

/** Those of the whole hall for who watches it, else the person's own. */
async function overdue(hall: Hall, who: Who, own: CaseRow[]): Promise<CaseRow[]> {
	const at = hall.clock.now();
	if (!isAllowed(hall, who, 'case:read-any')) return own.filter((row) => isOverdue(row, at));
	const rows = await overdueCases(hall.read, { hall: hall.id, at, most: MOST });
	return rows.filter((row) => seesCase(hall, who, row));
}

/** The department whose cases a liaison sees; null for everybody else. */
function departmentOf(hall: Hall, who: Who): string | null {
	return who.role === 'liaison' ? (hall.setup.staff.get(who.staff ?? '')?.department ?? null) : null;
}

async function withDepartment(hall: Hall, who: Who): Promise<CaseRow[]> {
	const department = departmentOf(hall, who);
	if (department === null) return [];
	const kinds = CASE_KINDS.filter(({ liaison }) => liaison === true).map(({ code }) => code);
	const rows = await openCasesWith(hall.read, { hall: hall.id, department, kinds, most: MOST });
	return rows.filter((row) => seesCase(hall, who, row));
}

/** Every open case for who watches the hall; of single kinds for who sees those. */
async function allOpen(hall: Hall, who: Who, kind: string | null): Promise<CaseRow[]> {
	const wanted = kind === null ? wholeKinds(hall, who) : [kind].filter((one) => seesAll(hall, who, caseKind(one)));
	const whole = kind === null && isAllowed(hall, who, 'case:read-any');
	const reads = whole ? [null] : wanted;
	const found = await Promise.all(reads.map((one) => openCases(hall.read, { hall: hall.id, kind: one, most: MOST })));
	const rows = found.flat().filter((row) => seesCase(hall, who, row));
	return rows.toSorted((a, b) => (a.due_at ?? Infinity) - (b.due_at ?? Infinity) || a.id - b.id);
}

/** The kinds of which this person sees every case. */
function wholeKinds(hall: Hall, who: Who): string[] {
	return CASE_KINDS.filter((kind) => seesAll(hall, who, kind)).map(({ code }) => code);
}

/** The kinds a list can be filtered by: those the person may own, and those seen whole. */
function kindsFor(hall: Hall, who: Who): string[] {
	const may = CASE_KINDS.filter((kind) => kind.roles.some((role) => role === who.role) || seesAll(hall, who, kind));
	return may.map(({ code }) => code);
}
