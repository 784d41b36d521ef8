/** Personal data as it is shown to who need not know it whole: enough to recognise, too little to use. */

export const PERSONAL_FIELDS = ['name', 'phone', 'address'] as const;
export type PersonalField = (typeof PERSONAL_FIELDS)[number];

/** Why somebody opens it. A closed list: what is written into the ledger names no person. */
export const OPENING_REASONS = ['call', 'deliver', 'correct', 'check'] as const;
export type OpeningReason = (typeof OPENING_REASONS)[number];

/** How much of an address tells the town and no more. */
const SHOWN_OF_ADDRESS = 6;

/** `138****1234`, `王**`, `某某市某区****`. A short value shows nothing but its first letter. */
export function masked(field: PersonalField, value: string): string {
	const letters = [...value];
	switch (field) {
		case 'name':
			return `${letters[0] ?? ''}${'*'.repeat(Math.max(1, letters.length - 1))}`;
		case 'phone':
			return letters.length < 9 ? '*'.repeat(letters.length) : `${head(letters, 3)}****${letters.slice(-4).join('')}`;
		case 'address':
			return `${head(letters, Math.min(SHOWN_OF_ADDRESS, Math.floor(letters.length / 3)))}****`;
	}
}

/** `9999**********0016`: a resident number as its owner recognises it. */
export function maskedNumber(number: string): string {
	const shown = number.length < 12 ? 0 : 4;
	return `${number.slice(0, shown)}${'*'.repeat(number.length - 2 * shown)}${shown === 0 ? '' : number.slice(-shown)}`;
}

function head(letters: readonly string[], count: number): string {
	return letters.slice(0, count).join('');
}

/** A telephone number with blanks and hyphens taken out; undefined when it is none. Eleven digits of a mobile, or a landline. */
export function readPhone(written: string): string | undefined {
	const digits = written.normalize('NFKC').replaceAll(/[\s()-]/g, '');
	return /^(\+?\d{7,15})$/.test(digits) ? digits : undefined;
}
