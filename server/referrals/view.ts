import { getReferral } from '#db/questions.ts';
import type { ReferralRow, SlipRow } from '#db/schema.ts';
import { langOf, paperLangOf, textIn, words } from '#display/words/index.ts';
import type { SlipLine } from '#printer/slips/lines.ts';
import { referralSlip } from '#printer/slips/referral.ts';
import type { Hall } from '../hall.ts';
import { localText } from '../rules/day.ts';
import { REFERRAL_FIELDS, type ReferralFacts } from '../rules/referral.ts';
import { designOf } from '../slips/design.ts';
import { idOfToken, isOwner } from '../tickets/token.ts';
import type { ReferralView } from '../views.ts';

/** A referral for whoever has its token; it says nothing of a person. */
export async function referralView(hall: Hall, token: string): Promise<ReferralView | undefined> {
	const row = await getReferral(hall.read, hall.id, idOfToken(token) ?? 0);
	return row && isOwner(row, token) ? viewOf(hall, row) : undefined;
}

/** A referral as it is told. */
export function viewOf(hall: Hall, row: ReferralRow): ReferralView {
	const { title, ...facts } = factsIn(row);
	return {
		token: row.token,
		link: linkOf(hall, row),
		title,
		facts: REFERRAL_FIELDS.filter((field) => facts[field].zh !== '').map((field) => ({ field, text: facts[field] })),
		at: row.at,
		staff: row.staff
	};
}

/** The slip, in the language in which the visitor reads, as far as paper has its letters. */
export async function referralLines(hall: Hall, slip: SlipRow, columns: number): Promise<SlipLine[]> {
	const { referral: id } = JSON.parse(slip.body) as { referral: number };
	const row = await getReferral(hall.read, hall.id, id);
	if (!row) throw new Error(`slip ${String(slip.id)} is of no referral`);
	const lang = paperLangOf(langOf(row.lang));
	const w = words(lang).questions;
	const { title, facts } = viewOf(hall, row);
	const told = {
		hall: textIn(lang, hall.setup.file.hall.name),
		title: textIn(lang, title),
		facts: facts.map(({ field, text }) => ({ field, name: w.referral.fields[field], text: textIn(lang, text) })),
		staff: row.staff,
		at: localText(row.at, hall.setup.timeZone),
		link: linkOf(hall, row),
		reprint: slip.reprint_of !== null
	};
	return referralSlip(told, w.referral.slip, columns, designOf(hall, 'referral', lang));
}

/** Where a phone reads it. */
function linkOf(hall: Hall, { token }: Pick<ReferralRow, 'token'>): string {
	return `${hall.origin}/r/${token}`;
}

/** What a referral tells, as it was known when it was given. */
export function factsIn(row: ReferralRow): ReferralFacts {
	return JSON.parse(row.body) as ReferralFacts;
}
