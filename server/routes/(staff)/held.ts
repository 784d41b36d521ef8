import type { Words } from '#display/words/index.ts';
import type { DeskTicket } from '#server/views.ts';
import { clockTime } from './time.ts';

type Held = Pick<NonNullable<DeskTicket['held']>, 'kind' | 'until'>;

/** Whether the time is over within which coming back keeps its advantage. */
export function isLate({ until }: Held, now: number): boolean {
	return until !== null && until < now;
}

/** Until when somebody on hold or parked should be back, and what it means when that is over; in words. */
export function heldUntil(
	held: Held,
	{ now, timeZone, w }: { now: number; timeZone: string; w: Words['console'] }
): string {
	if (held.until === null) return '';
	const time = clockTime(held.until, timeZone);
	const late = isLate(held, now);
	switch (held.kind) {
		case 'missed':
			return late ? w.returnLate({ time }) : w.returnBy({ time });
		case 'papers-kept':
			return late ? w.keptLate({ time }) : w.keptUntil({ time });
		case 'papers-missing':
		case 'other-step':
			return late ? w.backLate({ time }) : w.backBy({ time });
	}
}
