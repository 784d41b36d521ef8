import type { Tx } from '#db/group.ts';
import type { CaseRow } from '#db/schema.ts';
import type { Hall } from '../hall.ts';
import type { Who } from '../people/who.ts';
import { refused, type Refused, type Result } from '../result.ts';
import type { CaseAction, CasePlace } from '../rules/cases/given.ts';
import { isOfferedTo } from '../rules/cases/hand.ts';
import type { CaseKind } from '../rules/cases/kind.ts';
import { personIn } from './asker.ts';
import { holdCase, takeCase, type CaseNote, type HeldCase } from './held.ts';
import { barredOwner } from './open.ts';
import { seesCase } from './sees.ts';

/** Hands a case to a person, a desk or a department, who has to accept it; until then, and if it falls back, the owner stays the owner. */
export function offerCase(
	hall: Hall,
	who: Who,
	id: number,
	wish: { to: string | CasePlace; text: string }
): Promise<Result<CaseRow>> {
	const { to, text } = wish;
	const note = { name: 'case.offered', act: 'offered', text };
	const check = (tx: Tx, { kind, row }: HeldCase): Promise<Refused | undefined> =>
		typeof to === 'string' ? barredOwner(tx, kind, to, row) : Promise.resolve(barredPlace(hall, kind, to));
	return hand(hall, who, id, { action: { type: 'offer', to }, note, check });
}

/** Only to where somebody is who may accept it. */
function barredPlace(hall: Hall, { roles }: CaseKind, to: CasePlace): Refused | undefined {
	const [known, code] =
		'desk' in to
			? [hall.setup.file.desks.some((one) => one.code === to.desk), to.desk]
			: [hall.setup.departments.has(to.department), to.department];
	if (!known) return refused('place-unknown', code);
	const fits = hall.setup.file.staff.some(
		(one) => roles.includes(one.role) && code === ('desk' in to ? one.desk : one.department)
	);
	return fits ? undefined : refused('role-unfit', code);
}

/** Takes over what was offered: who accepts is the owner. */
export function acceptCase(hall: Hall, who: Who, id: number): Promise<Result<CaseRow>> {
	const note = { name: 'case.accepted', act: 'accepted' };
	const check = async (tx: Tx, { kind, row }: HeldCase): Promise<Refused | undefined> =>
		isOfferedTo(row, personIn(hall, who)) ? barredOwner(tx, kind, who.staff ?? '', row) : undefined;
	return hand(hall, who, id, { action: { type: 'accept' }, note, check });
}

/** Sends back what was offered, with a word why. */
export function declineCase(hall: Hall, who: Who, id: number, text: string): Promise<Result<CaseRow>> {
	return hand(hall, who, id, { action: { type: 'decline' }, note: { name: 'case.declined', act: 'declined', text } });
}

/** Takes an offer back before it is accepted. */
export function withdrawOffer(hall: Hall, who: Who, id: number): Promise<Result<CaseRow>> {
	return hand(hall, who, id, { action: { type: 'withdraw' }, note: { name: 'case.withdrawn', act: 'withdrawn' } });
}

/** An overseer steps in and owns the case from now on; the reason is part of its history. */
export function takeOverCase(hall: Hall, who: Who, id: number, text: string): Promise<Result<CaseRow>> {
	return hand(hall, who, id, { action: { type: 'take' }, note: { name: 'case.taken', act: 'taken', text } });
}

interface Handing {
	action: CaseAction;
	note: CaseNote;
	check?: (tx: Tx, held: HeldCase) => Promise<Refused | undefined>;
}

function hand(hall: Hall, who: Who, id: number, { action, note, check }: Handing): Promise<Result<CaseRow>> {
	return hall.write(async (tx) => {
		const held = await holdCase(tx, id);
		if (!held || !seesCase(hall, who, held.row)) return refused('case-unknown', String(id));
		const barred = await check?.(tx, held);
		return barred ?? takeCase(tx, hall, who, { held, action, note });
	});
}
