import type { CaseRow } from '#db/schema.ts';

/** By when a case is answered, as the visitor is told: the date that was given, or that of its stage where this is later. */
export function answerBy({ state, given_at: given, due_at: due }: CaseRow): number | null {
	if (state === 'closed') return null;
	return given === null || due === null ? (given ?? due) : Math.max(given, due);
}
