import type { Tx } from '#db/group.ts';
import { phoneActsOf, savePhoneCall } from '#db/phone-calls.ts';
import type { PhoneCallRow } from '#db/schema.ts';
import type { Hall } from '../hall.ts';
import type { Who } from '../people/who.ts';
import { done, refused, type Refused, type Result } from '../result.ts';
import { hasOpened, reportContradiction } from './cases.ts';
import { takes } from './intake.ts';
import { addAct, notePhone, openCall } from './held.ts';
import { leaveCall } from './seats.ts';

/** What a call was: one of the hall file's classes, and a few words. */
export interface SummaryWish {
	class: string;
	text: string;
}

/** So much of what was written stands in the list of cases. */
const ABOUT = 60;

/**
 * Sums a call up after its end (P-02), by which whoever stood by it is ready again. What its class leads to is done with
 * it: a journalist is led to the office in charge (P-08), contradictory rules are reported upward (P-10).
 */
export function sumUp(hall: Hall, who: Who, id: number, wish: SummaryWish): Promise<Result<PhoneCallRow>> {
	return hall.write(async (tx) => {
		const own = await openCall(tx, hall, who, id);
		if (!own.ok) return own;
		const call = own.value;
		if (call.state !== 'ended') return refused('call-goes-on', call.state);
		const barred = await leads(tx, hall, who, { call, wish });
		if (barred) return barred;
		const at = hall.clock.now();
		const row = { ...call, class: wish.class, summary: wish.text, wrapped_by: who.staff ?? who.name, wrapped_at: at };
		await savePhoneCall(tx.k, row);
		await notePhone(tx, hall, who, { act: 'summed-up', body: { call: id, class: wish.class } });
		await leaveCall(tx, hall, who, row);
		return done(row);
	});
}

/** Does what a class leads to, unless it is done; refuses what has to be done by hand before. */
async function leads(
	tx: Tx,
	hall: Hall,
	who: Who,
	{ call, wish }: { call: PhoneCallRow; wish: SummaryWish }
): Promise<Refused | undefined> {
	const known = hall.setup.policies.telephone.classes.find(({ code }) => code === wish.class);
	if (!known) return refused('phone-class-unknown', wish.class);
	const acts = new Set((await phoneActsOf(tx.k, tx.hall, call.id)).map(({ act }) => act));
	switch (known.leads) {
		case 'media':
			if (!acts.has('media-led')) await leadMedia(tx, hall, who, call);
			return undefined;
		case 'contradiction':
			return report(tx, hall, who, { call, wish });
		case 'complaint':
			return lacksComplaint(tx, call.id);
		case 'nothing':
		case 'referral':
		case 'message':
		case 'nuisance':
			return undefined;
	}
}

/** A complaint is taken down as one, with a date and a way to be answered (C-01), before the call is called so. */
async function lacksComplaint(tx: Tx, call: number): Promise<Refused | undefined> {
	if (!takes().includes('complaint') || (await hasOpened(tx, call, 'complaint'))) return undefined;
	return refused('complaint-needed');
}

async function leadMedia(tx: Tx, hall: Hall, who: Who, call: PhoneCallRow): Promise<void> {
	const { mediaOffice } = hall.setup.policies.telephone;
	await addAct(tx, hall, who, { call, act: 'media-led', body: { to: mediaOffice?.name.zh ?? '' } });
}

async function report(
	tx: Tx,
	hall: Hall,
	who: Who,
	{ call, wish }: { call: PhoneCallRow; wish: SummaryWish }
): Promise<Refused | undefined> {
	if (await hasOpened(tx, call.id, 'contradiction')) return undefined;
	const text = wish.text.trim();
	if (text === '') return refused('text-needed', 'contradiction');
	const opened = await reportContradiction(tx, hall, who, { call, about: text.slice(0, ABOUT), text });
	return opened.ok ? undefined : opened;
}
