import { opinionsBetween } from '#db/opinions.ts';
import type { OpinionRow } from '#db/schema.ts';
import { getTicket } from '#db/tickets.ts';
import type { Hall } from '../hall.ts';
import type { Who } from '../people/who.ts';
import { isAllowed } from '../people/access.ts';
import { maskedPerson } from '../personal/keep.ts';
import { windowName } from '../tickets/view.ts';
import type { OpinionView } from '../views.ts';
import { readsOpinion } from './contact.ts';

const MOST = 200;

/** The opinions of some days, newest first, for who supervises: but not those about the reader's own service. */
export async function opinionViews(hall: Hall, who: Who, days: { from: string; to: string }): Promise<OpinionView[]> {
	const rows = await opinionsBetween(hall.read, { hall: hall.id, ...days, most: MOST });
	const opens = isAllowed(hall, who, 'personal:open');
	const others = rows.filter((row) => readsOpinion(hall, who, row));
	return Promise.all(others.map((row) => opinionView(hall, row, opens)));
}

async function opinionView(hall: Hall, row: OpinionRow, opens: boolean): Promise<OpinionView> {
	const ticket = row.ticket === null ? undefined : await getTicket(hall.read, hall.id, row.ticket);
	const person = await maskedPerson(hall, { subject: 'opinion', of: row.id });
	return {
		id: row.id,
		kind: row.kind,
		text: row.text,
		contact: person && { name: person.name, phone: person.phone, opens: opens && !person.gone },
		number: ticket?.number ?? null,
		window: row.window === null ? null : windowName(hall, row.window),
		staff: row.staff,
		takenBy: row.taken_by,
		at: row.at,
		due: row.due
	};
}
