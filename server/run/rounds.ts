import { lapseCalm } from '../broadcast/end.ts';
import { keepCases } from '../cases/keep.ts';
import { forgetComplaintPhones, watchComplaints } from '../complaints/clock.ts';
import type { Cancel } from '../clock.ts';
import type { Hall } from '../hall.ts';
import { forgetAsked, watchKnowledge } from '../knowledge/expire.ts';
import { watchLoans } from '../loans/watch.ts';
import { forgetPhotos } from '../inspections/photos.ts';
import { watchInspections } from '../inspections/watch.ts';
import { watchNotes } from '../notes/watch.ts';
import { watchServices } from '../services/crowd.ts';
import { watchKiosks } from '../offline/away.ts';
import { watchDevices } from '../watch/alarms.ts';
import { forgetHistory } from '../watch/forget.ts';
import { watchIntakes } from '../notices/late.ts';
import { sendMessages } from '../messages/work.ts';
import { forgetPersonal } from '../personal/forget.ts';
import { endLostCalls, forgetPhones } from '../telephone/forget.ts';
import { watchWindows } from '../windows/watch.ts';

const EVERY_MS = 20_000;

/** What goes by the clock. Each may run at any time and any number of times: it looks at what is due and does that once. */
export type Round = (hall: Hall) => Promise<void>;

const ROUNDS: readonly Round[] = [
	watchWindows,
	watchIntakes,
	keepCases,
	forgetPersonal,
	watchComplaints,
	forgetComplaintPhones,
	watchKnowledge,
	forgetAsked,
	lapseCalm,
	watchLoans,
	watchServices,
	watchKiosks,
	watchDevices,
	forgetHistory,
	watchNotes,
	watchInspections,
	forgetPhotos,
	endLostCalls,
	forgetPhones,
	sendMessages
];

/** Makes every round once; one that fails does not keep the others from theirs. */
export async function makeRounds(hall: Hall, onTrouble: (error: unknown) => void): Promise<void> {
	for (const round of ROUNDS) await round(hall).catch(onTrouble);
}

/** Makes the rounds from now on. One process of a hall does. */
export function keepRounds(hall: Hall, onTrouble: (error: unknown) => void): Cancel {
	let going = false;
	return hall.clock.every(EVERY_MS, () => {
		if (going) return;
		going = true;
		void makeRounds(hall, onTrouble).finally(() => (going = false));
	});
}
