import { complaintsSince, wordsOf } from '#db/complaints.ts';
import { getCase } from '#db/cases.ts';
import type { ComplaintKind, Tables } from '#db/schema.ts';
import type { Kysely } from 'kysely';
import { seesCase } from '../cases/sees.ts';
import { today, type Hall } from '../hall.ts';
import type { Who } from '../people/who.ts';
import { caseNumber } from '../rules/cases/kinds.ts';
import { alikeBecause } from '../rules/complaints.ts';
import { addDays } from '../rules/day.ts';
import { readPhone } from '../rules/mask.ts';
import type { SameComplaint } from '../views.ts';

/** So many of the newest are compared. */
const LOOKED_AT = 500;
/** And so many of those found are shown. */
const MOST = 5;

/** What is known while a complaint is still being taken. */
export interface Typed {
	kind: ComplaintKind;
	ticket: number | null;
	phone: string;
	department: string | null;
	staff: string | null;
	text: string;
}

/**
 * The complaints of the last weeks that may be the same (0.19), the most reasons first. Who may not see one is told its
 * number and how it stands, not what it says; of one about himself nobody is told at all.
 */
export async function sameComplaints(
	hall: Hall,
	who: Who,
	typed: Typed,
	k: Kysely<Tables> = hall.read
): Promise<SameComplaint[]> {
	const from = addDays(today(hall), -hall.setup.policies.complaints.sameWithinDays);
	const rows = await complaintsSince(k, { hall: hall.id, kind: typed.kind, from, most: LOOKED_AT });
	const said = await wordsOf(
		k,
		hall.id,
		rows.map(({ id }) => id)
	);
	const one = { ...typed, phoneHash: phoneHash(hall, typed.phone) };
	const found = rows
		.map((row) => {
			const { ticket, phone_hash, department, staff } = row;
			const other = { ticket, phoneHash: phone_hash, department, staff, text: said.get(row.id) ?? '' };
			return { row, because: alikeBecause(one, other) };
		})
		.filter(({ because }) => because.length > 0)
		.toSorted((a, b) => b.because.length - a.because.length || b.row.id - a.row.id);
	const shown: SameComplaint[] = [];
	for (const { row, because } of found) {
		const of = await getCase(k, hall.id, row.id);
		if (!of || shown.length === MOST || (of.concerned !== null && of.concerned === who.staff)) continue;
		const { id, state, stage, outcome, day } = of;
		const about = seesCase(hall, who, of) ? of.about : null;
		shown.push({ id, number: caseNumber(of), class: row.class, day, state, stage, outcome, about, because });
	}
	return shown;
}

/** What a telephone is compared by; null for none, or one that is none. */
export function phoneHash(hall: Hall, typed: string): string | null {
	const phone = typed === '' ? undefined : readPhone(typed);
	return phone === undefined ? null : hall.identities.phone({ hall: hall.id, phone });
}
