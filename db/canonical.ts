/**
 * JSON in the one form that RFC 8785 (JCS) gives it: no white space, names in the order of their UTF-16 units, numbers
 * and texts as ECMAScript writes them. What is undefined in an object is left out, as `JSON.stringify` does. Differs from
 * the RFC in one thing: half a surrogate pair, at which it stops, is written as U+FFFD, because a line of the ledger must
 * not fail for what somebody typed. Throws for what JSON cannot say.
 */
export function canonical(value: unknown): string {
	if (typeof value === 'string') return text(value);
	if (typeof value === 'number') return number(value);
	if (value === null) return 'null';
	if (typeof value === 'boolean') return value ? 'true' : 'false';
	if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
	if (typeof value === 'object') return object(value);
	throw new TypeError(`JSON has no ${typeof value}`);
}

function object(value: object): string {
	const members = value as Record<string, unknown>;
	let said = '';
	let comma = '';
	// The default order is that of UTF-16 units.
	for (const name of Object.keys(members).sort()) {
		const member = members[name];
		if (member === undefined) continue;
		said += `${comma}${text(name)}:${canonical(member)}`;
		comma = ',';
	}
	return `{${said}}`;
}

/** Nearly every text of a line is such, and need not be looked at twice. */
const PLAIN = /^[ !#-[\]-~]*$/;

function text(value: string): string {
	if (PLAIN.test(value)) return `"${value}"`;
	return JSON.stringify(value.isWellFormed() ? value : value.toWellFormed());
}

function number(value: number): string {
	if (!Number.isFinite(value)) throw new RangeError(`JSON has no number ${String(value)}`);
	return String(value);
}
