import type { Answer, Problem } from '#display/ask.ts';
import type { BalanceView, DeskTicket, SuperviseView, TicketHistory, WatchedWindow } from '#server/views.ts';
import { figureOf, type Press } from '../keyboard.ts';
import { commandOf, TABS, type Command, type Tab } from './keys.ts';

type Act = 'release' | 'end' | 'open';

export interface SuperviseOptions {
	/** one question to the API */
	ask: <T>(method: 'GET' | 'POST', path: string, body?: unknown) => Promise<Answer<T>>;
	/** asks the line for a whole snapshot */
	refresh?: () => void;
}

/** What the last wish came to. */
export type Told =
	| { kind: 'released'; window: WatchedWindow }
	| { kind: 'ended'; closed: number }
	| { kind: 'opened' }
	| { kind: 'refused'; act: Act | 'find' | 'count'; code: Problem['code'] }
	/** no answer came: nobody knows whether it was done */
	| { kind: 'unconfirmed'; act: Act };

/** What must be confirmed before it is done. */
export type Asking = { act: 'release'; window: WatchedWindow } | { act: 'end' | 'open' };

/**
 * What the supervisor's page does, without a page: watches, counts the day, reads what was done to a number, and steps in,
 * each time after a confirmation. A wish without an answer is never sent again by itself.
 */
export class Supervise {
	view: SuperviseView = $state.raw() as SuperviseView;
	balance: BalanceView = $state.raw() as BalanceView;
	history: TicketHistory | null = $state.raw(null);
	/** what stands in the field that finds a number */
	typed = $state('');
	tab: Tab = $state('balance');
	busy = $state(false);
	help = $state(false);
	asking: Asking | null = $state.raw(null);
	told: Told | null = $state.raw(null);
	#options: SuperviseOptions;

	constructor(view: SuperviseView, balance: BalanceView, options: SuperviseOptions) {
		this.view = view;
		this.balance = balance;
		this.#options = options;
	}

	receive(view: SuperviseView): void {
		if (view.seq >= this.view.seq) this.view = view;
	}

	/** Counts the day anew. */
	async count(): Promise<void> {
		const answer = await this.#options.ask<BalanceView>('GET', '/days/today/balance');
		if (answer.ok) this.balance = answer.value;
		else this.told = { kind: 'refused', act: 'count', code: answer.problem.code };
	}

	/** Reads everything that was done to a number of today. */
	async find(number = this.typed): Promise<void> {
		if (this.busy || number.trim() === '') return;
		this.tab = 'history';
		this.told = null;
		this.busy = true;
		const answer = await this.#historyOf(number.trim());
		this.busy = false;
		this.history = answer.ok ? answer.value : null;
		if (answer.ok) this.typed = answer.value.number;
		else this.told = { kind: 'refused', act: 'find', code: answer.problem.code };
	}

	async #historyOf(number: string): Promise<Answer<TicketHistory>> {
		const found = await this.#options.ask<DeskTicket>('GET', `/numbers/${encodeURIComponent(number)}`);
		return found.ok ? this.#options.ask('GET', `/tickets/${String(found.value.id)}/history`) : found;
	}

	/** Somebody has seen an alarm. */
	async see(id: number): Promise<void> {
		const answer = await this.#options.ask('POST', `/alarms/${String(id)}/seen`, {});
		if (answer.ok) this.#options.refresh?.();
	}

	/** Asks before it is done; the day is counted first, so that the question says what it is about. */
	async confirm(asking: Asking): Promise<void> {
		if (this.busy || !this.view.allowed.includes(asking.act)) return;
		this.told = null;
		if (asking.act === 'end') await this.count();
		this.asking = asking;
	}

	/** Does what was confirmed. @param reason why a window is released */
	async act(reason = ''): Promise<void> {
		const { asking } = this;
		if (!asking || this.busy) return;
		this.busy = true;
		const isRelease = asking.act === 'release';
		const path = isRelease ? `/windows/${encodeURIComponent(asking.window.code)}/release` : `/days/today/${asking.act}`;
		const answer = await this.#options.ask<{ closed?: number }>('POST', path, isRelease ? { reason } : {});
		this.busy = false;
		this.asking = null;
		this.told = toldOf(asking, answer);
		if (this.told.kind === 'unconfirmed') this.#options.refresh?.();
		else await this.count();
	}

	/** One key. True when it was ours, so that the page keeps the browser from using it too. */
	press({ code, repeat, typing }: Press): boolean {
		// A question is answered by its own buttons.
		if (this.asking) return false;
		if (code === 'Escape') return this.back();
		if (typing) return false;
		const tab = TABS[(figureOf(code) ?? 0) - 1];
		if (tab) this.tab = tab;
		const command = commandOf(code);
		if (command !== null && !repeat) this.#command(command);
		return tab !== undefined || command !== null;
	}

	/** Closes what is open, or takes away what was told; false when there is nothing to go back from. */
	back(): boolean {
		const something = this.help || this.told !== null || this.asking !== null;
		this.help = false;
		this.told = null;
		this.asking = null;
		return something;
	}

	#command(command: Command): void {
		this.help = command === 'keys' && !this.help;
		if (command === 'find') this.tab = 'history';
		if (command !== 'count') return;
		this.tab = 'balance';
		void this.count();
	}
}

function toldOf(asking: Asking, answer: Answer<{ closed?: number }>): Told {
	if (!answer.ok) {
		const { code } = answer.problem;
		return code === 'offline' ? { kind: 'unconfirmed', act: asking.act } : { kind: 'refused', act: asking.act, code };
	}
	switch (asking.act) {
		case 'release':
			return { kind: 'released', window: asking.window };
		case 'end':
			return { kind: 'ended', closed: answer.value.closed ?? 0 };
		case 'open':
			return { kind: 'opened' };
	}
}
