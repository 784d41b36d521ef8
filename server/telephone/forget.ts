import { forgetCallers, hasCallers } from '#db/phone-calls.ts';
import { forgetTexts, hasTexts } from '#db/phone-messages.ts';
import { today, type Hall } from '../hall.ts';
import { addDays } from '../rules/day.ts';

const DAY_MS = 86_400_000;

/** By which number somebody called is forgotten as the number itself is; so is what was sent to somebody. */
export async function forgetPhones(hall: Hall): Promise<void> {
	const { keepDaysAfter } = hall.setup.policies.personal;
	const before = addDays(today(hall), -keepDaysAfter);
	if (await hasCallers(hall.read, { hall: hall.id, before })) {
		await hall.write((tx) => forgetCallers(tx.k, { hall: tx.hall, before }));
	}
	const sentBefore = hall.clock.now() - keepDaysAfter * DAY_MS;
	if (await hasTexts(hall.read, { hall: hall.id, before: sentBefore })) {
		await hall.write((tx) => forgetTexts(tx.k, { hall: tx.hall, before: sentBefore }));
	}
}
