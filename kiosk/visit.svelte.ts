import type { Problem } from '#display/ask.ts';
import type { Lang } from '#display/words/index.ts';
import type { KioskItem, KioskView, TicketView } from '#server/views.ts';
import { Ease } from './ease/ease.svelte.ts';
import { Browse, type Way } from './find/browse.svelte.ts';
import { patience, rest } from './pace.ts';
import { Presence } from './presence.svelte.ts';
import type { Shown } from './scan.ts';
import { standsBefore, wayBack, type Screen } from './screens.ts';
import { Typed } from './typed.svelte.ts';
import { askedBy, asOrdinary, askTwice, mayPass, pageOf, wishFor, withoutPerson } from './wish.ts';
import type { Asked, Far, Said, Who } from './wish.ts';

export interface VisitNeeds extends Far {
	/** the newest view of the kiosk */
	view: () => KioskView;
	/** whether the line to the server is down */
	stale: () => boolean;
	intent: () => string;
}

/**
 * One visitor's way through the kiosk: zone → item → ticket in three touches, one ticket for a double touch, and the
 * return to the start when the visitor walks away. Between item and ticket stands only what must: priority when it is
 * asked for, advice when there is some, who it is where the item asks. Knows no browser: pages call it and draw it.
 */
export class Visit {
	screen: Screen = $state('zones');
	lang: Lang = $state('zh-CN');
	ticket: TicketView | null = $state.raw(null);
	problem: Problem | null = $state.raw(null);
	/** a number is being asked for */
	taking = $state(false);
	claim: string | null = null;
	readonly typed = new Typed();
	readonly ease = new Ease();
	readonly presence: Presence;
	readonly browse: Browse;

	#needs: VisitNeeds;
	#item: string | null = $state(null);
	/** where the item was chosen */
	#from: Screen = 'items';
	#advised = false;
	#asked: Asked | null = $state.raw(null);
	#changedAt = -Infinity;

	constructor(needs: VisitNeeds) {
		this.#needs = needs;
		this.browse = new Browse(needs.view);
		this.presence = new Presence({
			...needs,
			patience: () => patience(this, this.#needs.view().idleSeconds),
			waiting: () => this.taking,
			untouched: () => this.canCheckIn && this.lang === 'zh-CN' && this.ease.untouched && this.browse.untouched,
			left: () => this.home()
		});
		this.screen = this.#first;
	}

	/** The chosen item as it is now: people ahead and wait change while one reads. */
	get item(): KioskItem | null {
		return this.browse.item(this.#item);
	}

	/** Whether there is a page before this one. */
	get hasBack(): boolean {
		return this.screen !== this.#first && this.screen !== 'ticket' && !this.taking;
	}

	/** Whether one can go from here to where a code is typed: of an appointment, or of a notice. */
	get canCheckIn(): boolean {
		return this.screen === this.#first;
	}

	/** Whether asking once more may help. */
	get canRetry(): boolean {
		return this.problem !== null && this.#asked !== null && mayPass(this.problem);
	}

	/** Whether who has come too late for the appointment can take an ordinary number. */
	get canTakeOrdinary(): boolean {
		if (this.problem?.code !== 'appointment-lapsed') return false;
		return this.#asked?.of === 'arrival' || this.browse.zoneOf(this.problem.detail) !== null;
	}

	chooseZone(code: string): void {
		if (!this.#settled()) return;
		this.browse.open(code);
		this.#show('items');
	}

	/** Sorts the first page otherwise. */
	lookBy(way: Way): void {
		this.browse.way = way;
		this.#show(this.#first);
	}

	/** To where an item is found by words. */
	find(): void {
		if (this.#settled()) this.#show('find');
	}

	chooseItem(code: string): void {
		if (this.#settled()) this.#choose(code, this.screen === 'find' ? 'find' : 'items');
	}

	/** The guide of an item was scanned: it opens from whatever page. False where the kiosk has no such item. */
	openItem(code: string): boolean {
		const zone = this.browse.zoneOf(code);
		if (!zone || !this.#settled()) return zone !== null;
		this.#forget();
		this.browse.open(zone.code);
		this.#choose(code, 'items');
		return true;
	}

	/** One part of the item, on a page of its own. */
	read(part: 'bring' | 'terms'): void {
		if (this.#settled()) this.#show(part);
	}

	askPriority(): void {
		if (this.#settled() && this.item?.open) this.#show('priority');
	}

	/** Asks for a number of the chosen item, in a priority class or as everybody. */
	async take(priority: string | null = null): Promise<void> {
		if (!this.item || !this.#settled()) return;
		this.claim = priority;
		await this.#onward();
	}

	/** The visitor has read that it takes long, or may come to nothing, and wants a number all the same. */
	async takeAnyway(): Promise<void> {
		if (!this.#settled()) return;
		this.#advised = true;
		await this.#onward();
	}

	/** Who it is has been typed, or read off a card; null: rather not. */
	async sayWho(said: Said): Promise<void> {
		if (this.#settled()) await this.#onward(said === 'typed' ? { person: this.typed.give() } : said);
	}

	checkIn(): void {
		if (this.#settled() && this.canCheckIn) this.#show('check-in');
	}

	/** Takes what one comes with: scanned, from whatever page; typed, or a card that was laid. */
	async arrive(by: Shown | Who | 'typed'): Promise<void> {
		if (!this.#settled()) return;
		this.#forget();
		await this.#send(askedBy(by === 'typed' ? this.typed.giveComing() : by, this.#same()));
	}

	/** Too late for the slot: an ordinary number. Where nothing was kept to ask by, as of a card, the item opens. */
	async takeOrdinary(): Promise<void> {
		if (!this.canTakeOrdinary || !this.#settled()) return;
		const asked = asOrdinary(this.#asked, this.#needs.intent());
		if (asked) await this.#send(asked);
		else this.openItem(this.problem?.detail ?? '');
	}

	/** The same wish once more, with the same intent: an answer that was lost on the way is found again. */
	async retry(): Promise<void> {
		if (this.#asked && this.canRetry && this.#settled()) await this.#send(this.#asked);
	}

	/** What has become of the ticket since: people ahead, wait, slip. */
	told(ticket: TicketView): void {
		if (ticket.id === this.ticket?.id) this.ticket = ticket;
	}

	back(): void {
		if (!this.#settled() || !this.hasBack) return;
		const to = this.item === null ? null : wayBack(this.screen, this.#from);
		if (to === null) this.browse.leave();
		this.#show(to ?? this.#first);
	}

	/** The start, as for a new visitor: nothing of the last one is left. */
	home(): void {
		if (!this.#settled()) return;
		this.lang = 'zh-CN';
		this.ease.reset();
		this.again();
	}

	/** The start once more, for the same visitor: the wish is forgotten, language and comforts stay. */
	again(): void {
		if (!this.#settled()) return;
		this.#forget();
		this.#show(this.#first);
	}

	#choose(code: string, from: Screen): void {
		this.#item = code;
		this.#from = from;
		this.#advised = false;
		this.#show('item');
	}

	get #first(): Screen {
		return this.browse.direct ? 'items' : 'zones';
	}

	#settled(): boolean {
		return !this.taking && this.#needs.timers.now() - this.#changedAt >= rest(this.screen);
	}

	#show(screen: Screen, problem: Problem | null = null): void {
		this.typed.clear();
		this.problem = problem;
		this.screen = screen;
		this.#changedAt = this.#needs.timers.now();
		this.presence.touched();
	}

	#forget(): void {
		this.browse.forget();
		this.#item = this.claim = this.ticket = this.#asked = null;
		this.#advised = false;
	}

	/** What must still be said or asked before the number; then the number. */
	async #onward(who?: Exclude<Said, 'typed'>): Promise<void> {
		const { item } = this;
		if (!item) return;
		const first = standsBefore(item, { advised: this.#advised, asked: who !== undefined });
		if (first !== null) this.#show(first);
		else await this.#send({ of: 'number', wish: wishFor(item.code, this.claim, who ?? null, this.#same()) });
	}

	#same() {
		return { intent: this.#needs.intent(), lang: this.lang, device: this.#needs.view().device };
	}

	async #send(asked: Asked): Promise<void> {
		this.taking = true;
		const answer = await askTwice(this.#needs, asked);
		this.taking = false;
		this.#asked = withoutPerson(asked);
		this.ticket = answer.ok ? answer.value : null;
		if (answer.ok) this.#show('ticket');
		else this.#show(pageOf(asked, answer.problem), answer.problem);
	}
}
