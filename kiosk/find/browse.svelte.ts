import type { FindIndex, KioskItem, KioskView, KioskZone, Text } from '#server/views.ts';
import { Finder, type Found } from './finder.ts';
import { itemsOf } from './items.ts';

/** By what items are sorted: where they are done, what happens in a life, who is in charge. */
export type Way = 'zone' | 'theme' | 'department';
export const WAYS: readonly Way[] = ['theme', 'department', 'zone'];

/** Items that belong together. */
export interface Shelf {
	way: Way;
	code: string;
	name: Text;
	/** where it is, of a zone */
	place: Text | null;
	items: KioskItem[];
}

const NOTHING: Found = { codes: [], near: false };

/** How a visitor looks for an item: on shelves, or by words. The index comes from the server once; until then there are the zones. */
export class Browse {
	way: Way = $state('zone');
	/** what is looked for, as it was typed */
	query = $state('');
	#code: string | null = $state(null);
	#index: FindIndex | null = $state.raw(null);
	readonly #view: () => KioskView;
	readonly #finder = $derived(this.#index && new Finder(this.#index));
	readonly found: Found = $derived(this.#finder === null ? NOTHING : this.#finder.find(this.query));

	constructor(view: () => KioskView) {
		this.#view = view;
	}

	/** Whether one can find, and sort by more than zones. */
	get ready(): boolean {
		return this.#index !== null;
	}

	get version(): string | null {
		return this.#index?.version ?? null;
	}

	/** Whether it is as the next visitor finds it. */
	get untouched(): boolean {
		return this.way === 'zone' && this.#code === null && this.query === '';
	}

	/** Whether there is nothing to choose before the items: one zone. */
	get direct(): boolean {
		return this.way === 'zone' && this.zones === 1;
	}

	/** How many zones the kiosk has. */
	get zones(): number {
		return this.#view().zones.length;
	}

	get shelves(): Shelf[] {
		if (this.way === 'zone') return this.#view().zones.map((zone) => ({ way: 'zone', ...zone }));
		const { way } = this;
		const groups = (way === 'theme' ? this.#index?.themes : this.#index?.departments) ?? [];
		const items = this.#index?.items ?? [];
		return groups.flatMap(({ code, name }) => {
			const of = items.filter((one) => (way === 'theme' ? one.themes.includes(code) : one.department === code));
			const known = this.#items(of.map((one) => one.code));
			return known.length === 0 ? [] : [{ way, code, name, place: null, items: known }];
		});
	}

	/** The chosen zone, theme or department. */
	get shelf(): Shelf | null {
		const { shelves } = this;
		return (this.direct ? shelves[0] : shelves.find(({ code }) => code === this.#code)) ?? null;
	}

	/** The items found, as they are now. */
	get results(): KioskItem[] {
		return this.#items(this.found.codes);
	}

	item(code: string | null): KioskItem | null {
		return this.zoneOf(code)?.items.find((item) => item.code === code) ?? null;
	}

	/** Where an item is done. */
	zoneOf(item: string | null): KioskZone | null {
		return this.#view().zones.find(({ items }) => items.some(({ code }) => code === item)) ?? null;
	}

	learn(index: FindIndex): void {
		this.#index = index;
	}

	open(code: string | null): void {
		this.#code = code;
	}

	/** Back to where the shelves are. */
	leave(): void {
		this.#code = null;
		this.query = '';
	}

	forget(): void {
		this.way = 'zone';
		this.leave();
	}

	#items(codes: readonly string[]): KioskItem[] {
		return itemsOf(this.#view().zones, codes);
	}
}
