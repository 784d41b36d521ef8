import type { Timers } from '#display/timers.ts';
import type { Lang } from '#display/words/index.ts';
import type { DirectoryItem, DirectoryZone, KioskDirectory } from '#server/views.ts';
import { SETTLE_MS, SHOWN_MS } from '../pace.ts';
import { Presence } from '../presence.svelte.ts';
import type { Block } from './block.svelte.ts';
import type { Given } from './lease.ts';

type Page = 'start' | 'items' | 'item' | 'priority' | 'about' | 'number';

/** Whoever stands there, as far as these pages must know. */
interface Visitor {
	readonly lang: Lang;
	/** nothing differs from what the next visitor finds */
	readonly untouched: boolean;
	/** of a wish that was sent and not answered */
	readonly unanswered: string | null;
	/** how long without a touch before it is asked whether somebody is there, ms */
	readonly patience: number;
	/** nothing of this visitor is left */
	forget(): void;
}

export interface ReadingNeeds {
	timers: Timers;
	directory: () => KioskDirectory | null;
	block: Block;
	visitor: Visitor;
}

/** A visitor's way through what a kiosk keeps for when it has no line: what there is, what to bring, maybe a number. */
export class Reading {
	page: Page = $state('start');
	given: Given | null = $state.raw(null);
	readonly presence: Presence;

	readonly #needs: ReadingNeeds;
	#zone: string | null = $state(null);
	#item: string | null = $state(null);
	#changedAt = -Infinity;

	constructor(needs: ReadingNeeds) {
		this.#needs = needs;
		this.presence = new Presence({
			timers: needs.timers,
			stale: () => false,
			patience: () => needs.visitor.patience,
			waiting: () => false,
			untouched: () => this.page === 'start' && needs.visitor.untouched,
			left: () => {
				this.home();
			}
		});
	}

	get zone(): DirectoryZone | null {
		const zones = this.#needs.directory()?.zones ?? [];
		if (zones.length === 1) return zones[0] ?? null;
		return zones.find(({ code }) => code === this.#zone) ?? null;
	}

	get item(): DirectoryItem | null {
		return this.zone?.items.find(({ code }) => code === this.#item) ?? null;
	}

	get hasBack(): boolean {
		return this.page !== 'start' && this.page !== 'number';
	}

	chooseZone(code: string): void {
		if (!this.#settled()) return;
		this.#zone = code;
		this.#show('items');
	}

	chooseItem(code: string): void {
		if (!this.#settled()) return;
		this.#item = code;
		this.#show('item');
	}

	/** Opening hours, days off, places and telephones. */
	about(): void {
		if (this.#settled()) this.#show('about');
	}

	askPriority(): void {
		if (this.#settled()) this.#show('priority');
	}

	/** A number of the block, once for a touch however often it is repeated. */
	take(priority = 'ordinary'): void {
		const { item } = this;
		if (!item || item.identity || !this.#settled()) return;
		const { lang, unanswered } = this.#needs.visitor;
		this.given = this.#needs.block.give({ item, class: priority, lang, intent: unanswered });
		this.#show(this.given ? 'number' : 'item');
	}

	back(): void {
		if (!this.#settled() || !this.hasBack) return;
		if (this.page === 'priority') this.#show('item');
		else if (this.page === 'item') this.#show('items');
		else this.#begin();
	}

	/** The start, as for a new visitor. */
	home(): void {
		if (!this.#settled()) return;
		this.#needs.visitor.forget();
		this.#begin();
	}

	#begin(): void {
		this.#zone = this.#item = this.given = null;
		this.#show('start');
	}

	#settled(): boolean {
		const rest = this.page === 'number' ? SHOWN_MS : SETTLE_MS;
		return this.#needs.timers.now() - this.#changedAt >= rest;
	}

	#show(page: Page): void {
		this.page = page;
		this.#changedAt = this.#needs.timers.now();
		this.presence.touched();
	}
}
