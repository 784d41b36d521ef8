import type { Kysely } from 'kysely';
import { loansOut, stockChanges } from '#db/loans.ts';
import type { Tables } from '#db/schema.ts';
import type { Hall } from '../hall.ts';
import { stockOf } from '../rules/loans.ts';

/** What a desk has of something, and how many are left; undefined where the hall file gives it none. */
export async function stockAt(
	k: Kysely<Tables>,
	hall: Hall,
	good: string,
	desk: string
): Promise<{ count: number; left: number } | undefined> {
	const entry = hall.setup.goods.get(good)?.stock.find((one) => one.desk === desk);
	if (!entry) return undefined;
	const [changes, out] = [await stockChanges(k, hall.id), await loansOut(k, hall.id)];
	return stockOf({ good, desk, count: entry.count }, changes, out);
}
