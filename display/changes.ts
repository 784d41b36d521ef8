import type { KioskChange, Room, Watched } from '#server/realtime/events.ts';
import type { KioskView, ZoneChange, BoardView } from '#server/views.ts';

/** What comes with `<room>:changed`: the whole view, but for rooms that are told their changes only. */
export type Changed = {
	[R in Room]: R extends 'zone' ? ZoneChange : R extends 'kiosk' ? KioskChange : Watched[R]['view'];
};

/** The calls a board keeps while changes come in; a snapshot brings its own number. */
const CALLS_KEPT = 24;

/**
 * How a change is laid onto a view, per room: the new view, the same view when the change is old,
 * or `gap` when one in between was missed and only a snapshot helps.
 */
export const changed: { [R in Room]: (view: Watched[R]['view'], change: Changed[R]) => Watched[R]['view'] | 'gap' } = {
	zone: changedBoard,
	kiosk: changedKiosk,
	'window-screen': newer,
	console: newer,
	devices: newer,
	lines: (_, change) => change,
	watch: (view, change) => (change.at < view.at ? view : change),
	desk: newer,
	supervise: newer,
	cases: newer,
	orders: newer,
	tasks: newer,
	notes: newer,
	complaints: newer,
	questions: newer,
	incidents: newer,
	'text-screen': newer,
	rate: newer,
	help: newer,
	telephone: newer,
	ticket: (_, change) => change
};

function newer<V extends { seq: number }>(view: V, change: V): V {
	return change.seq < view.seq ? view : change;
}

function changedBoard(view: BoardView, change: ZoneChange): BoardView | 'gap' {
	if (change.zone !== view.zone.code || change.seq <= view.seq) return view;
	if (change.after > view.seq) return 'gap'; // an overlap is harmless: lines are whole, calls have ids
	const told = new Set(change.calls.map((call) => call.id));
	const undone = new Set(change.undone);
	const known = [...change.calls, ...view.calls.filter((call) => !told.has(call.id))];
	const calls = known.filter((call) => !undone.has(call.id));
	return {
		...view,
		seq: change.seq,
		head: change.head,
		calls: calls.sort((a, b) => b.id - a.id).slice(0, CALLS_KEPT),
		queues: replaced(view.queues, change.queues),
		windows: replaced(view.windows, change.windows),
		services: change.services ?? view.services
	};
}

function replaced<L extends { code: string }>(lines: L[], news: L[]): L[] {
	const byCode = new Map(news.map((line) => [line.code, line]));
	return lines.map((line) => byCode.get(line.code) ?? line);
}

function changedKiosk(view: KioskView, change: KioskChange): KioskView {
	if (change.seq < view.seq) return view; // an equal number still may bring news of the paper
	const zones = view.zones.map((zone) => ({
		...zone,
		items: zone.items.map((item) => ({ ...item, ...change.queues[item.queue] }))
	}));
	const { seq, paper, printer, services } = change;
	return { ...view, seq, paper, printer, services, zones };
}
