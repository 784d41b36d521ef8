import type { Tx } from '#db/group.ts';
import { waitingIn } from '#db/queue-days.ts';
import { aheadOf } from '#db/tickets.ts';
import { today, type Hall } from '../hall.ts';
import { refused, type Refused } from '../result.ts';
import { minutesLeft, prospect, type Prospect } from '../rules/closing.ts';
import { clockText } from '../rules/day.ts';
import type { RefusalCode } from '../rules/refusal.ts';
import { waitIn } from '../tickets/view.ts';
import { openingDetail } from './opening.ts';
import type { KioskAdvice } from './view.ts';

/** Whether somebody with so many ahead will be served before the doors close. A hall that never closes serves everybody. */
function prospectIn(hall: Hall, queue: string, ahead: number): Prospect {
	if (hall.setup.policies.demo === 'always-open') return 'fine';
	const { throughBreaks } = hall.setup.policies.closing;
	const now = hall.clock.now();
	const left = minutesLeft(hall.setup.servedOn(queue, hall.setup.day(now)), now, throughBreaks);
	const service = hall.setup.queues.get(queue)?.plannedMinutes ?? 0;
	return prospect(waitIn(hall, queue, ahead), service, left);
}

/**
 * Refuses a number that would surely come to nothing; undefined when it may be given.
 * @param rankAt the place it would have: who has priority has fewer ahead
 */
export async function tooLate(tx: Tx, hall: Hall, of: { queue: string; rankAt: number }): Promise<Refused | undefined> {
	const { closing, demo } = hall.setup.policies;
	if (!closing.stop || demo === 'always-open') return undefined;
	const waiting = await waitingIn(tx.k, { hall: tx.hall, queue: of.queue, day: today(hall) });
	if (prospectIn(hall, of.queue, waiting) !== 'too-late') return undefined;
	const last = { hall: tx.hall, queue: of.queue, rank_at: of.rankAt, id: Number.MAX_SAFE_INTEGER };
	const ahead = await aheadOf(tx.k, last, waiting + 1);
	if (prospectIn(hall, of.queue, ahead) !== 'too-late') return undefined;
	return refused('too-late-today', openingDetail(hall, of.queue, 'too-late-today', of.queue));
}

/** What a page says of an item that gives no more numbers today; null when it still does. */
export function lateBecause(hall: Hall, queue: string, ahead: number): RefusalCode | null {
	return hall.setup.policies.closing.stop && prospectIn(hall, queue, ahead) === 'too-late' ? 'too-late-today' : null;
}

/** What is told before a number is taken: that it may come to nothing, or that the queue is long; null when neither. */
export function adviceFor(hall: Hall, queue: string, ahead: number): KioskAdvice | null {
	const wait = waitIn(hall, queue, ahead);
	const { closing, limits } = hall.setup.policies;
	const last = hall.setup.queueHoursOn(queue, today(hall)).at(-1);
	const told = { wait, closes: last ? clockText(last.to) : '' };
	if (closing.warn && prospectIn(hall, queue, ahead) !== 'fine') return { kind: 'may-not-be-served', ...told };
	return wait.to >= limits.longQueueMinutes ? { kind: 'long-queue', ...told } : null;
}
