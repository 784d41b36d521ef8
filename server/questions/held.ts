import type { Tx } from '#db/group.ts';
import type { CaseRow } from '#db/schema.ts';
import { personIn } from '../cases/asker.ts';
import { holdCase, type HeldCase } from '../cases/held.ts';
import { seesCase } from '../cases/sees.ts';
import type { Hall } from '../hall.ts';
import { isAllowed } from '../people/access.ts';
import type { Who } from '../people/who.ts';
import { done, refused, type Result } from '../result.ts';
import type { CasePerson } from '../rules/cases/standing.ts';
import { ASKED_KINDS } from '../rules/cases/question.ts';

/** A question or a message at hand; for who may not see it there is none. */
export async function holdQuestion(tx: Tx, hall: Hall, who: Who, id: number): Promise<Result<HeldCase>> {
	const held = await holdCase(tx, id);
	const found = held && ASKED_KINDS.includes(held.row.kind) && seesCase(hall, who, held.row);
	return found ? done(held) : refused('case-unknown', String(id));
}

/** Whoever works at the desk may send on what another guide was asked, who may have gone home. */
export function senderIn(hall: Hall, who: Who): CasePerson {
	const person = personIn(hall, who);
	return isAllowed(hall, who, 'desk:work') ? { ...person, oversees: true } : person;
}

/** The stages in which an answer is still owed. */
export function isOwed({ state, stage }: CaseRow): boolean {
	return state === 'open' && (stage === 'asked' || stage === 'asking-back');
}
