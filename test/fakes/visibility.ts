/** What jsdom lacks: whether an element is drawn, from its own styles, its ancestors' and the <details> around it. */
export function teachVisibility(): void {
	Element.prototype.checkVisibility ??= function (this: Element): boolean {
		for (let node: Element | null = this; node; node = node.parentElement) {
			const { display, visibility } = getComputedStyle(node);
			if (display === 'none' || (node === this && visibility === 'hidden')) return false;
			const folded: Element | null | undefined = node.parentElement?.closest('details:not([open])');
			if (folded && node.closest('summary') === null) return false;
		}
		return true;
	};
}
