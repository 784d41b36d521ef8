import type { ConsoleAction, ConsoleView } from '#server/views.ts';
import { ticketWish } from '../../options.ts';
import type { ConsoleWish } from '../menus.ts';

type Mark = keyof ConsoleView['talk']['marks'];

function isMark(action: ConsoleAction): action is Mark {
	return action === 'welcomed' || action === 'answered' || action === 'seen-off';
}

/** Whether an action of how one speaks can be done at that moment of the hall (ms); null for any other action. */
export function mayTalk({ talk }: ConsoleView, action: ConsoleAction, now: number): boolean | null {
	if (action === 'phrases') return true;
	if (action === 'opinion') return talk.opinionOf !== null;
	if (!isMark(action)) return null;
	const { ticket, until } = talk.marks[action];
	return ticket !== null && (until === null || now < until);
}

/** The wish that sets a mark of a service; null for any other action, and where there is nobody to set it for. */
export function talkWish({ talk }: ConsoleView, action: ConsoleAction): ConsoleWish | null {
	const ticket = isMark(action) ? talk.marks[action].ticket : null;
	return ticket === null ? null : { ...ticketWish(ticket, 'greet', { mark: action }), action };
}

/** Whether an action is a mark that the visitor at hand, or the one who is leaving, has already. */
export function isMarked({ talk }: ConsoleView, action: ConsoleAction): boolean {
	return isMark(action) && talk.marks[action].at !== null;
}
