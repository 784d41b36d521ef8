import type { Answer, Problem } from '#display/ask.ts';
import type { Timers } from '#display/timers.ts';
import type { Lang } from '#display/words/index.ts';
import type { KioskItem, KioskView, KioskZone, TicketView } from '#server/views.ts';

/** What a visitor asks for; the intent makes a repeated wish the same ticket. */
export interface Wish {
	item: string;
	class?: string;
	intent: string;
	lang: Lang;
	device: string;
}

export type Screen = 'zones' | 'items' | 'item' | 'priority' | 'ticket' | 'problem';

export interface VisitNeeds {
	/** the newest view of the kiosk */
	view: () => KioskView;
	/** whether the line to the server is down */
	stale: () => boolean;
	take: (wish: Wish) => Promise<Answer<TicketView>>;
	intent: () => string;
	timers: Timers;
}

/** After the screen has changed, touches are let pass for so long: the second half of a double touch. */
export const SETTLE_MS = 400;
/** So long a number stays, whatever is touched: an impatient hand still taps where the big button was. */
export const SHOWN_MS = 2000;
/** How long the question "are you still there" waits (WCAG 2.2.1 asks for at least 20 s). */
export const ASK_MS = 20_000;
/** A printed slip is in the hand: how long the number stays before the screen offers itself to the next visitor. */
export const PRINTED_MS = 15_000;
/** A line that is down for so long makes the kiosk say that it is out of order. */
export const BROKEN_MS = 5000;
/** A wish that got no answer is sent once more, with the same intent, after this pause. */
const AGAIN_MS = 1500;
/** A finger that rests longer than this is no finger. */
const HELD_MS = 10_000;
/** Refusals that may be gone at the next try. */
const PASSING: Problem['code'][] = ['offline', 'database-busy', 'internal'];

/**
 * One visitor's way through the kiosk: zone → item → ticket in three touches, one ticket for a double touch,
 * and the return to the start when the visitor walks away. Knows no browser: pages call it and draw what it says.
 */
export class Visit {
	screen: Screen = $state('zones');
	lang: Lang = $state('zh-CN');
	ticket: TicketView | null = $state.raw(null);
	problem: Problem | null = $state.raw(null);
	/** a number is being asked for */
	taking = $state(false);
	/** seconds until the kiosk returns to the start, while it asks whether the visitor is still there; else null */
	leavingIn: number | null = $state(null);
	/** the line has been down for some time: nothing can be taken here */
	broken = $state(false);

	#needs: VisitNeeds;
	#zone: string | null = $state(null);
	#item: string | null = $state(null);
	#wish: Wish | null = null;
	#changedAt = -Infinity;
	#touchedAt: number;
	#heldSince: number | null = null;
	#staleSince: number | null = null;

	constructor(needs: VisitNeeds) {
		this.#needs = needs;
		this.#touchedAt = needs.timers.now();
		this.screen = this.#first;
	}

	/** Starts watching for the visitor's leaving; the answer ends it. */
	start(): () => void {
		return this.#needs.timers.every(1000, () => {
			this.#tick();
		});
	}

	get zone(): KioskZone | null {
		const zones = this.#needs.view().zones;
		if (zones.length === 1) return zones[0] ?? null;
		return zones.find((zone) => zone.code === this.#zone) ?? null;
	}

	/** The chosen item as it is now: people ahead and wait change while one reads. */
	get item(): KioskItem | null {
		return this.zone?.items.find((item) => item.code === this.#item) ?? null;
	}

	/** Whether there is a page before this one. */
	get hasBack(): boolean {
		return this.screen !== this.#first && this.screen !== 'ticket' && !this.taking;
	}

	/** Whether asking once more may help. */
	get canRetry(): boolean {
		return this.problem !== null && PASSING.includes(this.problem.code);
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

	askPriority(): void {
		if (this.#settled() && this.item?.open) this.#show('priority');
	}

	/** Asks for a number of the chosen item, in a priority class or as everybody. */
	async take(priority: string | null = null): Promise<void> {
		const item = this.item;
		if (!item || !this.#settled()) return;
		this.#wish = {
			item: item.code,
			...(priority === null ? {} : { class: priority }),
			intent: this.#needs.intent(),
			lang: this.lang,
			device: this.#needs.view().device
		};
		await this.#send(this.#wish);
	}

	/** The same wish once more, with the same intent: an answer that was lost on the way is found again. */
	async retry(): Promise<void> {
		if (this.#wish && this.canRetry && this.#settled()) await this.#send(this.#wish);
	}

	/** What has become of the ticket since: people ahead, wait, slip. */
	told(ticket: TicketView): void {
		if (ticket.id === this.ticket?.id) this.ticket = ticket;
	}

	back(): void {
		if (!this.#settled() || !this.hasBack) return;
		if (this.screen === 'items') {
			this.#zone = null;
			this.#show('zones');
		} else if (this.screen === 'item') this.#show('items');
		else this.#show('item');
	}

	/** The start, as for a new visitor: nothing of the last one is left. */
	home(): void {
		if (!this.#settled()) return;
		this.#zone = this.#item = this.ticket = this.problem = this.#wish = null;
		this.lang = 'zh-CN';
		this.#show(this.#first);
	}

	/** A finger went down: while it rests, nothing moves. */
	held(): void {
		this.#heldSince = this.#needs.timers.now();
	}

	/** A finger went up, or a key was pressed: the visitor is there. */
	touched(): void {
		this.#heldSince = null;
		this.leavingIn = null;
		this.#touchedAt = this.#needs.timers.now();
	}

	get #first(): Screen {
		return this.#needs.view().zones.length === 1 ? 'items' : 'zones';
	}

	#settled(): boolean {
		const rest = this.screen === 'ticket' ? SHOWN_MS : SETTLE_MS;
		return !this.taking && this.#needs.timers.now() - this.#changedAt >= rest;
	}

	#show(screen: Screen): void {
		this.screen = screen;
		this.#changedAt = this.#needs.timers.now();
		this.touched();
	}

	async #send(wish: Wish): Promise<void> {
		this.taking = true;
		let answer = await this.#needs.take(wish);
		if (!answer.ok && answer.problem.code === 'offline') {
			await new Promise<void>((resume) => this.#needs.timers.after(AGAIN_MS, resume));
			answer = await this.#needs.take(wish);
		}
		this.taking = false;
		this.ticket = answer.ok ? answer.value : null;
		this.problem = answer.ok ? null : answer.problem;
		this.#show(answer.ok ? 'ticket' : 'problem');
	}

	#tick(): void {
		const now = this.#needs.timers.now();
		this.#staleSince = this.#needs.stale() ? (this.#staleSince ?? now) : null;
		this.broken = this.#staleSince !== null && now - this.#staleSince >= BROKEN_MS;
		if (this.taking || (this.#heldSince !== null && now - this.#heldSince < HELD_MS)) return;
		const left = this.#touchedAt + this.#patience() + ASK_MS - now;
		if (this.#untouched() || left > ASK_MS) this.leavingIn = null;
		else if (left > 0) this.leavingIn = Math.ceil(left / 1000);
		else this.home();
	}

	#patience(): number {
		if (this.screen === 'ticket' && this.ticket?.slip === 'printed') return PRINTED_MS;
		return this.#needs.view().idleSeconds * 1000;
	}

	#untouched(): boolean {
		return this.screen === this.#first && this.lang === 'zh-CN';
	}
}
