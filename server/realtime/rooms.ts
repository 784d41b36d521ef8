/** The rooms of the line: who may watch each, what it draws, and what makes it draw anew. A new room is one entry here. */
import { casesView, isCaseKind, isCaseList } from '../cases/lists.ts';
import { complaintsAsked, complaintsView } from '../complaints/view.ts';
import { deskView } from '../desk/view.ts';
import type { Hall } from '../hall.ts';
import { notesView } from '../notes/view.ts';
import { isOrderList, ordersView } from '../orders/view.ts';
import type { Who } from '../people/who.ts';
import { helpView } from '../help/view.ts';
import { questionsView } from '../questions/view.ts';
import { incidentsView } from '../incidents/view.ts';
import { rateView } from '../ratings/window.ts';
import type { Right } from '../rules/rights.ts';
import { telephoneView } from '../telephone/view.ts';
import { superviseView } from '../supervise/view.ts';
import { isTaskList, tasksView } from '../tasks/view.ts';
import { watchView } from '../upkeep/view.ts';
import { textScreenView } from '../windows/text-screen.ts';
import { consoleView, windowScreenView } from '../windows/view.ts';
import type { Room, Watched } from './events.ts';
import type { Touched } from './touched.ts';

/** What may be watched by whom. */
export const RIGHT: Record<Room, Right | null> = {
	zone: 'screen:watch',
	'window-screen': 'screen:watch',
	'text-screen': 'screen:watch',
	console: 'window:work',
	kiosk: 'kiosk:use',
	devices: 'device:bench',
	lines: 'device:commission',
	watch: 'device:read',
	desk: 'desk:work',
	supervise: 'day:read',
	cases: 'case:see',
	orders: 'case:see',
	tasks: 'case:see',
	notes: 'note:see',
	complaints: 'case:see',
	questions: 'case:see',
	incidents: 'incident:see',
	rate: 'rating:show',
	// As with a number, the token itself is the right.
	help: null,
	telephone: 'telephone:work',
	// The token itself is the right.
	ticket: null
};

/** Rooms that need what only the line has: feeds, paper, devices, the tickets behind tokens. */
type OfLine = 'zone' | 'kiosk' | 'devices' | 'lines' | 'ticket';
export type PlainRoom = Exclude<Room, OfLine>;

interface Plain<R extends PlainRoom> {
	/** drawn for each person who watches, as that person may see it */
	personal: boolean;
	/** whether this very key has changed, so that it must not wait */
	concerns: (key: string, touched: Touched) => boolean;
	/** whether it counts what has changed, and follows soon */
	follows: (touched: Touched) => boolean;
	/** undefined for what is not there */
	view: (hall: Hall, key: string, who: Who) => Promise<Watched[R]['view'] | undefined>;
}

const ofWindow = (key: string, { windows }: Touched): boolean => windows.has(key);
const ofQueues = ({ queues }: Touched): boolean => queues.size > 0;
const never = (): boolean => false;

export const PLAIN: { readonly [R in PlainRoom]: Plain<R> } = {
	'window-screen': { personal: false, concerns: ofWindow, follows: ofQueues, view: windowScreenView },
	'text-screen': { personal: false, concerns: ofWindow, follows: never, view: textScreenView },
	console: {
		personal: true,
		concerns: ofWindow,
		follows: (touched) => ofQueues(touched) || touched.cases || touched.notes,
		view: (hall, key, who) => consoleView(hall, who, key)
	},
	desk: {
		personal: true,
		concerns: never,
		follows: ({ alarms, cases, help, kept, notes, queues, windows, tickets }) =>
			alarms || cases || help || kept || notes || queues.size + windows.size + tickets.size > 0,
		view: (hall, key, who) => deskView(hall, who, key)
	},
	cases: {
		personal: true,
		concerns: never,
		follows: ({ cases }) => cases,
		view: async (hall, key, who) => {
			const [list = '', kind = null] = key.split(' ');
			const known = isCaseList(list) && (kind === null || isCaseKind(kind));
			return known ? casesView(hall, who, list, kind) : undefined;
		}
	},
	orders: {
		personal: true,
		concerns: never,
		follows: ({ cases }) => cases,
		view: async (hall, key, who) => (isOrderList(key) ? ordersView(hall, who, key) : undefined)
	},
	tasks: {
		personal: true,
		concerns: never,
		follows: ({ cases }) => cases,
		view: async (hall, key, who) => (isTaskList(key) ? tasksView(hall, who, key) : undefined)
	},
	notes: {
		personal: true,
		concerns: never,
		follows: ({ notes }) => notes,
		view: (hall, _, who) => notesView(hall, who)
	},
	complaints: {
		personal: true,
		concerns: never,
		follows: ({ cases }) => cases,
		view: (hall, key, who) => complaintsView(hall, who, complaintsAsked(key))
	},
	questions: {
		personal: true,
		concerns: never,
		follows: ({ cases }) => cases,
		view: (hall, _, who) => questionsView(hall, who)
	},
	incidents: {
		personal: true,
		concerns: (_, { broadcast }) => broadcast,
		follows: ({ kept }) => kept,
		view: (hall, _, who) => incidentsView(hall, who)
	},
	// Whoever watches over the hall follows everything.
	supervise: { personal: true, concerns: never, follows: () => true, view: (hall, _, who) => superviseView(hall, who) },
	watch: {
		personal: true,
		concerns: never,
		follows: ({ devices, slips }) => devices || slips,
		view: (hall, _, who) => watchView(hall, who)
	},
	help: { personal: false, concerns: never, follows: ({ help }) => help, view: helpView },
	// What was rated elsewhere is not asked for at the window any more.
	rate: { personal: false, concerns: ofWindow, follows: ({ rated }) => rated, view: rateView },
	// Ringing must not wait; a case that was moved may.
	telephone: {
		personal: true,
		concerns: (_, { phones }) => phones,
		follows: ({ cases }) => cases,
		view: (hall, _, who) => telephoneView(hall, who)
	}
};

export function isPlain(room: string): room is PlainRoom {
	return Object.hasOwn(PLAIN, room);
}
