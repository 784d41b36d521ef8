import type { Tx } from '#db/group.ts';
import type { LegRow, SlipRow, TicketRow } from '#db/schema.ts';
import { addSlip } from '#db/slips.ts';
import type { NextSlipBody, TicketSlipBody } from '../devices/slip.ts';
import type { Hall } from '../hall.ts';
import { printerGroup } from '../setup/places.ts';
import { waitIn } from './view.ts';

const QUEUED = { printer: null, state: 'queued', attempts: 0, reprint_of: null, reason: null } as const;

/** Asks for the slip of a ticket just taken; nothing where the hall has no printer. */
export async function askForSlip(
	tx: Tx,
	hall: Hall,
	ticket: TicketRow,
	{ ahead, zone, device }: { ahead: number; zone: string; device: string | null }
): Promise<void> {
	const group = printerGroup(hall.setup, device, zone);
	if (group === null) return;
	const body: TicketSlipBody = { ahead, wait: waitIn(hall, ticket.queue, ahead) };
	await addSlip(tx.k, slipOf(ticket, { id: ticket.id, at: ticket.created_at, kind: 'ticket', group, body }));
}

/** Asks for a slip that says where to go next, at the printers beside the window that sends the visitor on. */
export async function askForNextSlip(
	tx: Tx,
	hall: Hall,
	{ ticket, leg, line, from }: { ticket: TicketRow; leg: LegRow; line: number; from: string | null }
): Promise<void> {
	const group = hall.setup.windows.get(from ?? '')?.printerGroup ?? null;
	if (group === null) return;
	const body: NextSlipBody = { queue: leg.queue, item: leg.item, window: leg.for_window };
	await addSlip(tx.k, slipOf(ticket, { id: line, at: leg.enqueued_at, kind: 'next', group, body }));
}

/** A slip of a ticket, waiting for a printer of its group. */
export function slipOf(
	{ hall, id: ticket, day }: TicketRow,
	{ id, at, kind, group, body }: { id: number; at: number; kind: string; group: string; body: object }
): SlipRow {
	return { ...QUEUED, hall, id, day, kind, ticket, group, body: JSON.stringify(body), created_at: at, changed_at: at };
}
