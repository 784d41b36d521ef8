/** What Arabic sentences need: counted nouns, and facts that are written from left to right in their midst. */
const plural = new Intl.PluralRules('ar');

/** A noun as it is counted: with one and two it stands without a figure. */
export interface Counted {
	one: string;
	two: string;
	/** 3 to 10 */
	few: string;
	/** 11 to 99 */
	many: string;
	/** none, hundreds */
	other: string;
}

/** The noun behind a span that ends with this number, written in figures. */
export function nounFor(n: number, noun: Counted): string {
	return plural.select(n) === 'few' ? noun.few : noun.other;
}

/** `counted(2, MINUTE)` is `دقيقتان`, of 7 `7 دقائق`, of 25 `25 دقيقة`. */
export function counted(n: number, noun: Counted): string {
	const form = plural.select(n);
	if (form === 'one' || form === 'two') return noun[form];
	return `${n} ${form === 'zero' ? noun.other : noun[form]}`;
}

/** A number, a time, a range, a telephone: from left to right, whatever stands around it. */
export function ltr(fact: string | number): string {
	return `\u2066${fact}\u2069`;
}

/** A name of the hall, in whatever language it has: its own marks stay with it. */
export function named(text: string): string {
	return `\u2068${text}\u2069`;
}

/** Windows by their codes: `الشباك 3`, `الشبابيك 3، 4`. */
export function windowsOf(codes: readonly string[]): string {
	const each = codes.map(ltr).join('، ');
	return codes.length === 1 ? `الشباك ${each}` : codes.length === 2 ? `الشباكان ${each}` : `الشبابيك ${each}`;
}

export const MINUTE: Counted = {
	one: 'دقيقة واحدة',
	two: 'دقيقتان',
	few: 'دقائق',
	many: 'دقيقة',
	other: 'دقيقة'
};
/** after a preposition */
export const OF_MINUTES: Counted = { ...MINUTE, two: 'دقيقتين' };
export const OF_HOURS: Counted = {
	one: 'ساعة واحدة',
	two: 'ساعتين',
	few: 'ساعات',
	many: 'ساعة',
	other: 'ساعة'
};
export const OF_SECONDS: Counted = {
	one: 'ثانية واحدة',
	two: 'ثانيتين',
	few: 'ثوانٍ',
	many: 'ثانية',
	other: 'ثانية'
};
export const PERSON: Counted = { one: 'شخص واحد', two: 'شخصان', few: 'أشخاص', many: 'شخصًا', other: 'شخص' };
export const OF_DAYS: Counted = { one: 'يوم واحد', two: 'يومين', few: 'أيام', many: 'يومًا', other: 'يوم' };
export const WORKDAY: Counted = {
	one: 'يوم عمل واحد',
	two: 'يوما عمل',
	few: 'أيام عمل',
	many: 'يوم عمل',
	other: 'يوم عمل'
};
/** after a preposition */
export const OF_WORKDAYS: Counted = { ...WORKDAY, two: 'يومي عمل' };
