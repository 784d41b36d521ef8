/** Where keys lead on a page: its controls, in the order in which they stand. */
import { isInaccessible } from 'dom-accessibility-api';

const CONTROLS = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]';

/** Whether an element is shown, and not closed off. */
export function isShown(node: Element): boolean {
	return node.closest('[inert]') === null && !isFolded(node) && !isInaccessible(node);
}

/** In a <details> that is shut, and not its summary. */
function isFolded(node: Element): boolean {
	const folded = node.closest('details:not([open])');
	return folded !== null && node.closest('summary')?.parentElement !== folded;
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
