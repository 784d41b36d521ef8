/**
 * The code by which a visitor comes back to a notice or follows a case: eleven random digits and a check digit, so that a
 * mistyped one is told at once and a guess meets nothing. Digits only: the kiosk has a keypad. Twelve of them are neither
 * an appointment (8), a telephone (11) nor a resident number (18).
 */

const CODE_LENGTH = 12;
/** How many different codes there are, without their check digit. */
export const VISITOR_CODES = 100_000_000_000;

/** Damm's quasigroup of order ten: every single wrong digit and every two neighbours exchanged are found. */
const DAMM = [
	'0317598642',
	'7092154863',
	'4206871359',
	'1750983426',
	'6123045978',
	'3674209581',
	'5869720134',
	'8945362017',
	'9438617205',
	'2581436790'
];

/** The check digit that belongs behind these digits. */
function checkOf(digits: string): string {
	return [...digits].reduce((row, digit) => DAMM[Number(row)]?.[Number(digit)] ?? '0', '0');
}

/** The code of a random number below `VISITOR_CODES`. */
export function visitorCode(random: number): string {
	const digits = String(random).padStart(CODE_LENGTH - 1, '0');
	return digits + checkOf(digits);
}

/** Reads what was typed, in groups or not; undefined when it can be nobody's code. */
export function readVisitorCode(typed: string): string | undefined {
	const code = typed.normalize('NFKC').replace(/[\s-]/g, '');
	return /^\d{12}$/.test(code) && checkOf(code) === '0' ? code : undefined;
}

/** In fours, as it is printed and read out. */
export function codeText(code: string): string {
	return code.replace(/(.{4})(?=.)/g, '$1 ');
}
