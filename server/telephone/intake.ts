import type { Tx } from '#db/group.ts';
import { phoneActsOf } from '#db/phone-calls.ts';
import type { CaseRow } from '#db/schema.ts';
import type { Hall } from '../hall.ts';
import type { Who } from '../people/who.ts';
import type { PersonalData } from '../personal/keep.ts';
import { refused, type Result } from '../result.ts';
import type { Given } from '../say/given.ts';
import { SAYINGS } from '../say/kinds.ts';
import { keepOpened, personOf, type CallCaseWish } from './cases.ts';
import { openCall } from './held.ts';

/** A message, a complaint, a question that a caller leaves. */
export interface IntakeWish extends CallCaseWish {
	kind: string;
	intent: string;
}

/** What a call can be turned into, beside a call-back: whatever visitors can tell this hall. */
export function takes(): string[] {
	return SAYINGS.map(({ kind }) => kind);
}

/** Takes down what a caller leaves, as the case that a visitor's own word would be. The call is kept beside it. */
export function takeIntake(hall: Hall, who: Who, id: number, wish: IntakeWish): Promise<Result<CaseRow>> {
	return hall.write(async (tx) => {
		const own = await openCall(tx, hall, who, id);
		if (!own.ok) return own;
		const saying = SAYINGS.find(({ kind }) => kind === wish.kind);
		if (!saying) return refused('phone-class-unknown', wish.kind);
		const person = await personOf(tx, hall, { call: own.value, wish });
		if (!person.ok) return person;
		const given = givenBy(who, wish, person.value);
		const opened = await saying.open(tx, hall, who, given);
		if (opened.ok && !(await isKept(tx, id, opened.value.id)))
			await keepOpened(tx, hall, who, { call: own.value, row: opened.value });
		return opened;
	});
}

/** The same intent has opened it before. */
async function isKept(tx: Tx, call: number, id: number): Promise<boolean> {
	return (await phoneActsOf(tx.k, tx.hall, call)).some((one) => one.act === 'case-opened' && one.case === id);
}

function givenBy(who: Who, wish: IntakeWish, person: PersonalData): Given {
	const text = wish.text.trim() === '' ? wish.about : `${wish.about}\n${wish.text}`;
	const nothing = { ticket: null, window: null, concerned: null, department: null, desk: null };
	return {
		...{ text, lang: 'zh-CN', origin: 'desk', ...nothing },
		contact: person.phone === undefined ? 'none' : 'call',
		person,
		taker: who.staff ?? null,
		intent: wish.intent
	};
}
