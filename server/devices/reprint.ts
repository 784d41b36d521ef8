import type { SlipRow } from '#db/schema.ts';
import { addSlip, getSlip } from '#db/slips.ts';
import { today, type Hall } from '../hall.ts';
import type { Who } from '../people/who.ts';
import { done, refused, type Result } from '../result.ts';

/** Asks for a slip once more: the same number, marked 补打. What became of the first one stays on record. */
export function reprint(hall: Hall, who: Who, id: number): Promise<Result<SlipRow>> {
	return hall.write(async (tx) => {
		const slip = await getSlip(tx.k, tx.hall, id);
		if (!slip) return refused('slip-unknown', String(id));
		const at = hall.clock.now();
		const line = await tx.note({
			at,
			day: today(hall),
			act: 'slip.reprinted',
			actor: who.name,
			ticket: slip.ticket,
			window: null,
			queue: null,
			body: { of: slip.id, state: slip.state }
		});
		const again: SlipRow = {
			...slip,
			id: line,
			day: today(hall),
			printer: null,
			state: 'queued',
			attempts: 0,
			reprint_of: slip.reprint_of ?? slip.id,
			reason: null,
			created_at: at,
			changed_at: at
		};
		await addSlip(tx.k, again);
		return done(again);
	});
}
