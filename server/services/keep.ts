import { getFreeService, saveFreeService, turnSpan } from '#db/free-services.ts';
import type { Tx } from '#db/group.ts';
import type { FreeServiceRow, ServiceState } from '#db/schema.ts';
import { today, type Hall } from '../hall.ts';
import type { Who } from '../people/who.ts';
import { done, refused, type Result } from '../result.ts';
import { queuesOf, watchCrowd } from './crowd.ts';

export interface ServiceWish {
	/** null: as it is */
	state: ServiceState | null;
	/** so many wait, as the desk sees them; null: as it is */
	waiting: number | null;
}

/** Tells how a free service stands, or how many wait for it. Screens, kiosks and visitors are told with the commit. */
export function keepService(hall: Hall, who: Who, code: string, wish: ServiceWish): Promise<Result<FreeServiceRow>> {
	return hall.write(async (tx) => {
		if (!hall.setup.freeServices.has(code)) return refused('service-unknown', code);
		if (wish.waiting !== null && queuesOf(hall, code).length > 0) return refused('service-counted', code);
		const before = (await getFreeService(tx.k, tx.hall, code)) ?? fresh(tx, hall, code);
		const state = wish.state ?? before.state;
		const waiting = wish.waiting ?? before.waiting;
		const turned = state !== before.state;
		const touched = { by: who.name, since: hall.clock.now() };
		const after: FreeServiceRow = { ...before, state, waiting, ...(turned ? touched : {}) };
		await note(tx, hall, who, { before, after });
		await saveFreeService(tx.k, after);
		if (wish.waiting !== null) await watchCrowd(tx, hall, code, waiting);
		return done(after);
	});
}

async function note(
	tx: Tx,
	hall: Hall,
	who: Who,
	{ before, after }: { before: FreeServiceRow; after: FreeServiceRow }
): Promise<void> {
	const at = hall.clock.now();
	const { service, state, waiting } = after;
	const place = { ticket: null, window: null, queue: null };
	const body = { service, state, waiting, before: { state: before.state, waiting: before.waiting } };
	const line = { at, day: today(hall), act: 'free-service.kept', actor: who.name, ...place, body };
	const id = await tx.note(line);
	if (state === before.state) return;
	await turnSpan(tx.k, { hall: tx.hall, id, service, state, by: who.name, from_at: at, to_at: null });
}

function fresh(tx: Tx, hall: Hall, service: string): FreeServiceRow {
	return { hall: tx.hall, service, state: 'working', waiting: 0, by: '', since: hall.clock.now() };
}
