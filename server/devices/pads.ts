import { getWindow } from '#db/windows.ts';
import { getLeg } from '#db/tickets.ts';
import { lastEndedAt } from '#db/greetings.ts';
import { greet } from '../greetings/greet.ts';
import { today, type Hall } from '../hall.ts';
import type { Who } from '../people/who.ts';
import { refused, type Result } from '../result.ts';
import type { RefusalCode } from '../rules/refusal.ts';
import type { PadAction, PadEntry } from '../setup/schema.ts';
import { callNext, recall } from '../tickets/call.ts';
import { calledOut, miss } from '../tickets/miss.ts';
import { finish, start } from '../tickets/serve.ts';
import { closeWindow, openWindow, pauseWindow, wrapUp } from '../windows/state.ts';

export interface PadsOptions {
	/** a key was pressed and its act was not granted */
	onRefused: (window: string, action: PadAction, code: RefusalCode) => void;
	onTrouble: (error: unknown) => void;
}

/** A key of a pad does at its window what the key of the console does; undefined for a key that does nothing. */
export async function press(
	hall: Hall,
	pad: PadEntry,
	key: number,
	options: PadsOptions
): Promise<Result<unknown> | undefined> {
	const action = pad.keys[String(key)];
	if (action === undefined) return undefined;
	const outcome = await act(hall, pad, action);
	if (!outcome.ok) options.onRefused(pad.window, action, outcome.refusal);
	return outcome;
}

type OfWindow = (hall: Hall, who: Who, window: string) => Promise<Result<unknown>>;
type OfTicket = (hall: Hall, who: Who, ticket: number) => Promise<Result<unknown>>;

const AT_WINDOW: Partial<Record<PadAction, OfWindow>> = {
	next: callNext,
	'wrap-up': wrapUp,
	close: closeWindow,
	open: (hall, who, window) => openWindow(hall, who, window, null),
	// The first reason of the hall file is the commonest one.
	pause: (hall, who, window) => {
		const reason = hall.setup.file.pauseReasons[0]?.code ?? '';
		return pauseWindow(hall, who, window, { reason, minutes: null });
	}
};

const WITH_TICKET: Partial<Record<PadAction, OfTicket>> = {
	recall,
	start,
	'called-out': calledOut,
	finish: (hall, who, ticket) => finish(hall, who, ticket, 'done'),
	miss: (hall, who, ticket) => miss(hall, who, ticket, { looked: false }),
	welcomed: (hall, who, ticket) => greet(hall, who, ticket, 'welcomed'),
	answered: (hall, who, ticket) => greet(hall, who, ticket, 'answered'),
	'seen-off': (hall, who, ticket) => greet(hall, who, ticket, 'seen-off')
};

/** What a key of a pad does, as the pad itself: the window's own staff number stands in the visit. */
export async function act(
	hall: Hall,
	pad: Pick<PadEntry, 'code' | 'window'>,
	action: PadAction
): Promise<Result<unknown>> {
	const who: Who = { role: 'clerk', name: `device:${pad.code}`, window: pad.window };
	const atWindow = AT_WINDOW[action];
	if (atWindow) return atWindow(hall, who, pad.window);
	const ticket = (await ticketAt(hall, pad.window)) ?? (action === 'seen-off' ? await lastAt(hall, pad.window) : null);
	const withTicket = WITH_TICKET[action];
	return ticket === null || !withTicket ? refused('wrong-state', action) : withTicket(hall, who, ticket);
}

/** Whom the window has called or serves. */
async function ticketAt(hall: Hall, code: string): Promise<number | null> {
	const window = await getWindow(hall.read, hall.id, code);
	const leg = window?.leg == null ? undefined : await getLeg(hall.read, hall.id, window.leg);
	return leg?.ticket ?? null;
}

/** Who was served there last: the farewell comes when all is done. */
async function lastAt(hall: Hall, window: string): Promise<number | null> {
	return (await lastEndedAt(hall.read, { hall: hall.id, day: today(hall), window }))?.ticket ?? null;
}
