import { forgetCallers, hasCallers, livePhoneCalls } from '#db/phone-calls.ts';
import { forgetTexts, hasTexts } from '#db/phone-messages.ts';
import { today, type Hall } from '../hall.ts';
import { SYSTEM } from '../people/access.ts';
import { addDays } from '../rules/day.ts';
import { hearEvent, type CallEvent } from './events.ts';

const DAY_MS = 86_400_000;
/** No call lasts so long: its end was told to nobody. */
const LONGEST_MS = 4 * 3_600_000;

/**
 * Ends calls of which no end was ever heard, by the same way as one that is heard: else whoever had one would talk for good,
 * and the number that it came from would be kept for good.
 */
export async function endLostCalls(hall: Hall): Promise<void> {
	const at = hall.clock.now();
	const lost = (await livePhoneCalls(hall.read, hall.id)).filter(({ rang_at }) => rang_at < at - LONGEST_MS);
	for (const { ref, system } of lost) {
		const nobody = { line: null, caller: null, staff: null, extension: null };
		const event: CallEvent = { call: ref, event: 'ended', at, ...nobody };
		await hall.write((tx) => hearEvent(tx, hall, SYSTEM, { system, event }));
	}
}

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
