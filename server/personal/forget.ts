import { deletePersonal, personalDue } from '#db/personal.ts';
import type { Hall } from '../hall.ts';
import { SYSTEM } from '../people/access.ts';
import { noteOf } from './keep.ts';

const AT_ONCE = 100;

/** Deletes personal data whose time is over; the ledger keeps that it was deleted, and of what. */
export async function forgetPersonal(hall: Hall): Promise<void> {
	for (;;) {
		const due = await personalDue(hall.read, { hall: hall.id, at: hall.clock.now(), most: AT_ONCE });
		if (due.length === 0) return;
		const subjects = new Map(due.map(({ subject, of }) => [`${subject} ${String(of)}`, { subject, of }]));
		await hall.write(async (tx) => {
			for (const at of subjects.values()) {
				await deletePersonal(tx.k, { hall: tx.hall, ...at }, hall.clock.now());
				await noteOf(tx, hall, SYSTEM, { act: 'personal.deleted', body: at });
			}
		});
		if (due.length < AT_ONCE) return;
	}
}
