import { caseByIntent } from '#db/cases.ts';
import type { OpinionRow } from '#db/schema.ts';
import type { Hall } from '../hall.ts';
import { answerBy } from '../rules/cases/told.ts';
import { dayOf } from '../rules/day.ts';
import { codeText } from '../rules/visitor-code.ts';

/** What the visitor is told of the case that a complaint became: its code, in fours, and the day until which it is answered. */
export interface OpinionCase {
	code: string;
	day: string | null;
}

/** The case of a complaint that was taken down; null for any other opinion, and where nobody could look into it. */
export async function caseOfOpinion(hall: Hall, { kind, intent }: OpinionRow): Promise<OpinionCase | null> {
	const row = kind === 'complaint' ? await caseByIntent(hall.read, hall.id, intent) : undefined;
	if (row?.code == null) return null;
	const by = answerBy(row);
	return { code: codeText(row.code), day: by === null ? null : dayOf(by, hall.setup.timeZone) };
}
