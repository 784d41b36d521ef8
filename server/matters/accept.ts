import type { Tx } from '#db/group.ts';
import type { MatterRow } from '#db/schema.ts';
import { addSlip } from '#db/slips.ts';
import { askForDelivery, readDelivery, type DeliveryWish } from '../deliveries/ask.ts';
import { today, type Hall } from '../hall.ts';
import { barredFor } from '../intake/receive.ts';
import { settleIntake } from '../intake/settle.ts';
import { acceptBarred } from '../intake/will.ts';
import type { Who } from '../people/who.ts';
import type { PersonalData } from '../personal/keep.ts';
import { done, refused, type Result } from '../result.ts';
import { printerGroup, zoneOfQueue } from '../setup/places.ts';
import { hold, type Held } from '../tickets/held.ts';
import { finishHeld } from '../tickets/serve.ts';
import { slipOf } from '../tickets/slips.ts';
import { openMatter } from './open.ts';

/** What goes with an acceptance. */
export interface AcceptWish {
	/** the result is sent home; null when the visitor does not wish it */
	delivery: DeliveryWish | null;
}

/**
 * 受理: a clerk accepts what cannot be done on the spot. The service ends as done, and a chain goes on; the matter begins, with its
 * promised and its legal day; the acceptance slip is printed. Papers that were kept can be accepted after their visitor has gone.
 */
export function accept(
	hall: Hall,
	who: Who,
	id: number,
	wish: AcceptWish
): Promise<Result<Held & { matter: MatterRow }>> {
	return hall.write(async (tx) => {
		const held = await hold(tx, id);
		if (!held) return refused('ticket-unknown', String(id));
		const barred = (await barredFor(tx, who, held)) ?? (await acceptBarred(tx, hall, held));
		if (barred) return barred;
		const delivery = wish.delivery ? readDelivery(wish.delivery) : done(null);
		if (!delivery.ok) return delivery;
		const matter = await openFor(tx, hall, who, held);
		if (!matter.ok) return matter;
		return done(await accepted(tx, hall, who, { held, matter: matter.value, delivery: delivery.value }));
	});
}

function openFor(tx: Tx, hall: Hall, who: Who, { ticket, leg }: Held): Promise<Result<MatterRow>> {
	const { id, number } = ticket;
	const place = { ticket: id, leg: leg.id, item: leg.item, window: leg.window };
	return openMatter(tx, hall, who, { ...place, number, owner: leg.staff ?? who.staff ?? '', from: today(hall) });
}

/** What follows from the matter; nothing of it can be refused any more. */
async function accepted(
	tx: Tx,
	hall: Hall,
	who: Who,
	{ held, matter, delivery }: { held: Held; matter: MatterRow; delivery: PersonalData | null }
): Promise<Held & { matter: MatterRow }> {
	if (delivery) await askForDelivery(tx, hall, who, { matter, data: delivery });
	await askForSlip(tx, hall, held, matter);
	const after = held.leg.state === 'serving' ? await ended(tx, hall, who, { held, matter }) : held;
	await settleIntake(tx, hall, held.leg, 'accepted');
	return { ...after, matter };
}

async function ended(tx: Tx, hall: Hall, who: Who, { held, matter }: { held: Held; matter: MatterRow }): Promise<Held> {
	const finished = await finishHeld(tx, hall, who, { held, body: { matter: matter.case } });
	if (!finished.ok) throw new Error(`a service that is ${held.leg.state} does not end: ${finished.refusal}`);
	return finished.value;
}

/** The slip comes out beside the window, else where the queue's slips do. */
async function askForSlip(tx: Tx, hall: Hall, { ticket, leg }: Held, matter: MatterRow): Promise<void> {
	const own = hall.setup.windows.get(leg.window ?? '')?.printerGroup ?? null;
	const group = own ?? printerGroup(hall.setup, null, zoneOfQueue(hall.setup, leg.queue));
	if (group === null) return;
	const body = { case: matter.case };
	const at = hall.clock.now();
	await addSlip(tx.k, slipOf(ticket, { id: matter.case, at, kind: 'acceptance', group, body }));
}
