import { booksBefore, booksUpTo, forgetPersons, saveAppointment } from '#db/appointments.ts';
import { forgetMatters } from '#db/notices.ts';
import type { Tx } from '#db/group.ts';
import type { AppointmentRow } from '#db/schema.ts';
import { today, type Hall } from '../hall.ts';
import { SYSTEM } from '../people/access.ts';
import type { Who } from '../people/who.ts';
import { addDays } from '../rules/day.ts';
import { noteAppointment } from './find.ts';

const MINUTE_MS = 60_000;
/** As many are written in one transaction, so that nobody is held up. */
const AT_ONCE = 100;

/** Marks the appointments as missed for which nobody has come in time. Every server of a hall may look; one of them writes. */
export async function missLapsed(hall: Hall): Promise<number> {
	const { lateMinutes } = hall.setup.policies.appointments;
	const before = hall.clock.now() - lateMinutes * MINUTE_MS;
	// A look that finds nothing is no wish to write.
	if ((await booksBefore(hall.read, hall.id, before, 1)).length === 0) return 0;
	const find = (tx: Tx): Promise<AppointmentRow[]> => booksBefore(tx.k, tx.hall, before, AT_ONCE);
	return missAll(hall, SYSTEM, { reason: 'late', find });
}

/**
 * The end of a service day for its appointments and for those of days before it: who has not come has missed it, and
 * whose the day's numbers and appointments were is forgotten.
 */
export async function closeAppointments(hall: Hall, who: Who, day: string): Promise<void> {
	const yesterday = addDays(today(hall), -1);
	// A server that slept over several days closes them all with the last one it was awake.
	const upTo = day < yesterday ? yesterday : day;
	const find = (tx: Tx): Promise<AppointmentRow[]> => booksUpTo(tx.k, tx.hall, upTo, AT_ONCE);
	await missAll(hall, who, { reason: 'day-closed', find });
	await hall.write(async (tx) => {
		await forgetPersons(tx.k, tx.hall, upTo);
		await forgetMatters(tx.k, tx.hall, addDays(upTo, -hall.setup.policies.notice.secondWithinDays));
	});
}

async function missAll(
	hall: Hall,
	who: Who,
	{ reason, find }: { reason: string; find: (tx: Tx) => Promise<AppointmentRow[]> }
): Promise<number> {
	let missed = 0;
	for (;;) {
		const some = await hall.write(async (tx) => {
			const rows = await find(tx);
			for (const row of rows) {
				await noteAppointment(tx, hall, who, { act: 'missed', row, body: { reason } });
				await saveAppointment(tx.k, { ...row, state: 'missed', reason, changed_at: hall.clock.now() });
			}
			return rows.length;
		});
		missed += some;
		if (some < AT_ONCE) return missed;
	}
}
