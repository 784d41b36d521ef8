/** The form of a number 号: prefix and at least three digits. */

/** No queue gives more numbers than this on one day. */
export const LAST_NUMBER = 9999;

/** `A`, 1 → `A001`; a fourth digit appears with the thousandth number. */
export function numberText(prefix: string, n: number): string {
	if (!Number.isInteger(n) || n < 1 || n > LAST_NUMBER) throw new RangeError(`a queue has no number ${String(n)}`);
	return prefix + String(n).padStart(3, '0');
}
