import type { Tx } from '#db/group.ts';
import type { SlipRow } from '#db/schema.ts';
import type { PrinterStatus } from '#printer/printer.ts';
import { today, type Hall } from '../hall.ts';
import { SYSTEM } from '../people/access.ts';

/** The name of a slip's job: another try is another job. */
export function jobOf({ id, attempts }: Pick<SlipRow, 'id' | 'attempts'>): string {
	return `${String(id)}.${String(attempts)}`;
}

/** Writes down in the ledger what became of a slip. */
export async function noteSlip(
	tx: Tx,
	hall: Hall,
	slip: SlipRow,
	{ state, reason }: Pick<SlipRow, 'state' | 'reason'>
): Promise<void> {
	await tx.note({
		at: hall.clock.now(),
		day: today(hall),
		act: `slip.${state}`,
		actor: SYSTEM.name,
		ticket: slip.ticket,
		window: null,
		queue: null,
		body: { slip: slip.id, printer: slip.printer, reason }
	});
}

/** Why a slip nobody could print was given up. A group whose printers could print was left without them by hand. */
export function whyGivenUp(status: PrinterStatus | undefined): string {
	const state = status?.state ?? 'unreachable';
	return state === 'ready' ? 'off' : state;
}
