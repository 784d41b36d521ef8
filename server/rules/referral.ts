/** What a referral has to say: nobody is sent away without a place, and how to get there (G-03, P-03). */

/** In the languages of the hall file. */
interface Text {
	zh: string;
	en: string;
}

export const REFERRAL_FIELDS = ['place', 'who', 'phone', 'hours', 'way', 'bring', 'more'] as const;
export type ReferralField = (typeof REFERRAL_FIELDS)[number];

/** Where to go, whom to ask for, and what else is good to know; a field that is not known is empty. */
export type ReferralFacts = Record<ReferralField, Text> & { title: Text };

const NEEDED: readonly ReferralField[] = ['place', 'way'];

/** The fields that are needed and are not there; none when it may be handed over. */
export function lackingIn(facts: ReferralFacts): ReferralField[] {
	return NEEDED.filter((field) => facts[field].zh.trim() === '');
}

/** What was known of a thing, with what a person has written in its place. */
export function withWritten(
	known: ReferralFacts,
	written: Partial<Record<ReferralField, string>>,
	title: string
): ReferralFacts {
	const facts = { ...known, title: title === '' ? known.title : same(title) };
	for (const field of REFERRAL_FIELDS) {
		const text = written[field]?.trim();
		if (text !== undefined && text !== known[field].zh) facts[field] = same(text);
	}
	return facts;
}

export const NOTHING: Text = { zh: '', en: '' };

/** A referral of which nothing is known. */
export function blankReferral(): ReferralFacts {
	return {
		...{ title: NOTHING, place: NOTHING, who: NOTHING, phone: NOTHING },
		...{ hours: NOTHING, way: NOTHING, bring: NOTHING, more: NOTHING }
	};
}

/** What somebody has written stands as it is in every language. */
function same(text: string): Text {
	return { zh: text, en: text };
}
