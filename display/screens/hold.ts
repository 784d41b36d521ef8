import type { Attachment } from 'svelte/attachments';
import type { Timers } from '../timers.ts';

/** Long enough that no passing hand does it. */
const HOLD_MS = 3000;

/** Acts once something was held for three seconds: `<header {@attach held(onsetup, timers)}>`. */
export function held(act: (() => void) | undefined, timers: Timers): Attachment<HTMLElement> {
	return (node) => {
		if (!act) return undefined;
		let callOff: () => void = () => undefined;
		const over = new AbortController();
		const once = { signal: over.signal };
		node.addEventListener(
			'pointerdown',
			() => {
				callOff();
				callOff = timers.after(HOLD_MS, act);
			},
			once
		);
		for (const end of ['pointerup', 'pointercancel', 'pointerleave']) node.addEventListener(end, () => callOff(), once);
		return () => {
			callOff();
			over.abort();
		};
	};
}
