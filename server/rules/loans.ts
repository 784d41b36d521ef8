/** What desks lend 便民借用: how many are left, and what has to be looked at. Pure. */

export interface Stock {
	good: string;
	desk: string;
	/** as the hall file says */
	count: number;
}

interface Of {
	good: string;
	desk: string;
}

const at = (good: string, desk: string): ((one: Of) => boolean) => {
	return (one) => one.good === good && one.desk === desk;
};

/** What a desk has, and how many of them are not lent. Never below nothing: a count may lag behind. */
export function stockOf(
	{ good, desk, count }: Stock,
	changes: readonly (Of & { change: number })[],
	out: readonly Of[]
): { count: number; left: number } {
	const same = at(good, desk);
	const changed = changes.filter(same).reduce((sum, one) => sum + one.change, count);
	const has = Math.max(0, changed);
	return { count: has, left: Math.max(0, has - out.filter(same).length) };
}

/** By how much a stocktake changes what a desk has: counted are those that are there, lent ones are not missing. */
export function countedChange(
	stock: Stock,
	changes: readonly (Of & { change: number })[],
	{ out, counted }: { out: readonly Of[]; counted: number }
): number {
	const same = at(stock.good, stock.desk);
	const known = changes.filter(same).reduce((sum, one) => sum + one.change, stock.count);
	return counted + out.filter(same).length - known;
}

/** So many days before the day on which something may no longer be used, somebody is told. */
export const ENDING_DAYS = 30;

/** How something with a last day stands on a day. `endingFrom` is the day `ENDING_DAYS` before the last one. */
export function contentState(
	expires: string | null,
	{ today, endingFrom }: { today: string; endingFrom: string }
): 'good' | 'ending' | 'over' {
	if (expires === null) return 'good';
	if (expires < today) return 'over';
	return endingFrom <= today ? 'ending' : 'good';
}
