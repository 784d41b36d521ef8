import { words, type Lang } from '#display/words/index.ts';
import type { DeviceEvent, DevicePrinter } from '#server/views.ts';

/** What is left on a roll, in a few words; null where nobody knows, or none is. */
export function paperShort({ left }: DevicePrinter, lang: Lang): string | null {
	const { metres, slips } = left;
	return metres === null || slips === null || metres === 0
		? null
		: words(lang).watch.left({ metres: metres.toFixed(0), slips });
}

/** Seconds of a time in milliseconds, as somebody would say them. */
export function seconds(ms: number): string {
	return (ms / 1000).toFixed(1);
}

/** A line of a device's history as a sentence. */
export function eventSaid(event: DeviceEvent, lang: Lang): string {
	return SAID[event.act](event, lang);
}

type Said = (event: DeviceEvent, lang: Lang) => string;

const SAID: Readonly<Record<DeviceEvent['act'], Said>> = {
	state: ({ from, to }, lang) => {
		const { event, state } = words(lang).watch;
		return event.state({ from: state[from ?? 'unknown'], to: state[to ?? 'unknown'] });
	},
	off: ({ reason }, lang) => words(lang).watch.event.off({ reason: offWord(reason, lang) }),
	on: (_, lang) => words(lang).watch.event.on,
	moved: ({ reason }, lang) => words(lang).watch.event.moved({ group: reason ?? '' }),
	tested: (_, lang) => words(lang).watch.event.tested,
	'roll-changed': (_, lang) => words(lang).watch.event['roll-changed'],
	replaced: ({ reason }, lang) => {
		const { event } = words(lang).watch;
		const [slips, metres, errors] = reason?.split(' ') ?? [];
		if (slips === undefined || metres === undefined || errors === undefined) return event.replaced;
		return event.replacedAfter({ slips, metres, errors });
	}
};

/** What stands beside the sentence: the word of a driver, or how it came about. */
export function eventAside({ act, reason }: DeviceEvent, lang: Lang): string | null {
	const w = words(lang).watch;
	if (act === 'roll-changed') return reason === 'by-hand' ? w.byHand : w.noticed;
	return act === 'state' ? reason : null;
}

export function offWord(reason: string | null, lang: Lang): string {
	const all: Readonly<Record<string, string>> = words(lang).watch.offBecause;
	return all[reason ?? ''] ?? '';
}
