import { addMessage, getMessage, messageByIntent, saveMessage } from '#db/phone-messages.ts';
import type { Tx } from '#db/group.ts';
import type { MessageWay, PhoneCallRow, PhoneMessageRow } from '#db/schema.ts';
import { settleAlarm } from '../alarms/alarms.ts';
import type { Hall } from '../hall.ts';
import { isAllowed } from '../people/access.ts';
import type { Who } from '../people/who.ts';
import { keepSealed, readPersonal, type PersonalData } from '../personal/keep.ts';
import { done, refused, type Result } from '../result.ts';
import { addAct, notePhone, numberOf, openCall } from '../telephone/held.ts';
import { barredWording } from '../wording/written.ts';

/** An answer to be sent, and where to; an empty address is the number that the call came from. */
export interface MessageWish {
	way: MessageWay;
	to: string;
	text: string;
	/** the caller agrees that the address is kept until it is sent */
	consent: boolean;
	/** sent as it is, whatever wording is found in it */
	override: boolean;
	intent: string;
}

/** Sends an answer that is too long to be written down (P-11), through the hall's gateway. The same intent is the same message. */
export function sendAnswer(hall: Hall, who: Who, id: number, wish: MessageWish): Promise<Result<PhoneMessageRow>> {
	return hall.write(async (tx) => {
		const known = await messageByIntent(tx.k, tx.hall, wish.intent);
		if (known) return done(known);
		const own = await openCall(tx, hall, who, id);
		if (!own.ok) return own;
		if (hall.setup.file.telephone.messages === null) return refused('no-gateway');
		if (wish.text.trim() === '') return refused('text-needed', 'answer');
		if (!wish.consent) return refused('consent-needed');
		const to = await addressOf(tx, hall, id, wish);
		if (!to.ok) return to;
		const written = {
			kind: 'telephone.answer',
			texts: [wish.text],
			override: wish.override,
			window: null,
			ticket: null
		};
		const barred = await barredWording(tx, hall, who, written);
		return barred ?? done(await begin(tx, hall, who, { call: own.value, wish, to: to.value }));
	});
}

const EMAIL = /^[^\s@]{1,64}@[^\s@]{1,190}\.[^\s@.]{2,63}$/;

async function addressOf(tx: Tx, hall: Hall, call: number, { way, to }: MessageWish): Promise<Result<PersonalData>> {
	const given = to.trim();
	if (way === 'email') return EMAIL.test(given) ? done({ address: given }) : refused('email-invalid');
	const phone = given === '' ? await numberOf(tx, hall, call) : given;
	return phone === undefined ? refused('number-needed') : readPersonal({ phone });
}

async function begin(
	tx: Tx,
	hall: Hall,
	who: Who,
	{ call, wish, to }: { call: PhoneCallRow; wish: MessageWish; to: PersonalData }
): Promise<PhoneMessageRow> {
	const at = hall.clock.now();
	const { id } = await addAct(tx, hall, who, { call, act: 'answer-sent', body: { way: wish.way } });
	const row: PhoneMessageRow = {
		...{ hall: tx.hall, id, call: call.id, way: wish.way, text: wish.text, intent: wish.intent },
		...{ state: 'queued', attempts: 0, next_at: at, reason: null },
		...{ staff: who.staff ?? who.name, created_at: at, changed_at: at }
	};
	await addMessage(tx.k, row);
	await keepSealed(tx, hall, who, { at: { subject: 'phone-message', of: id }, data: to });
	return row;
}

/** Tries once more what was given up. */
export function sendAgain(hall: Hall, who: Who, id: number): Promise<Result<PhoneMessageRow>> {
	return hall.write(async (tx) => {
		const row = await getMessage(tx.k, tx.hall, id);
		const may = row?.staff === who.staff || isAllowed(hall, who, 'telephone:oversee');
		if (!row || !may) return refused('message-unknown', String(id));
		if (row.state !== 'failed' || row.text === '') return refused('wrong-state', row.state);
		const at = hall.clock.now();
		const again: PhoneMessageRow = { ...row, state: 'queued', attempts: 0, next_at: at, changed_at: at };
		await saveMessage(tx.k, again);
		await notePhone(tx, hall, who, { act: 'message-again', body: { message: id } });
		await settleAlarm(tx, hall, { kind: 'phone-message-failed', key: String(id) });
		return done(again);
	});
}
