import { getCase } from '#db/cases.ts';
import { getComplaint, petitionFrom } from '#db/complaints.ts';
import { getNotice } from '#db/notices.ts';
import type { CaseRow } from '#db/schema.ts';
import { personIn } from '../cases/asker.ts';
import { departmentName } from '../cases/line.ts';
import type { Hall } from '../hall.ts';
import { saidIn } from '../notices/find.ts';
import { isAllowed } from '../people/access.ts';
import type { Who } from '../people/who.ts';
import { COMPLAINT } from '../rules/cases/complaint.ts';
import { caseKind, caseNumber } from '../rules/cases/kinds.ts';
import { mayHand } from '../rules/cases/hand.ts';
import type { ComplaintDetail } from '../views.ts';

/** What a case of this room is about; null for any other. The caller has asked whether this person may see it. */
export async function complaintDetail(hall: Hall, who: Who, row: CaseRow): Promise<ComplaintDetail | null> {
	const record = await getComplaint(hall.read, hall.id, row.id);
	if (!record) return null;
	const { kind, against, route, origin, staff, cause } = record;
	const became = row.outcome === 'petition' ? await petitionFrom(hall.read, hall.id, row.id) : undefined;
	return {
		...{ kind, class: record.class, against, route, origin, takenBy: record.taken_by, staff, cause },
		department: record.department === null ? null : departmentName(hall, record.department),
		notice: record.notice === null ? null : await noticeOf(hall, record.notice),
		from: await linkTo(hall, record.from_case),
		became: await linkTo(hall, became?.id ?? null),
		...mayDo(hall, who, { row, kind })
	};
}

/** What this person may do with it beside the acts of its case. */
function mayDo(
	hall: Hall,
	who: Who,
	{ row, kind }: { row: CaseRow; kind: ComplaintDetail['kind'] }
): Pick<ComplaintDetail, 'sorts' | 'petitions' | 'exports'> {
	const hands = row.state === 'open' && mayHand(caseKind(row.kind), row, personIn(hall, who));
	return {
		sorts: hands && kind !== 'petition',
		petitions: hands && kind === 'complaint' && MAY_TURN.has(row.stage),
		exports: isAllowed(hall, who, 'case:read-any')
	};
}

const MAY_TURN: ReadonlySet<string> = new Set(
	Object.entries(COMPLAINT.stages).flatMap(([stage, { acts }]) => ('to-petition' in acts ? [stage] : []))
);

async function linkTo(hall: Hall, id: number | null): Promise<ComplaintDetail['from']> {
	const row = id === null ? undefined : await getCase(hall.read, hall.id, id);
	return row ? { id: row.id, number: caseNumber(row) } : null;
}

async function noticeOf(hall: Hall, id: number): Promise<ComplaintDetail['notice']> {
	const row = await getNotice(hall.read, hall.id, id);
	if (!row) return null;
	const said = saidIn(row);
	if (said.kind === 'negative') return { code: row.code, what: said.what, basis: said.basis };
	if (said.kind === 'missing') return null;
	const all = (of: 'text' | 'basis'): string => said.grounds.map((ground) => ground[of].zh).join('；');
	return { code: row.code, what: all('text'), basis: all('basis') };
}
