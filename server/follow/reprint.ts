import type { CaseRow } from '#db/schema.ts';
import { holdCase } from '../cases/held.ts';
import { seesCase } from '../cases/sees.ts';
import type { Hall } from '../hall.ts';
import type { Who } from '../people/who.ts';
import { done, refused, type Result } from '../result.ts';
import { printReceipt } from './receipt.ts';

/** Prints the receipt of a case once more, beside the window of who asks or the one that is named. */
export function reprintReceipt(
	hall: Hall,
	who: Who,
	id: number,
	wish: { window: string | null }
): Promise<Result<CaseRow>> {
	return hall.write(async (tx) => {
		const held = await holdCase(tx, id);
		if (!held || !seesCase(hall, who, held.row)) return refused('case-unknown', String(id));
		const at = { window: wish.window ?? who.window ?? null };
		const slip = await printReceipt(tx, hall, who, { row: held.row, at });
		return slip ? done(held.row) : refused('slip-unknown', String(id));
	});
}
