const english = new Intl.PluralRules('en');

/**
 * An English count with its noun: `count(1, 'person', 'people')` is `1 person`, 0 and 2 take the second form.
 */
export function count(n: number, one: string, other: string): string {
	return `${n} ${english.select(n) === 'one' ? one : other}`;
}
