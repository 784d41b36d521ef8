import type { Answer, Problem } from '#display/ask.ts';
import type { ConsoleAction, ConsoleView } from '#server/views.ts';
import { keyIn, opened, taken, turnedBack, typedIn, type Menu, type Wish } from '../menu.ts';
import type { Press } from '../keyboard.ts';
import { ticketWish } from '../options.ts';
import { WindowCodes } from './codes.svelte.ts';
import { commandOf, type Command } from './keys.ts';
import { hasMenu, mayApart, MENUS, WINDOW_ACTIONS, windowWish } from './menus.ts';
import type { ConsoleOption, ConsoleWish } from './menus.ts';
import { panelFor, type Panel } from './panels.ts';
import { SilentCall } from './silent.svelte.ts';
import { mayTalk, talkWish } from './talk/marks.ts';
import { Talk } from './talk/talk.svelte.ts';

export interface ConsoleOptions {
	/** POST to the API */
	send: (path: string, body: Wish['body']) => Promise<Answer<{ console: ConsoleView }>>;
	/** any other question to the API */
	ask: <T>(method: 'GET' | 'POST', path: string, body?: unknown) => Promise<Answer<T>>;
	/** acts once after so many milliseconds; the answer calls it off */
	after: (ms: number, act: () => void) => () => void;
	/** asks the line for a whole snapshot */
	refresh?: () => void;
	/** leaves the console for another page of the staff */
	go?: (page: 'cases') => void;
}

/**
 * What the window console does, without a page. What may be done comes from the server in `allowed`; nothing is computed here.
 *
 * One action is in flight at a time; another press meanwhile is dropped. A refusal stays until the next action.
 * UNCONFIRMED: no answer came. The action may or may not have been done, so it is never sent again by itself: a snapshot is
 * asked for, and `seen` says that what stands on the page is newer than the question.
 */
export class Console {
	view: ConsoleView = $state.raw() as ConsoleView;
	busy: ConsoleAction | null = $state(null);
	menu: Menu<ConsoleAction> | null = $state.raw(null);
	/** the sheet that is open */
	panel: Panel | null = $state.raw(null);
	/** the list of keys is open */
	help = $state(false);
	refusal: { action: ConsoleAction; code: Problem['code'] } | null = $state.raw(null);
	unconfirmed: { action: ConsoleAction; seen: boolean } | null = $state.raw(null);
	/** the parked and missed tickets as they stood when the pointer came to them */
	#held: Pick<ConsoleView, 'parked' | 'missed'> | null = $state.raw(null);
	/** the server's clock, kept by the page: an act can be taken back for some seconds only */
	now = $state(0);
	/** what is to be said now */
	readonly talk = new Talk(this);
	readonly silent = new SilentCall(this);
	/** what is held before the scanner */
	readonly codes = new WindowCodes(this);
	#options: ConsoleOptions;

	constructor(view: ConsoleView, options: ConsoleOptions) {
		this.view = view;
		this.#options = options;
	}

	/** The parked and missed tickets to draw: they do not move while they are pointed at. */
	get lists(): Pick<ConsoleView, 'parked' | 'missed'> {
		return this.#held ?? this.view;
	}

	/** Takes a view from the line or from an answer; an older one than that shown is dropped. */
	receive(view: ConsoleView): void {
		if (view.seq < this.view.seq) return;
		this.view = view;
		if (this.unconfirmed) this.unconfirmed = { ...this.unconfirmed, seen: true };
	}

	/** Keeps the lists still while the pointer is over them. */
	hold(): void {
		this.#held ??= { parked: this.view.parked, missed: this.view.missed };
	}

	/** Lets the lists move again. */
	release(): void {
		this.#held = null;
	}

	/** Whether an action may be done; it waits for the answer to the one in flight. */
	may(action: ConsoleAction): boolean {
		if (WINDOW_ACTIONS.includes(action)) return this.view.allowed.includes(action);
		const apart = mayTalk(this.view, action, this.now) ?? mayApart(this.view, action, this.now);
		if (apart !== null) return apart;
		return (this.view.current?.allowed.includes(action) ?? false) && this.#isReady(action);
	}

	#isReady(action: ConsoleAction): boolean {
		if (action === 'miss') return this.#isRipe();
		return action !== 'class' || MENUS.class(this.view).length > 0;
	}

	/** Whether whoever was called may count as not having come: the server says from when. */
	#isRipe(): boolean {
		const from = this.view.current?.noShow?.from ?? null;
		return from !== null && this.now >= from;
	}

	/** What is most likely meant next; its button is the filled one. */
	get suggested(): ConsoleAction | null {
		const order: readonly ConsoleAction[] = ['start', 'finish', 'next', 'open'];
		return order.find((action) => this.may(action)) ?? null;
	}

	/** Does an action, or opens its menu; nothing when it is not active. */
	choose(action: ConsoleAction): void {
		if (this.busy || !this.may(action)) return;
		if (this.#opensMore(action)) return;
		const options = hasMenu(action) ? MENUS[action](this.view) : [];
		const asks = options.length > 0 || (hasMenu(action) && action !== 'miss');
		const wish = asks ? null : this.#wishOf(action);
		if (wish) void this.act(wish);
		else this.#open(action, options);
	}

	/** Opens the sheet or the page of an action that has one; false for any other. */
	#opensMore(action: ConsoleAction): boolean {
		this.panel = panelFor(action, this);
		if (action === 'my-cases') this.#options.go?.('cases');
		return this.panel !== null || action === 'my-cases';
	}

	/** Takes an option of the open menu: sends its wish, or asks what follows. */
	take(option: ConsoleOption): void {
		if (!this.menu) return;
		const next = taken(this.menu, option);
		if ('path' in next) void this.act(next);
		else this.menu = next;
	}

	/** Sends one wish and draws the answer. */
	async act(wish: ConsoleWish): Promise<void> {
		if (this.busy) return;
		this.busy = wish.action;
		this.menu = null;
		this.refusal = null;
		this.unconfirmed = null;
		const answer = await this.#options.send(wish.path, wish.body);
		this.busy = null;
		if (answer.ok) {
			this.panel = null;
			this.talk.chosen = null;
			this.release();
			this.receive(answer.value.console);
		} else if (answer.problem.code === 'offline') {
			this.unconfirmed = { action: wish.action, seen: false };
			this.#options.refresh?.();
		} else {
			this.refusal = { action: wish.action, code: answer.problem.code };
		}
	}

	/** A question that is no act of the console, as sheets ask it. */
	ask<T>(method: 'GET' | 'POST', path: string, body?: unknown): Promise<Answer<T>> {
		return this.#options.ask(method, path, body);
	}

	/** Acts once after so many milliseconds; the answer calls it off. */
	after(ms: number, act: () => void): () => void {
		return this.#options.after(ms, act);
	}

	/** Somebody has seen an alarm of this window. */
	async see(id: number): Promise<void> {
		const answer = await this.ask('POST', `/alarms/${String(id)}/seen`, {});
		if (answer.ok) this.#options.refresh?.();
	}

	/** Writes on the screen that faces the visitor; false when it did not come there. */
	async say(text: string, override = false): Promise<boolean> {
		const { code } = this.view.window;
		const path = `/windows/${encodeURIComponent(code)}/text`;
		const answer = await this.ask<{ console: ConsoleView | null }>('POST', path, { text, override });
		if (answer.ok && answer.value.console) this.receive(answer.value.console);
		return answer.ok;
	}

	/** One key. True when it was ours, so that the page keeps the browser from using it too. */
	press({ code, repeat, typing }: Press): boolean {
		if (this.silent.press({ code, repeat, typing })) return true;
		if (this.menu) return this.#pressInMenu(this.menu, { code, repeat, typing });
		if (this.panel) return this.panel.press({ code, repeat, typing }) || (code === 'Escape' && this.back());
		if (typing) return false;
		if (code === 'Escape') return this.back();
		const command = commandOf(code);
		if (command === null) return false;
		if (!repeat) this.#command(command);
		return true;
	}

	/** Closes what is open, or takes a refusal away; false when there is nothing to go back from. */
	back(): boolean {
		const something = this.menu !== null || this.panel !== null || this.help || this.refusal !== null;
		this.menu = this.menu?.parent ?? null;
		this.panel = null;
		this.help = false;
		this.refusal = null;
		return something;
	}

	/** Searches the open menu. */
	type(typed: string): void {
		if (this.menu) this.menu = typedIn(this.menu, typed);
	}

	/** Whether who is sent elsewhere comes back to this window afterwards. */
	turnBack(): void {
		if (this.menu) this.menu = turnedBack(this.menu);
	}

	#command(command: Command): void {
		if (command === 'keys') {
			this.help = !this.help;
			return;
		}
		this.help = false;
		this.choose(command);
	}

	#open(action: ConsoleAction, options: readonly ConsoleOption[]): void {
		const many = action === 'transfer';
		this.refusal = null;
		this.menu = opened(action, options, { searched: many, wayBack: many ? false : null });
	}

	#pressInMenu(menu: Menu<ConsoleAction>, press: Press): boolean {
		if (press.code === 'Escape') return this.back();
		const next = keyIn(menu, press);
		// a command key does nothing here, and must not scroll the page either
		if (next === null) return !press.typing && commandOf(press.code) !== null;
		if (!('then' in next)) this.menu = next;
		else if (!press.repeat) this.take(next);
		return true;
	}

	#wishOf(action: ConsoleAction): ConsoleWish | null {
		if (WINDOW_ACTIONS.includes(action)) return windowWish(this.view, action);
		const marks = talkWish(this.view, action);
		if (marks) return marks;
		const id = action === 'undo' ? (this.view.undo?.ticket ?? null) : (this.view.current?.id ?? null);
		return id === null ? null : ticketWish(id, action);
	}
}
