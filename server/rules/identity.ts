/**
 * What a visitor may give to be told from others (K-07): a resident number, a mobile number, or the number of a passport
 * or permit. Nothing here is kept; a keyed hash is, for one day.
 */
import { isDay } from './day.ts';

/** What an item asks for: nothing, whatever the visitor likes to give, or a document (实名取号). */
export const IDENTITY_DEMANDS = ['none', 'optional', 'required'] as const;
export type IdentityDemand = (typeof IDENTITY_DEMANDS)[number];

/** GB 11643-1999, 4: the weights of the first seventeen digits, and the check character of each remainder. */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = '10X98765432';

/** A number of one of the three kinds, in the one form in which it is compared. */
export interface Identity {
	kind: 'resident' | 'mobile' | 'document';
	number: string;
}

/**
 * Reads what was typed or scanned: blanks and hyphens do not count, nor whether letters are small or full-width.
 * @param today no one is born after it, `YYYY-MM-DD`
 * @returns undefined for what is no such number, a mistyped resident number above all
 */
export function readIdentity(given: string, today: string): Identity | undefined {
	const number = given
		.normalize('NFKC')
		.replace(/[\s\-‐–—]/g, '')
		.toUpperCase();
	if (/^\d{17}[\dX]$/.test(number)) return isResident(number, today) ? { kind: 'resident', number } : undefined;
	if (/^\d{11}$/.test(number)) return number.startsWith('1') ? { kind: 'mobile', number } : undefined;
	// Longer than any passport and all digits: a resident number with a digit too few or too many.
	if (/^\d{14,}X?$/.test(number)) return undefined;
	return /^[A-Z0-9]{5,20}$/.test(number) ? { kind: 'document', number } : undefined;
}

function isResident(number: string, today: string): boolean {
	const sum = WEIGHTS.reduce((all, weight, i) => all + weight * Number(number[i]), 0);
	if (CHECKS[sum % 11] !== number[17]) return false;
	const born = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
	return isDay(born) && born >= '1850' && born <= today;
}

/** From this birthday on somebody is an elder (老年人权益保障法 art. 2). */
const ELDER_YEARS = 60;

/** Whether the owner of a resident number is an elder today, by the day of birth in it. */
export function isElder(number: string, today: string): boolean {
	const year = String(Number(number.slice(6, 10)) + ELDER_YEARS);
	return `${year}-${number.slice(10, 12)}-${number.slice(12, 14)}` <= today;
}
