import type { Attachment } from 'svelte/attachments';

/** How long after a press the browser may still send the click that belongs to it, milliseconds. */
const ECHO_MS = 700;

/** When any target was last pressed or released; one page has one visitor. */
let pointerAt = -Infinity;

/**
 * Acts when a finger or the mouse goes down and comes up in the same target, however long that takes and however much
 * the hand trembles in between; a drag out of it does nothing. Keys and assistive technology act by their click;
 * a key that repeats acts once. The click that browsers send after a touch is dropped, so it cannot
 * hit what has meanwhile appeared under the finger.
 *
 *     <button type="button" {@attach press(act)}>…</button>
 *
 * `fast` takes every finger, also one that comes down before the last is up: keys are written on with two thumbs.
 * Where the page must not scroll (the kiosk), its shell sets `touch-action: none`.
 */
export function press(act: () => void, { fast = false }: { fast?: boolean } = {}): Attachment<HTMLElement> {
	return (node) => {
		let finger: number | null = null;
		const handlers: { [E in 'pointerdown' | 'pointerup' | 'pointercancel' | 'click' | 'keydown']: Handler<E> } = {
			pointerdown(event) {
				pointerAt = event.timeStamp;
				if (event.button !== 0 || !(event.isPrimary || fast)) return;
				finger = event.pointerId;
				letGo(event);
			},
			pointerup(event) {
				pointerAt = event.timeStamp;
				const mine = finger === event.pointerId;
				finger = null;
				if (mine && !isDisabled(node)) act();
			},
			pointercancel() {
				finger = null;
			},
			click(event) {
				// What it would send is for who has no script.
				event.preventDefault();
				if (event.timeStamp - pointerAt < ECHO_MS && event.detail > 0) return;
				if (!isDisabled(node)) act();
			},
			keydown(event) {
				if (event.repeat && (event.key === 'Enter' || event.key === ' ')) event.preventDefault();
			}
		};
		const forget = (event: PointerEvent): void => {
			const mine = finger === event.pointerId;
			if (mine && !(event.target instanceof Node && node.contains(event.target))) finger = null;
		};
		return listen(node, handlers, forget);
	};
}

type Handler<E extends keyof HTMLElementEventMap> = (event: HTMLElementEventMap[E]) => void;

/** A touch is captured by what it first hit; let go, its end is told to what it really ends on. */
function letGo({ pointerType, pointerId, target }: PointerEvent): void {
	if (pointerType !== 'mouse' && target instanceof Element && target.hasPointerCapture(pointerId)) {
		target.releasePointerCapture(pointerId);
	}
}

function isDisabled(node: HTMLElement): boolean {
	return node.matches(':disabled, [aria-disabled="true"]');
}

function listen(node: HTMLElement, handlers: object, forget: (event: PointerEvent) => void): () => void {
	const off = new AbortController();
	for (const [name, handler] of Object.entries(handlers)) {
		node.addEventListener(name, handler as EventListener, { signal: off.signal });
	}
	window.addEventListener('pointerup', forget, { signal: off.signal, capture: true });
	return () => {
		off.abort();
	};
}
