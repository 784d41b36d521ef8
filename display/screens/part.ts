/** One screen for several zones, or for a part of one. Pure. */
import type { BoardView, CallView, ScreenSetup } from '#server/views.ts';

/** What part of its zones a screen shows. */
export type Part = Pick<ScreenSetup, 'queues' | 'windows'>;

/** The letters before the figures of a number. */
function prefixOf(number: string): string {
	return number.replace(/\d+$/, '');
}

/** Whether a call belongs to the part: to its windows, where those are named, and to its queues, where those are. */
export function isOf(part: Part, call: Pick<CallView, 'number' | 'window'>): boolean {
	if (part.windows && !part.windows.includes(call.window)) return false;
	return part.queues === null || part.queues.some(({ prefix }) => prefix === prefixOf(call.number));
}

/** Several zones as one board: the first gives its name and time, all give calls, queues, windows and notices. */
export function together(views: readonly [BoardView, ...BoardView[]], part: Part): BoardView {
	const [first, ...others] = views;
	const all = others.length === 0 && !part.queues && !part.windows;
	if (all) return first;
	const names = views.map(({ zone }) => zone.name);
	const notices = views.flatMap((view) => view.notices);
	return {
		...first,
		zone: {
			...first.zone,
			name: { zh: names.map(({ zh }) => zh).join('、'), en: names.map(({ en }) => en).join(', ') }
		},
		calls: views.flatMap(({ calls }) => calls.filter((call) => isOf(part, call))).toSorted((a, b) => b.id - a.id),
		queues: views
			.flatMap(({ queues }) => queues)
			.filter(({ code }) => part.queues?.some((one) => one.code === code) ?? true),
		windows: views.flatMap(({ windows }) => windows).filter(({ code }) => part.windows?.includes(code) ?? true),
		notices: notices.filter((one, at) => notices.findIndex(({ zh }) => zh === one.zh) === at),
		services: views.flatMap(({ services }) => services)
	};
}
