import type { Answer } from '#display/ask.ts';
import type { Timers } from '#display/timers.ts';
import type { Lang } from '#display/words/index.ts';
import type { Grade, RateView } from '#server/views.ts';
import { Presence } from '../presence.svelte.ts';
import { Typed } from '../typed.svelte.ts';
import { Sheet, type SheetBody } from './sheet.svelte.ts';

export type TabletScreen = 'idle' | 'grades' | 'why' | 'more' | 'phone' | 'thanks';
type Ask = NonNullable<RateView['ask']>;

/** So long the thanks stand there. */
export const THANKS_MS = 6000;
/** Tokens that are over, so that a late view does not bring them back. */
const REMEMBERED = 20;

export interface TabletNeeds {
	view: () => RateView;
	stale: () => boolean;
	/** the server's clock minus ours, ms */
	skew: () => number;
	give: (token: string, body: SheetBody) => Promise<Answer<unknown>>;
	/** the ask stands on the screen */
	shown: (token: string) => void;
	timers: Timers;
}

/**
 * The tablet at a window. It asks by itself when a service there has ended, keeps to that service for as long as its
 * visitor is at it, whoever is called meanwhile, and shows nothing of what anybody answered.
 */
export class Tablet {
	screen: TabletScreen = $state('idle');
	/** the service it asks about */
	ask: Ask | null = $state.raw(null);
	sheet = $state.raw(new Sheet());
	lang: Lang = $state('zh-CN');
	busy = $state(false);
	/** why the rating was not taken; `offline` may be tried again */
	problem: string | null = $state(null);
	/** why the rating that just ended was not taken; null when it was */
	ended: string | null = $state(null);
	readonly typed = new Typed();
	readonly presence: Presence;
	#needs: TabletNeeds;
	#begun = false;
	#over: string[] = [];
	#thankedAt = 0;

	constructor(needs: TabletNeeds) {
		this.#needs = needs;
		this.presence = new Presence({
			timers: needs.timers,
			stale: needs.stale,
			patience: () => needs.view().askSeconds * 1000,
			waiting: () => this.busy,
			untouched: () => this.screen === 'idle' || this.screen === 'thanks' || !this.#begun,
			left: () => this.#left()
		});
	}

	/** Starts watching the time; the answer ends it. */
	start(): () => void {
		const ends = [this.presence.start(), this.#needs.timers.every(500, () => this.look())];
		return () => {
			for (const end of ends) end();
		};
	}

	/** The view may have changed, or time has passed. */
	look(): void {
		const now = this.#needs.timers.now();
		if (this.screen === 'thanks') {
			if (now - this.#thankedAt >= THANKS_MS) this.#toIdle();
		} else if (!this.#begun) this.#follow(now);
	}

	#follow(now: number): void {
		const { ask } = this.#needs.view();
		const open = ask && ask.until > now + this.#needs.skew() && !this.#over.includes(ask.token);
		if (open && ask.token !== this.ask?.token) this.#open(ask);
		else if (!open && this.ask) this.#toIdle();
	}

	/** A finger or a key: its visitor is there. */
	touched(): void {
		this.presence.touched();
		if (this.ask !== null && this.screen !== 'thanks') this.#begun = true;
	}

	choose(grade: Grade): void {
		this.sheet.choose(grade);
		this.screen = this.sheet.bad ? 'why' : 'more';
	}

	back(): void {
		this.problem = null;
		if (this.screen === 'phone') this.screen = 'more';
		else if (this.screen === 'more' && this.sheet.bad) this.screen = 'why';
		else this.screen = 'grades';
	}

	goOn(): void {
		this.screen = 'more';
	}

	askPhone(): void {
		this.typed.clear();
		this.screen = 'phone';
	}

	/** The number is kept only with this act, which is the visitor's consent. */
	takePhone(): void {
		if (!this.typed.isPhone) return;
		this.sheet.phone = this.typed.give();
		this.screen = 'more';
	}

	dropPhone(): void {
		this.sheet.phone = '';
		this.typed.clear();
		this.screen = 'more';
	}

	/** Nobody has to rate. */
	decline(): void {
		this.#close();
		this.#toIdle();
	}

	async send(): Promise<void> {
		const { ask, busy } = this;
		const body = this.sheet.body();
		if (!ask || !body || busy) return;
		this.busy = true;
		const answer = await this.#needs.give(ask.token, body);
		this.busy = false;
		this.problem = answer.ok ? null : answer.problem.code;
		if (this.problem === 'offline') return;
		this.#thank(this.problem);
	}

	/** Whoever has chosen a grade and gone has rated. */
	#left(): void {
		const { ask } = this;
		const body = this.sheet.body();
		if (ask && body) void this.#needs.give(ask.token, body);
		this.decline();
	}

	#open(ask: Ask): void {
		this.#clear();
		this.ask = ask;
		this.screen = 'grades';
		this.#needs.shown(ask.token);
	}

	#thank(ended: string | null): void {
		this.#close();
		this.#clear();
		this.ended = ended;
		this.screen = 'thanks';
		this.#thankedAt = this.#needs.timers.now();
	}

	#close(): void {
		if (this.ask) this.#over = [...this.#over, this.ask.token].slice(-REMEMBERED);
	}

	#toIdle(): void {
		this.#clear();
		this.lang = 'zh-CN';
		this.screen = 'idle';
	}

	/** Nothing of one visitor is left for the next. */
	#clear(): void {
		this.ask = null;
		this.sheet = new Sheet();
		this.typed.clear();
		this.problem = null;
		this.#begun = false;
		this.presence.leavingIn = null;
	}
}
