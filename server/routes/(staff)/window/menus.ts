import type { ConsoleAction, ConsoleTicket, ConsoleView } from '#server/views.ts';
import type { Option, Wish } from '../menu.ts';
import { both, cancelOptions, classOptions, ticketWish, transferOptions } from '../options.ts';

export type ConsoleWish = Wish<ConsoleAction>;
export type ConsoleOption = Option<ConsoleAction>;

/** What the window itself does, whoever stands at it. */
export const WINDOW_ACTIONS: readonly ConsoleAction[] = [
	'open',
	'pause',
	'wrap-up',
	'close',
	'next',
	'hand-over',
	'say',
	'my-cases'
];

/** The wish for something the window does. */
export function windowWish(view: ConsoleView, action: ConsoleAction, body: Wish['body'] = {}): ConsoleWish {
	return { action, path: `/windows/${encodeURIComponent(view.window.code)}/${action}`, body };
}

const PARK_KINDS: readonly NonNullable<ConsoleTicket['park']>[] = ['papers-missing', 'papers-kept', 'other-step'];

const WILL_MARKS = ['own', 'not-own', 'elder'] as const;

type OptionsOf = (view: ConsoleView) => ConsoleOption[];

/** The actions that ask one thing more before they are done. */
export type MenuAction =
	'park' | 'pause' | 'hand-over' | 'resume' | 'return' | 'transfer' | 'class' | 'cancel' | 'miss' | 'true-will';

/** What can be chosen, in the order of the figure keys; empty where there is nothing to ask, or nobody to do it with. */
export const MENUS: Record<MenuAction, OptionsOf> = {
	pause: (view) =>
		view.pauseReasons.map(({ code, name, minutes }) => ({
			id: code,
			label: name,
			note: minutes === null ? null : both((w) => w.console.minutes({ minutes })),
			then: windowWish(view, 'pause', { reason: code })
		})),
	'hand-over': (view) => [...keepSeat(view), ...view.successors.map((no) => offer(view, no))],
	park: withTicket(({ id }) =>
		PARK_KINDS.map((kind) => ({
			id: kind,
			label: both((w) => w.common.park[kind]),
			note: both((w) => w.console.parkMeans[kind]),
			then: ticketWish(id, 'park', { kind })
		}))
	),
	cancel: withTicket(({ id }) => cancelOptions(id)),
	resume: (view) => listed(view.parked, 'resume'),
	return: (view) => listed([...view.missed, ...view.parked], 'return'),
	transfer: withTicket((ticket, { targets }) => transferOptions(ticket.id, ticket.queue.code, targets)),
	class: withTicket((ticket, { classes }) => classOptions(ticket, classes)),
	'true-will': withTicket(({ id }, { telling }) =>
		WILL_MARKS.filter((mark) => mark !== 'elder' || telling.current?.will.state === 'none').map((mark) => ({
			id: mark,
			label: both((w) => w.papers.will[mark]),
			note: both((w) => w.papers.willMeans[mark]),
			then: ticketWish(id, 'true-will', { mark })
		}))
	),
	// Whoever needs help is looked for before the number is given up.
	miss: withTicket(({ id, noShow }) =>
		noShow?.look === true
			? [
					{
						id: 'looked',
						label: both((w) => w.console.looked),
						note: both((w) => w.console.lookFirst),
						then: ticketWish(id, 'miss', { looked: true })
					}
				]
			: []
	)
};

/** Whether an action has a menu at all. */
export function hasMenu(action: ConsoleAction): action is MenuAction {
	return Object.hasOwn(MENUS, action);
}

function offer(view: ConsoleView, no: string): ConsoleOption {
	const then = { ...windowWish(view, 'hand-over', { to: no }), path: offerPath(view) };
	return { id: no, label: { zh: no, en: no }, note: null, then };
}

/** Who has offered the seat can take that back. */
function keepSeat(view: ConsoleView): ConsoleOption[] {
	if (view.handTo === null) return [];
	const then = { ...windowWish(view, 'hand-over', { to: null }), path: offerPath(view) };
	return [{ id: 'keep', label: both((w) => w.console.keepSeat), note: both((w) => w.console.keepSeatMeans), then }];
}

function offerPath(view: ConsoleView): string {
	return `/windows/${encodeURIComponent(view.window.code)}/offer`;
}

function withTicket(options: (ticket: ConsoleTicket, view: ConsoleView) => ConsoleOption[]): OptionsOf {
	return (view) => (view.current === null ? [] : options(view.current, view));
}

function listed(tickets: readonly ConsoleTicket[], action: 'resume' | 'return'): ConsoleOption[] {
	return tickets
		.filter((ticket) => ticket.allowed.includes(action))
		.map((ticket) => ({
			id: String(ticket.id),
			label: { zh: ticket.number, en: ticket.number },
			note: ticket.item.name,
			then: ticketWish(ticket.id, action)
		}));
}

/** Whether an action may be done that is not only of the current visitor; null for any other. */
export function mayApart(view: ConsoleView, action: ConsoleAction, now: number): boolean | null {
	if (action === 'undo') return view.undo !== null && now < view.undo.until;
	if (action === 'resume' || action === 'return') return MENUS[action](view).length > 0;
	return action === 'receive' ? mayReceive(view) : null;
}

/** Papers are taken in once; with nobody at the window those that were kept are looked through. */
function mayReceive({ current, telling }: ConsoleView): boolean {
	if (current === null) return telling.kept.length > 0;
	return current.allowed.includes('receive') && telling.current?.received?.state !== 'open';
}
