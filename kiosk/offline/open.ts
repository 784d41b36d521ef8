import type { Timers } from '#display/timers.ts';
import type { KioskView } from '#server/views.ts';
import { intentId } from '../intent.ts';
import { patience } from '../pace.ts';
import type { Visit } from '../visit.svelte.ts';
import { Block } from './block.svelte.ts';
import { askReady, fetchDirectory, keepWorked, leasing, shelfOf } from './browser.ts';
import { Offline } from './offline.svelte.ts';
import { Reading } from './reading.svelte.ts';
import type { Unanswered } from './unanswered.svelte.ts';

export interface Joined {
	visit: Visit;
	unanswered: Unanswered;
	live: { readonly view: KioskView; readonly skew: number; readonly connected: boolean };
	timers: Timers;
	/** whether a service worker looks after the page: not while it is being developed */
	worked: boolean;
}

/** What a kiosk has for when it has no line. */
export interface Away {
	offline: Offline;
	reading: Reading;
	block: Block;
	/** watches from now on; the answer ends it */
	start: () => () => void;
}

/** Joins watch, block and pages of a kiosk without a line to the visit that goes on beside them. */
export function openAway({ visit, live, unanswered, timers, worked }: Joined): Away {
	const { device } = live.view;
	const now = (): number => timers.now() + live.skew;
	const block = new Block({ device, now, intent: intentId, shelf: shelfOf(device), ...leasing });
	const offline = new Offline({
		timers,
		broken: () => visit.presence.broken,
		connected: () => live.connected,
		online: () => navigator.onLine,
		ready: askReady,
		directory: () => fetchDirectory(device),
		block,
		lends: () => live.view.lends
	});
	const reading = new Reading({
		timers,
		block,
		directory: () => offline.directory,
		visitor: visitorOf({ visit, live, unanswered })
	});
	const idle = (): boolean =>
		visit.canCheckIn && isUntouched(visit) && reading.page === 'start' && offline.cause === null;
	return {
		...{ offline, reading, block },
		start() {
			const onWorked = (): void => {
				offline.look();
			};
			const work = worked ? keepWorked({ timers, idle, onWorked }) : null;
			const ends = [offline.start(), reading.presence.start(), () => work?.end()];
			return () => ends.forEach((end) => end());
		}
	};
}

function isUntouched({ lang, ease }: Visit): boolean {
	return lang === 'zh-CN' && ease.untouched;
}

type Visitor = ConstructorParameters<typeof Reading>[0]['visitor'];

function visitorOf({ visit, live, unanswered }: Pick<Joined, 'visit' | 'live' | 'unanswered'>): Visitor {
	return {
		get lang() {
			return visit.lang;
		},
		get untouched() {
			return isUntouched(visit);
		},
		get unanswered() {
			return visit.canRetry ? unanswered.intent : null;
		},
		get patience() {
			return patience(visit, live.view.idleSeconds);
		},
		forget: () => {
			visit.home();
		}
	};
}
