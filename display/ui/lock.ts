/**
 * Keeps a page of a kiosk, a tablet or a screen on the wall where it is. The browser's own doors are shut by its policy
 * (docs/kiosk); this shuts those that a page has: chords of keys, zoom, menus, dragging, links that lead elsewhere.
 */

/** Where a visitor may go from one page of the hall's machines to another. */
const PAGES = ['/kiosk', '/say', '/c', '/faq', '/rate', '/display'];
/** The keys of a browser that need no other key beside them. */
const LOOSE_KEY =
	/^(F([1-9]|1\d|2[0-4])|PrintScreen|Print|ContextMenu|Browser\w+|Launch\w+|Zoom\w+|Help|Find|Open|New|Close|Save)$/;
/** The mouse's own buttons for the middle, back and forth. */
const FIRST_SPARE_BUTTON = 1;

type Keys = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'metaKey'>;

/** Whether a key would be the browser's and not the page's. Plain keys, Tab, Enter, Escape and the arrows are the page's. */
export function isChord({ key, ctrlKey, altKey, metaKey }: Keys): boolean {
	return ctrlKey || altKey || metaKey || LOOSE_KEY.test(key);
}

/** Whether a link leads from one of the hall's machines' pages to another, in its own place. */
export function mayFollow(link: { href: string; target: string; download: boolean }, origin: string): boolean {
	const to = URL.parse(link.href, origin);
	if (to?.origin !== origin || link.download || !['', '_self'].includes(link.target)) return false;
	return PAGES.some((page) => to.pathname === page || to.pathname.startsWith(`${page}/`));
}

/** Locks the page until the answer is called: `onMount(lock)`. What is prevented is still heard by the page itself. */
export function lock(): () => void {
	const off = new AbortController();
	const on = <E extends keyof WindowEventMap>(name: E, handler: (event: WindowEventMap[E]) => void): void =>
		window.addEventListener(name, handler, { signal: off.signal, capture: true, passive: false });
	const never = (event: Event): void => event.preventDefault();
	for (const name of ['contextmenu', 'dragstart', 'dragover', 'drop'] as const) on(name, never);
	on('selectstart', (event) => isField(event.target) || never(event));
	on('keydown', (event) => {
		// Chromium scrolls by a space and once went back by Backspace; in a field they are letters.
		const scrolls = event.key === 'Backspace' && !isField(event.target);
		if (scrolls || isChord(event)) never(event);
	});
	on('wheel', (event) => event.ctrlKey && never(event));
	for (const name of ['mousedown', 'mouseup', 'auxclick'] as const) {
		on(name, (event) => event.button >= FIRST_SPARE_BUTTON && never(event));
	}
	on('click', (event) => {
		const link = event.target instanceof Element ? event.target.closest('a') : null;
		if (
			link &&
			(isChord({ ...keysOf(event), key: '' }) || event.shiftKey || !mayFollow(placeOf(link), location.origin))
		)
			never(event);
	});
	document.documentElement.dataset['locked'] = '';
	return () => {
		off.abort();
		delete document.documentElement.dataset['locked'];
	};
}

function keysOf({ ctrlKey, altKey, metaKey }: MouseEvent): Omit<Keys, 'key'> {
	return { ctrlKey, altKey, metaKey };
}

function placeOf(link: HTMLAnchorElement): { href: string; target: string; download: boolean } {
	return { href: link.href, target: link.target, download: link.hasAttribute('download') };
}

function isField(target: EventTarget | null): boolean {
	return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
}
