import { addSlip } from '#db/slips.ts';
import type { SlipRow } from '#db/schema.ts';
import type { SlipLine } from '#printer/slips/lines.ts';
import { today, type Hall } from '../hall.ts';
import type { Who } from '../people/who.ts';
import { done, refused, type Result } from '../result.ts';
import { laneOf } from '../watch/hands.ts';
import { sampleSlip, type PreviewWish } from './preview.ts';

/** Prints a sample of that slip, saved or not, at one printer: what a preview cannot show is how this paper looks. */
export function printSample(hall: Hall, who: Who, wish: PreviewWish, printer: string): Promise<Result<SlipRow>> {
	return hall.write(async (tx) => {
		if (!hall.setup.printers.has(printer)) return refused('printer-unknown', printer);
		const at = hall.clock.now();
		const day = today(hall);
		const place = { ticket: null, window: null, queue: null };
		const body = { kind: wish.kind, printer };
		const id = await tx.note({ at, day, act: 'slip.sampled', actor: who.name, ...place, body });
		const blank = { printer: null, state: 'queued', attempts: 0, reprint_of: null, reason: null } as const;
		const of = { hall: tx.hall, id, day, kind: 'sample', ticket: null, group: laneOf(printer) };
		const slip: SlipRow = { ...blank, ...of, body: JSON.stringify(wish), created_at: at, changed_at: at };
		await addSlip(tx.k, slip);
		return done(slip);
	});
}

/** The lines of that slip. */
export function printedSample(hall: Hall, slip: SlipRow, columns: number): SlipLine[] {
	return sampleSlip(hall, JSON.parse(slip.body) as PreviewWish, columns);
}
