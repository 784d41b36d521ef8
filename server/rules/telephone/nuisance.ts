/**
 * Nuisance callers: held back for a time, never for good, and only after a supervisor has confirmed what somebody else has
 * proposed. What is decided is a case; whether a number is held back now follows from the case and the clock.
 */
const DAY_MS = 86_400_000;

export interface Proposed {
	/** `blocked`, `refused`, `withdrawn`; null while nobody has decided */
	outcome: string | null;
	closed_at: number | null;
	days: number;
	lifted_at: number | null;
}

/** Until when a number is held back by a decision; null when it is not, or not any more. */
export function blockedUntil({ outcome, closed_at: from, days, lifted_at }: Proposed, now: number): number | null {
	if (outcome !== 'blocked' || from === null || lifted_at !== null) return null;
	const until = from + days * DAY_MS;
	return now < until ? until : null;
}

/** Short numbers of emergency and service lines, 110 or 12345: their calls always ring. */
const LONGEST_SHORT_NUMBER = 6;

/**
 * Whether a number may never be held back: the hall's own, its departments', those of the hall file, with or without the
 * code of the town; every short one.
 */
export function isProtected(number: string, own: readonly string[]): boolean {
	const given = digits(number);
	if (given.length <= LONGEST_SHORT_NUMBER) return true;
	return own.map(digits).some((one) => one.length > LONGEST_SHORT_NUMBER && endAlike(one, given));
}

function endAlike(one: string, other: string): boolean {
	return one.endsWith(other) || other.endsWith(one);
}

function digits(number: string): string {
	return number.normalize('NFKC').replaceAll(/\D/g, '');
}
