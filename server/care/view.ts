import { careOf, escorted } from '#db/care.ts';
import type { LegRow, TicketRow } from '#db/schema.ts';
import { getLeg, getTicket } from '#db/tickets.ts';
import { today, type Hall } from '../hall.ts';
import { windowName } from '../tickets/view.ts';
import type { CareView, EscortLine, Text } from '../views.ts';

const DAY_MS = 86_400_000;

/** What goes with a number beyond its place; null where nothing does. */
export async function careView(hall: Hall, ticket: Pick<TicketRow, 'id' | 'class'>): Promise<CareView | null> {
	const row = await careOf(hall.read, hall.id, ticket.id);
	if (!row) return null;
	return {
		proof: row.proof === null ? null : proofName(hall, ticket.class, row.proof),
		companions: row.companions,
		escort: row.escort,
		reached: row.reached_at !== null
	};
}

function proofName(hall: Hall, priorityClass: string, code: string): Text {
	const proofs = hall.setup.classes.get(priorityClass)?.proofs ?? [];
	return proofs.find((one) => one.code === code)?.name ?? { zh: code, en: code };
}

/** Where a number of this queue is served with room for a wheelchair and a low counter. */
export function accessibleWindows(hall: Hall, queue: string): { code: string; name: Text }[] {
	return hall.setup.file.windows
		.filter(({ accessible, queues }) => accessible && queues.some((one) => one.queue === queue))
		.map(({ code }) => ({ code, name: windowName(hall, code) }));
}

/** Whom somebody accompanies, of today: where each stands in the hall. */
export async function escortLines(hall: Hall, queues: ReadonlySet<string>): Promise<EscortLine[]> {
	const rows = await escorted(hall.read, hall.id, hall.clock.now() - DAY_MS);
	const lines: EscortLine[] = [];
	for (const { ticket: id, escort, escort_at: since } of rows) {
		const ticket = await getTicket(hall.read, hall.id, id);
		const leg = ticket && (await getLeg(hall.read, hall.id, ticket.leg));
		if (!leg || !goesOn(hall, ticket) || !queues.has(leg.queue)) continue;
		lines.push({
			id,
			number: ticket.number,
			step: leg.state,
			window: placeOf(hall, leg),
			escort: escort ?? '',
			since: since ?? 0
		});
	}
	return lines;
}

function goesOn(hall: Hall, ticket: TicketRow): boolean {
	return ticket.day === today(hall) && ticket.state === 'live';
}

function placeOf(hall: Hall, { window, for_window: meant }: LegRow): Text | null {
	const code = window ?? meant;
	return code === null ? null : windowName(hall, code);
}
