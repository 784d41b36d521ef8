/**
 * Touches on the first page that come before its script: its buttons then send a form, and the server draws the page that they
 * lead to, so that the page answers as soon as it is seen. Pure.
 */
import type { KioskView } from '#server/views.ts';
import type { Visit } from './visit.svelte.ts';

/** The form of the frame that early touches are sent with. */
export const EARLY = 'early';

const PAGES = ['find', 'check-in'] as const;

/** What one touch says. */
export interface Early {
	name: 'zone' | 'item' | 'page' | 'lang' | 'elder';
	value: string;
}

/** A touch, and how it is sent, or what the browser itself shows or hides. */
export type EarlyTouch = { form?: string; action?: string; popover?: string; hides?: true } & Partial<Early>;

/** What early touches have led to. */
export interface Begun {
	zone: string | null;
	item: string | null;
	page: (typeof PAGES)[number] | null;
	/** the elder mode, on or off; null: it was not touched */
	elder: boolean | null;
}

/** A touch that is sent with the form. @param action where to, when not to the kiosk's own page */
export function early(touch?: Early, action?: string): EarlyTouch {
	return { form: EARLY, ...touch, ...(action === undefined ? {} : { action }) };
}

/** Up to so many items the page of each zone comes with the first page: more would make it slow for everybody. */
const AHEAD_AT_MOST = 120;

/** Whether the pages of the zones come with the first page. */
export function comesAhead({ zones }: KioskView): boolean {
	return zones.length > 1 && zones.reduce((sum, { items }) => sum + items.length, 0) <= AHEAD_AT_MOST;
}

/** The name in the document of a zone's page that has come with the first page, and of its form. */
export const aheadId = (zone: string): string => `ahead-${zone}`;
export const aheadForm = (zone: string): string => `${EARLY}-${zone}`;

/** What is sent with every early touch while the elder mode is on. */
export const ELDER = { name: 'elder', value: 'on' } as const;

const OFF = 'off';

/** A touch into the elder mode, or out of it. */
export function earlyElder(elder: boolean, form: string): EarlyTouch {
	return { form, name: ELDER.name, value: elder ? OFF : ELDER.value };
}

/** A touch that opens a zone. */
export function earlyZone(view: KioskView, zone: string): EarlyTouch {
	return comesAhead(view) ? { popover: aheadId(zone) } : early({ name: 'zone', value: zone });
}

/** What the address of the kiosk says that has been touched. */
export function begunOf(query: URLSearchParams): Begun {
	const page = PAGES.find((one) => one === query.get('page')) ?? null;
	return { zone: query.get('zone'), item: query.get('item'), page, elder: elderOf(query) };
}

/** Whether the elder mode was touched, on or off; null where it was not. */
export function elderOf(query: URLSearchParams): boolean | null {
	const word = query.get(ELDER.name);
	return word === ELDER.value ? true : word === OFF ? false : null;
}

/** Whether an address tells of a visitor: what was touched, or how the kiosk is wished. */
export function tellsOfVisitor(query: URLSearchParams): boolean {
	return ['zone', 'item', 'page', 'lang', 'elder'].some((name) => query.has(name));
}

/** Goes where the visitor has gone already. What the kiosk does not know leads to its first page. */
export function begin(visit: Visit, { zone, item, page, elder }: Begun): void {
	if (elder !== null) visit.ease.begin(elder);
	visit.browse.open(zone);
	if (visit.browse.item(item)) visit.chooseItem(item ?? '');
	else if (page) visit.screen = page;
	else if (visit.browse.shelf) visit.screen = 'items';
}
