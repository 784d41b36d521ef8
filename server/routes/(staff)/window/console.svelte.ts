import type { Answer, Problem } from '#display/ask.ts';
import type { ConsoleAction, ConsoleView } from '#server/views.ts';
import { commandOf, figureOf, type Command } from './keys.ts';
import { MENUS, search, ticketWish, windowWish, type MenuAction, type Option, type Wish } from './menus.ts';

export interface ConsoleOptions {
	/** POST to the API */
	send: (path: string, body: Record<string, string>) => Promise<Answer<{ console: ConsoleView }>>;
	/** asks the line for a whole snapshot */
	refresh?: () => void;
}

/** A menu while it is open: its options stand still, whatever arrives meanwhile. */
export interface Menu {
	action: MenuAction;
	all: readonly Option[];
	shown: readonly Option[];
	typed: string;
	/** the option that Enter takes */
	at: number;
}

/** What is pressed: the two fields of a KeyboardEvent that count, and whether a text field has the keyboard. */
export interface Press {
	code: string;
	repeat: boolean;
	typing: boolean;
}

const STEPS: Readonly<Record<string, number | undefined>> = { ArrowDown: 1, ArrowUp: -1 };

const WINDOW_ACTIONS: readonly ConsoleAction[] = ['open', 'pause', 'close', 'next'];

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
	menu: Menu | null = $state.raw(null);
	/** the list of keys is open */
	help = $state(false);
	refusal: { action: ConsoleAction; code: Problem['code'] } | null = $state.raw(null);
	unconfirmed: { action: ConsoleAction; seen: boolean } | null = $state.raw(null);
	/** the parked and missed tickets as they stood when the pointer came to them */
	#held: Pick<ConsoleView, 'parked' | 'missed'> | null = $state.raw(null);
	/** the server's clock, kept by the page: an act can be taken back for some seconds only */
	now = $state(0);
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
		if (action === 'resume' || action === 'return') return MENUS[action](this.view).length > 0;
		if (action === 'undo') return this.view.undo !== null && this.now < this.view.undo.until;
		if (WINDOW_ACTIONS.includes(action)) return this.view.allowed.includes(action);
		return this.view.current?.allowed.includes(action) ?? false;
	}

	/** What is most likely meant next; its button is the filled one. */
	get suggested(): ConsoleAction | null {
		const order: readonly ConsoleAction[] = ['start', 'finish', 'next', 'open'];
		return order.find((action) => this.may(action)) ?? null;
	}

	/** Does an action, or opens its menu; nothing when it is not active. */
	choose(action: ConsoleAction): void {
		if (this.busy || !this.may(action)) return;
		if (action in MENUS) {
			this.#open(action as MenuAction);
			return;
		}
		const wish = this.#wishOf(action);
		if (wish) void this.act(wish);
	}

	/** Sends one wish and draws the answer. */
	async act(wish: Wish): Promise<void> {
		if (this.busy) return;
		this.busy = wish.action;
		this.menu = null;
		this.refusal = null;
		this.unconfirmed = null;
		const answer = await this.#options.send(wish.path, wish.body);
		this.busy = null;
		if (answer.ok) {
			this.release();
			this.receive(answer.value.console);
		} else if (answer.problem.code === 'offline') {
			this.unconfirmed = { action: wish.action, seen: false };
			this.#options.refresh?.();
		} else {
			this.refusal = { action: wish.action, code: answer.problem.code };
		}
	}

	/** One key. True when it was ours, so that the page keeps the browser from using it too. */
	press({ code, repeat, typing }: Press): boolean {
		if (this.menu) return this.#pressInMenu(this.menu, { code, repeat, typing });
		if (typing) return false;
		if (code === 'Escape') return this.back();
		const command = commandOf(code);
		if (command === null) return false;
		if (!repeat) this.#command(command);
		return true;
	}

	/** Closes what is open, or takes a refusal away; false when there is nothing to go back from. */
	back(): boolean {
		const something = this.menu !== null || this.help || this.refusal !== null;
		this.menu = null;
		this.help = false;
		this.refusal = null;
		return something;
	}

	/** Searches the open menu. */
	type(typed: string): void {
		if (this.menu) this.menu = { ...this.menu, typed, shown: search(this.menu.all, typed), at: 0 };
	}

	#command(command: Command): void {
		if (command === 'keys') {
			this.help = !this.help;
			return;
		}
		this.help = false;
		this.choose(command);
	}

	#open(action: MenuAction): void {
		const all = MENUS[action](this.view);
		this.refusal = null;
		this.menu = { action, all, shown: all, typed: '', at: 0 };
	}

	#pressInMenu(menu: Menu, { code, repeat, typing }: Press): boolean {
		if (code === 'Escape') return this.back();
		const step = STEPS[code];
		if (step !== undefined) {
			this.menu = { ...menu, at: Math.max(0, Math.min(menu.shown.length - 1, menu.at + step)) };
			return true;
		}
		const at = chosen(menu, code, typing);
		// a command key does nothing here, and must not scroll the page either
		if (at === null) return !typing && commandOf(code) !== null;
		const option = menu.shown[at];
		if (option && !repeat) void this.act(option.wish);
		return true;
	}

	#wishOf(action: ConsoleAction): Wish | null {
		if (WINDOW_ACTIONS.includes(action)) return windowWish(this.view, action);
		const id = action === 'undo' ? (this.view.undo?.ticket ?? null) : (this.view.current?.id ?? null);
		return id === null ? null : ticketWish(id, action);
	}
}

/** The place in the menu that a key takes: a figure its own, Enter the marked one; null for any other key. */
function chosen(menu: Menu, code: string, typing: boolean): number | null {
	if (code === 'Enter' || code === 'NumpadEnter') return menu.at;
	const figure = typing ? null : figureOf(code);
	return figure === null ? null : figure - 1;
}
