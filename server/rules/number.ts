/** The form of a number 号: prefix and at least three digits. */

/** No queue gives more numbers than this on one day. */
export const LAST_NUMBER = 9999;

/** `A`, 1 → `A001`; a fourth digit appears with the thousandth number. */
export function numberText(prefix: string, n: number): string {
	if (!Number.isInteger(n) || n < 1 || n > LAST_NUMBER) throw new RangeError(`a queue has no number ${String(n)}`);
	return prefix + String(n).padStart(3, '0');
}

/** The two parts of a number as somebody types it: `A001`, `a1`, `a 001`; undefined for anything else. */
export function numberParts(typed: string): { prefix: string; n: number } | undefined {
	const found = /^(\D*)(\d{1,4})$/.exec(typed.replaceAll(/\s/g, '').toUpperCase());
	return found ? { prefix: found[1] ?? '', n: Number(found[2]) } : undefined;
}
