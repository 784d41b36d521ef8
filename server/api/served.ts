import type { Hall } from '../hall.ts';
import type { Who } from '../people/who.ts';
import type { Held } from '../tickets/held.ts';
import { consoleView } from '../windows/view.ts';
import type { ConsoleView } from '../views.ts';

/** A ticket after an act on it, for whoever acts at windows; the console is there for a person's page only. */
export async function servedView(hall: Hall, who: Who, { ticket, leg }: Held): Promise<object> {
	return {
		id: ticket.id,
		number: ticket.number,
		state: ticket.state,
		step: leg.state,
		queue: leg.queue,
		item: leg.item,
		window: leg.window,
		staff: leg.staff,
		calls: leg.calls,
		calledAt: leg.called_at,
		startedAt: leg.started_at,
		endedAt: leg.ended_at,
		console: await ownConsole(hall, who)
	};
}

/** The console of the window a session is signed in to; null for programs and for people without a window. */
export async function ownConsole(hall: Hall, who: Who): Promise<ConsoleView | null> {
	if (who.staff === undefined || who.window === undefined) return null;
	await hall.counters.load(hall.read, hall.id, hall.setup);
	return (await consoleView(hall, who, who.window)) ?? null;
}
