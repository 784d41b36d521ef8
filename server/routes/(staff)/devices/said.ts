import { words, type Lang } from '#display/words/index.ts';
import type { DeviceEvent, DevicePrinter } from '#server/views.ts';

/** What is left on a roll, in a few words; null where nobody knows. */
export function paperShort({ left }: DevicePrinter, lang: Lang): string | null {
	const { metres, slips } = left;
	return metres === null || slips === null ? null : words(lang).watch.left({ metres: metres.toFixed(0), slips });
}

/** Seconds of a time in milliseconds, as somebody would say them. */
export function seconds(ms: number): string {
	return (ms / 1000).toFixed(1);
}

/** A line of a device's history as a sentence. */
export function eventSaid({ act, from, to, reason }: DeviceEvent, lang: Lang): string {
	const w = words(lang).watch;
	switch (act) {
		case 'state':
			return w.event.state({ from: w.state[from ?? 'unknown'], to: w.state[to ?? 'unknown'] });
		case 'off':
			return w.event.off({ reason: offWord(reason, lang) });
		case 'moved':
			return w.event.moved({ group: reason ?? '' });
		case 'replaced': {
			const [slips = '', metres = '', errors = ''] = reason?.split(' ') ?? [];
			return slips === '' ? w.event.replaced : w.event.replacedAfter({ slips, metres, errors });
		}
		default:
			return w.event[act];
	}
}

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
