/** What can be seen of a resident number while it is typed (GB 11643-1999); the server asks the same again. */

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = '10X98765432';
const LENGTH = 18;
/** From this birthday on somebody is an elder (老年人权益保障法 art. 2). */
const ELDER_YEARS = 60;

export type Wrong = 'sum' | 'birth' | 'future';

/**
 * What is wrong with a number; null while it is too short to tell, or right.
 * @param today the hall's day, `YYYY-MM-DD`
 */
export function wrongWith(number: string, today: string): Wrong | null {
	if (number.length !== LENGTH) return null;
	const born = birthday(number);
	if (!isDay(born) || born < '1850') return 'birth';
	if (born > today) return 'future';
	const sum = WEIGHTS.reduce((all, weight, i) => all + weight * Number(number[i]), 0);
	return CHECKS[sum % 11] === number[LENGTH - 1] ? null : 'sum';
}

/** Whether the owner of a right number is an elder today. */
export function isElder(number: string, today: string): boolean {
	if (number.length !== LENGTH || wrongWith(number, today) !== null) return false;
	const born = birthday(number);
	return `${String(Number(born.slice(0, 4)) + ELDER_YEARS)}${born.slice(4)}` <= today;
}

function birthday(number: string): string {
	return `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
}

function isDay(day: string): boolean {
	const at = new Date(`${day}T00:00:00Z`);
	return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day);
}
