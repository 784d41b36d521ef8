import type { Tx } from '#db/group.ts';
import { addPaper, openPaperOf, settlePaper } from '#db/rating-papers.ts';
import { ratingOf } from '#db/ratings.ts';
import type { LegRow, PaperState, RatingPaperRow } from '#db/schema.ts';
import { getLeg } from '#db/tickets.ts';
import { today, type Hall } from '../hall.ts';
import type { Who } from '../people/who.ts';
import { done, refused, type Refused, type Result } from '../result.ts';
import { agree, faultIn, notRateable, withoutFigures } from '../rules/rating.ts';
import { give, type Given } from './give.ts';
import { lastDayFor } from './view.ts';

/**
 * What one person reads from a paper form. The first entry waits; another person enters the same form again without seeing
 * it. Both the same, and the service is rated; else the form is void and begins anew. Neither is who served.
 */
export function enterPaper(
	hall: Hall,
	who: Who,
	id: number,
	given: Given
): Promise<Result<{ leg: number; state: PaperState }>> {
	return hall.write(async (tx) => {
		const leg = await getLeg(tx.k, tx.hall, id);
		if (!leg) return refused('not-served-yet', String(id));
		const barred = await barredFrom(tx, hall, who, { leg, given });
		if (barred) return barred;
		const first = await openPaperOf(tx.k, tx.hall, id);
		if (!first) return done({ leg: id, state: await keep(tx, hall, who, { leg, given }) });
		if (first.entered_by === who.name) return refused('same-person');
		return settle(tx, hall, who, { leg, first, given });
	});
}

async function barredFrom(
	tx: Tx,
	hall: Hall,
	who: Who,
	{ leg, given }: { leg: LegRow; given: Given }
): Promise<Refused | undefined> {
	if (who.staff !== undefined && who.staff === leg.staff) return refused('own-service');
	const rated = await ratingOf(tx.k, tx.hall, leg.id);
	const when = { today: today(hall), until: lastDayFor(hall, leg.day) };
	const late = notRateable(leg, rated?.grade ?? null, when);
	if (late) return refused(late);
	const fault = faultIn(given, given.phone);
	return fault === null ? undefined : refused(fault.refusal, fault.detail);
}

async function keep(tx: Tx, hall: Hall, who: Who, { leg, given }: { leg: LegRow; given: Given }): Promise<PaperState> {
	const id = await note(tx, hall, who, { leg, act: 'paper.entered' });
	const remark = given.remark === null ? null : withoutFigures(given.remark);
	const form = JSON.stringify({ ...given, remark, phone: markOf(hall, leg, given) });
	const of = { hall: tx.hall, id, leg: leg.id, ticket: leg.ticket, form };
	const by = { entered_by: who.name, entered_at: hall.clock.now(), settled_by: null, settled_at: null };
	await addPaper(tx.k, { ...of, ...by, state: 'entered' });
	return 'entered';
}

async function settle(
	tx: Tx,
	hall: Hall,
	who: Who,
	{ leg, first, given }: { leg: LegRow; first: RatingPaperRow; given: Given }
): Promise<Result<{ leg: number; state: PaperState }>> {
	const read = JSON.parse(first.form) as Given;
	const state = agree(read, given) && read.phone === markOf(hall, leg, given) ? 'agreed' : 'differs';
	await note(tx, hall, who, { leg, act: `paper.${state}` });
	const settled = { settled_by: who.name, settled_at: hall.clock.now() };
	await settlePaper(tx.k, { hall: tx.hall, id: first.id, state, ...settled });
	if (state === 'differs') return done({ leg: leg.id, state });
	// A remark is written off once; nobody would write it off twice the same.
	const both = { ...given, remark: read.remark ?? given.remark };
	const rated = await give(tx, hall, who, { leg, given: both, origin: 'paper' });
	return rated.ok ? done({ leg: leg.id, state }) : rated;
}

/** A telephone that waits for the second person is kept as a mark that says only whether both have read the same. */
function markOf(hall: Hall, { day }: LegRow, { phone }: Given): string | null {
	return phone === null ? null : hall.identities.hash({ hall: hall.id, day, number: phone });
}

/** Who entered what form is known; what stands on it is the rating's own line, once there is one. */
async function note(tx: Tx, hall: Hall, who: Who, { leg, act }: { leg: LegRow; act: string }): Promise<number> {
	const line = { at: hall.clock.now(), day: today(hall), act, actor: who.name, ticket: leg.ticket, window: null };
	return tx.note({ ...line, queue: null, body: { leg: leg.id } });
}
