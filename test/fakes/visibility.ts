/** Whether an element is drawn, from its own styles, its ancestors' and the <details> around it. */
function isDrawn(element: Element): boolean {
	for (let node: Element | null = element; node; node = node.parentElement) {
		const { display, visibility } = getComputedStyle(node);
		if (display === 'none' || (node === element && visibility === 'hidden')) return false;
		if (node.parentElement?.closest('details:not([open])') && node.closest('summary') === null) return false;
	}
	return true;
}

/** Teaches jsdom what it lacks and every browser has: `checkVisibility`. */
export function teachVisibility(): void {
	Object.defineProperty(Element.prototype, 'checkVisibility', {
		configurable: true,
		value(this: Element) {
			return isDrawn(this);
		}
	});
}
