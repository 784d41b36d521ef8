import type { ConsoleAction, ConsoleTicket, ConsoleView, Text } from '#server/views.ts';
import { words, type Words } from '#display/words/index.ts';

/** One request to the API: the path below /api/v1, and its body. */
export interface Wish {
	action: ConsoleAction;
	/** the ticket it is about; null for the window itself */
	ticket: ConsoleTicket['id'] | null;
	path: string;
	body: Record<string, string>;
}

/** One line of a menu. */
export interface Option {
	id: string;
	label: Text;
	note: Text | null;
	wish: Wish;
}

/** The actions that ask one thing more before they are done. */
export type MenuAction = 'park' | 'pause' | 'resume' | 'return' | 'transfer' | 'cancel';

/** The wish for something the window does. */
export function windowWish(view: ConsoleView, action: ConsoleAction, body: Record<string, string> = {}): Wish {
	return { action, ticket: null, path: `/windows/${encodeURIComponent(view.window.code)}/${action}`, body };
}

/** The wish for something done with a ticket. */
export function ticketWish(id: ConsoleTicket['id'], action: ConsoleAction, body: Record<string, string> = {}): Wish {
	return { action, ticket: id, path: `/tickets/${String(id)}/${action}`, body };
}

const PARK_KINDS: readonly NonNullable<ConsoleTicket['park']>[] = ['papers-missing', 'papers-kept', 'other-step'];
const CANCEL_REASONS = ['left', 'mistaken', 'double', 'impossible'] as const;

const both = (pick: (words: Words) => string): Text => ({ zh: pick(words('zh-CN')), en: pick(words('en')) });

/** What can be chosen, in the order of the figure keys; empty where there is no ticket to do it with. */
export const MENUS: Record<MenuAction, (view: ConsoleView) => Option[]> = {
	pause: (view) =>
		view.pauseReasons.map(({ code, name }) => ({
			id: code,
			label: name,
			note: null,
			wish: windowWish(view, 'pause', { reason: code })
		})),
	park: ({ current }) =>
		withTicket(current, (id) =>
			PARK_KINDS.map((kind) => ({
				id: kind,
				label: both((w) => w.common.park[kind]),
				note: both((w) => w.console.parkMeans[kind]),
				wish: ticketWish(id, 'park', { kind })
			}))
		),
	cancel: ({ current }) =>
		withTicket(current, (id) =>
			CANCEL_REASONS.map((reason) => ({
				id: reason,
				label: both((w) => w.console.cancelReason[reason]),
				note: null,
				wish: ticketWish(id, 'cancel', { reason: words('zh-CN').console.cancelReason[reason] })
			}))
		),
	resume: (view) => listed(view.parked, 'resume'),
	return: (view) => listed(view.missed, 'return'),
	transfer: ({ current, targets }) =>
		withTicket(current, (id, ticket) => [
			...targets.queues
				.filter(({ code }) => code !== ticket.queue.code)
				.map(({ code, name }) => ({
					id: `queue ${code}`,
					label: name,
					note: both((w) => w.console.toQueue),
					wish: ticketWish(id, 'transfer', { queue: code })
				})),
			...targets.windows.map(({ code, name }) => ({
				id: `window ${code}`,
				label: name,
				note: both((w) => w.console.toWindow),
				wish: ticketWish(id, 'transfer', { window: code })
			}))
		])
};

function withTicket(ticket: ConsoleTicket | null, options: (id: number, ticket: ConsoleTicket) => Option[]): Option[] {
	return ticket === null ? [] : options(ticket.id, ticket);
}

function listed(tickets: readonly ConsoleTicket[], action: 'resume' | 'return'): Option[] {
	return tickets
		.filter((ticket) => ticket.allowed.includes(action))
		.map((ticket) => ({
			id: String(ticket.id),
			label: { zh: ticket.number, en: ticket.number },
			note: ticket.item.name,
			wish: ticketWish(ticket.id, action)
		}));
}

/** The options whose name, other name or code contains every word that was typed. */
export function search(options: readonly Option[], typed: string): Option[] {
	const asked = typed.trim().toLowerCase().split(/\s+/u);
	return options.filter(({ id, label }) => {
		const text = `${id} ${label.zh} ${label.en}`.toLowerCase();
		return asked.every((word) => text.includes(word));
	});
}
