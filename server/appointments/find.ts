import type { Tx } from '#db/group.ts';
import { appointmentByCode, getAppointment } from '#db/appointments.ts';
import type { AppointmentRow } from '#db/schema.ts';
import type { Hall } from '../hall.ts';
import type { Who } from '../people/who.ts';
import { idOfToken, isSame } from '../tickets/token.ts';
import { today } from '../hall.ts';

/** What shows which appointment is meant: its token proves its owner, its code and day do for kiosk and desk. */
export type Shown = { token: string } | { code: string; day: string };

/** @param k a transaction, or what is committed */
export async function findAppointment(
	k: Tx['k'] | Hall['read'],
	hall: number,
	shown: Shown
): Promise<AppointmentRow | undefined> {
	if ('code' in shown) return appointmentByCode(k, { hall, ...shown });
	const id = idOfToken(shown.token);
	const row = id === undefined ? undefined : await getAppointment(k, hall, id);
	return row && isSame(row.token, shown.token) ? row : undefined;
}

/** Writes the ledger line of an act on an appointment. It says nothing of the person, and neither code nor token. */
export function noteAppointment(
	tx: Tx,
	hall: Hall,
	who: Who,
	{ act, row, body = {} }: { act: string; row: AppointmentRow; body?: object }
): Promise<number> {
	const { id, item, day, slot_at: slotAt, queue, ticket } = row;
	const line = { at: hall.clock.now(), day: today(hall), act: `appointment.${act}`, actor: who.name };
	return tx.note({ ...line, ticket, window: null, queue, body: { appointment: id, item, for: day, slotAt, ...body } });
}
