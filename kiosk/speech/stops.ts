/** Where keys lead on a page: its controls, in the order in which they stand. */

const CONTROLS = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]';

/** Whether an element is shown, and neither closed off nor marked as decoration. */
export function isShown(node: Element): boolean {
	return node.closest('[inert], [aria-hidden=true]') === null && isDrawn(node);
}

/** Whether it is drawn; what only holds others (`display: contents`) has no box of its own. */
function isDrawn(node: Element): boolean {
	return node.checkVisibility({ visibilityProperty: true }) || getComputedStyle(node).display === 'contents';
}

/** Whether keys stop at it. Each option of a group is a stop of its own: with arrows one hears them before one chooses. */
export function isStop(node: Element): node is HTMLElement {
	return node instanceof HTMLElement && node.matches(CONTROLS) && node.tabIndex >= 0 && !node.matches(':disabled');
}

/** The controls that can be reached now, in order. */
export function stopsIn(scope: Element): HTMLElement[] {
	return [...scope.querySelectorAll(CONTROLS)].filter((node): node is HTMLElement => isStop(node) && isShown(node));
}

/** The question that must be answered first, or else the page. */
export function scopeOf(root: Element): Element {
	return [...root.querySelectorAll('dialog[open]')].findLast((node) => isShown(node)) ?? root;
}

/** A field that takes what is typed. */
export function isField(node: Element | null): node is HTMLInputElement | HTMLTextAreaElement {
	if (node instanceof HTMLTextAreaElement) return true;
	return node instanceof HTMLInputElement && !['radio', 'checkbox', 'button', 'submit'].includes(node.type);
}

/** The stop that follows `from`, or goes before it; round at the ends. `from` need not be a stop itself. */
export function stopBeside(
	stops: readonly HTMLElement[],
	from: Element | null,
	by: 1 | -1
): { stop: HTMLElement; wrapped: boolean } | null {
	const at = stops.findIndex((stop) => stop === from);
	const next = at >= 0 ? at + by : placeOf(stops, from, by);
	const stop = stops[next] ?? (by === 1 ? stops[0] : stops.at(-1));
	return stop === undefined ? null : { stop, wrapped: stops[next] === undefined };
}

/** Where one comes to from something between the stops, a title above all. */
function placeOf(stops: readonly HTMLElement[], from: Element | null, by: 1 | -1): number {
	if (!from || from === document.body) return by === 1 ? 0 : stops.length - 1;
	const after = stops.findIndex(
		(stop) => (from.compareDocumentPosition(stop) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
	);
	if (by === 1) return after < 0 ? stops.length : after;
	return (after < 0 ? stops.length : after) - 1;
}
