/** What is pressed: the two fields of a KeyboardEvent that count, and whether a text field has the keyboard. */
export interface Press {
	code: string;
	repeat: boolean;
	typing: boolean;
}

/** The figure of a figure key of either block, 1 to 9; null for another key. */
export function figureOf(code: string): number | null {
	const found = /^(?:Digit|Numpad)([1-9])$/.exec(code);
	return found ? Number(found[1]) : null;
}

/** Whether the keyboard writes into what has the focus. */
export function isTyped(on: EventTarget | null): boolean {
	return on instanceof HTMLElement && on.matches('input, textarea, select');
}

/** Enter presses the button or link that has the focus, as everywhere. */
function isPressedByEnter({ code, target }: KeyboardEvent): boolean {
	return code === 'Enter' && target instanceof HTMLElement && target.closest('button, a') !== null;
}

/**
 * Hands a key to the page that works by keys, and keeps the browser from using it too. Keys with Ctrl and the like are the
 * browser's, and so is what an input method is composing. Escape leaves a field when nothing else goes back by it.
 * @param press does what the key means; true when it was the page's
 */
export function hand(event: KeyboardEvent, press: (key: Press) => boolean): boolean {
	if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isPressedByEnter(event)) return false;
	const typing = isTyped(event.target);
	const ours = press({ code: event.code, repeat: event.repeat, typing });
	if (ours) event.preventDefault();
	else if (typing && event.code === 'Escape' && event.target instanceof HTMLElement) event.target.blur();
	return ours;
}
