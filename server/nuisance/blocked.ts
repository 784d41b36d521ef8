import { getNuisance, liftNuisance, newestNuisance, nuisanceOf, type NuisanceCase } from '#db/phone-nuisance.ts';
import type { Hall } from '../hall.ts';
import type { Who } from '../people/who.ts';
import { maskedPerson } from '../personal/keep.ts';
import { done, refused, type Result } from '../result.ts';
import { caseNumber } from '../rules/cases/kinds.ts';
import { readPhone } from '../rules/mask.ts';
import { blockedUntil, isProtected } from '../rules/telephone/nuisance.ts';
import { getCase } from '#db/cases.ts';
import { notePhone } from '../telephone/held.ts';
import type { NuisanceView } from '../views/telephone.ts';
import { numbersOf } from './propose.ts';

/** Whether a telephone system should hold a number back now, and until when (ms). */
export interface Blocked {
	blocked: boolean;
	until: number | null;
}

const FREE: Blocked = { blocked: false, until: null };

/** The answer to a telephone system that asks before it lets a call ring. A block ends by the clock. */
export async function isBlocked(hall: Hall, given: string): Promise<Blocked> {
	const number = readPhone(given);
	if (number === undefined || isProtected(number, numbersOf(hall))) return FREE;
	const caller = hall.identities.caller({ hall: hall.id, number });
	const now = hall.clock.now();
	const moments = (await nuisanceOf(hall.read, hall.id, caller)).map((one) => blockedUntil(one, now) ?? 0);
	const until = Math.max(0, ...moments);
	return until === 0 ? FREE : { blocked: true, until };
}

/** Takes a block back before its time. */
export function liftBlock(hall: Hall, who: Who, id: number): Promise<Result<Blocked>> {
	return hall.write(async (tx) => {
		const row = await getNuisance(tx.k, tx.hall, id);
		if (!row || blockedUntil(row, hall.clock.now()) === null) return refused('case-unknown', String(id));
		const by = { lifted_by: who.staff ?? who.name, lifted_at: hall.clock.now() };
		await liftNuisance(tx.k, row, by);
		await notePhone(tx, hall, who, { act: 'block-lifted', body: { case: id } });
		return done(FREE);
	});
}

const MOST = 50;

/** Proposals and blocks, newest first, for who decides: numbers masked. */
export async function nuisanceViews(hall: Hall): Promise<NuisanceView[]> {
	const rows = await newestNuisance(hall.read, hall.id, MOST);
	return Promise.all(rows.map((row) => viewOf(hall, row)));
}

async function viewOf(hall: Hall, row: NuisanceCase): Promise<NuisanceView> {
	const person = await maskedPerson(hall, { subject: 'case', of: row.case });
	const of = await getCase(hall.read, hall.id, row.case);
	return {
		id: row.case,
		number: of ? caseNumber(of) : '',
		phone: person?.phone ?? null,
		proposedBy: row.owner,
		proposedAt: row.opened_at,
		calls: (JSON.parse(row.calls) as number[]).length,
		about: of?.about ?? '',
		outcome: row.outcome,
		days: row.days,
		blockedUntil: blockedUntil(row, hall.clock.now()),
		lifted: row.lifted_at !== null
	};
}
