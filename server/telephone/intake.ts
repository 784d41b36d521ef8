import type { Tx } from '#db/group.ts';
import type { CaseRow } from '#db/schema.ts';
import type { Hall } from '../hall.ts';
import type { Who } from '../people/who.ts';
import { done, refused, type Result } from '../result.ts';
import { keepOpened, personOf, type CallCaseWish } from './cases.ts';
import { openCall } from './held.ts';

/** A message or a complaint that a caller leaves. */
export interface IntakeWish extends CallCaseWish {
	kind: string;
	urgent: boolean;
	intent: string;
}

/** What a call can be turned into, beside a call-back. */
export function takes(): string[] {
	return [];
}

/** Takes down what a caller leaves, as a case of a kind that the hall takes from visitors. */
export function takeIntake(hall: Hall, who: Who, id: number, wish: IntakeWish): Promise<Result<CaseRow>> {
	return hall.write(async (tx) => {
		const own = await openCall(tx, hall, who, id);
		if (!own.ok) return own;
		return refused('phone-class-unknown', wish.kind);
	});
}
