import type { Tx } from '#db/group.ts';
import { addReferral, referralByIntent } from '#db/questions.ts';
import type { ReferralRow } from '#db/schema.ts';
import { addSlip } from '#db/slips.ts';
import { today, type Hall } from '../hall.ts';
import type { Who } from '../people/who.ts';
import { done, refused, type Result } from '../result.ts';
import { blankReferral, lackingIn, withWritten, type ReferralFacts, type ReferralField } from '../rules/referral.ts';
import { newToken } from '../tickets/token.ts';
import { barredWording } from '../wording/written.ts';
import { referralFor } from './facts.ts';
import { printersOf } from './printers.ts';

/** Where somebody is to be sent: what a thing of the base or the hall file says, and what is written in its place. */
export interface ReferralWish {
	/** key of an entry or a thing; null where all is written by hand */
	key: string | null;
	/** in place of what is known; what is left out stays */
	written: Partial<Record<ReferralField, string>>;
	/** what it is about; empty where the thing says so */
	title: string;
	lang: string;
	print: boolean;
	/** sent as it is, whatever wording is found in it */
	override: boolean;
	intent: string;
}

/** 指引单: tells where, whom, telephone, hours, how to get there and what to bring; printed, and a page for the phone (G-03, P-03). */
export function giveReferral(hall: Hall, who: Who, wish: ReferralWish): Promise<Result<ReferralRow>> {
	return hall.write((tx) => referIn(tx, hall, who, { wish, case: null }));
}

/** The same within a verb, for a question that was kept; place and way are always needed. */
export async function referIn(
	tx: Tx,
	hall: Hall,
	who: Who,
	{ wish, case: of }: { wish: ReferralWish; case: number | null }
): Promise<Result<ReferralRow>> {
	const known = await referralByIntent(tx.k, tx.hall, wish.intent);
	if (known) return done(known);
	const base = wish.key === null ? blankReferral() : await referralFor(hall, who, wish.key);
	if (!base) return refused('knowledge-unknown', wish.key ?? '');
	const facts = withWritten(base, wish.written, wish.title);
	const lacking = lackingIn(facts);
	if (lacking.length > 0) return refused('referral-incomplete', lacking.join(', '));
	const texts = [wish.title, ...Object.values(wish.written)];
	const said = { kind: 'referral', texts, override: wish.override, window: who.window ?? null, ticket: null };
	const barred = await barredWording(tx, hall, who, said);
	return barred ?? done(await add(tx, hall, who, { wish, facts, of }));
}

async function add(
	tx: Tx,
	hall: Hall,
	who: Who,
	{ wish, facts, of }: { wish: ReferralWish; facts: ReferralFacts; of: number | null }
): Promise<ReferralRow> {
	const [at, day] = [hall.clock.now(), today(hall)];
	const place = { ticket: null, window: null, queue: null };
	const body = { subject: wish.key, case: of ?? undefined, printed: wish.print };
	const id = await tx.note({ at, day, act: 'referral.given', actor: who.name, ...place, body });
	const row: ReferralRow = {
		...{ hall: tx.hall, id, day, at, staff: who.staff ?? null, case: of, subject: wish.key },
		...{ place: facts.place.zh, way: facts.way.zh, body: JSON.stringify(facts), lang: wish.lang },
		...{ token: newToken(id), intent: wish.intent }
	};
	await addReferral(tx.k, row);
	if (wish.print) await print(tx, hall, who, row);
	return row;
}

async function print(tx: Tx, hall: Hall, who: Who, { hall: of, id, day, at }: ReferralRow): Promise<void> {
	const group = printersOf(hall, who);
	if (group === null) return;
	const fresh = { printer: null, state: 'queued', attempts: 0, reprint_of: null, reason: null } as const;
	const body = JSON.stringify({ referral: id });
	await addSlip(tx.k, {
		...fresh,
		hall: of,
		id,
		day,
		kind: 'referral',
		ticket: null,
		group,
		body,
		created_at: at,
		changed_at: at
	});
}
