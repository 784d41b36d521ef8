import type { Answer } from '#display/ask.ts';
import { readScan } from '#kiosk/scan.ts';
import type { AppointmentLine } from '#server/appointments/view.ts';
import type { DeskTicket, DeskView } from '#server/views.ts';
import { figureOf, type Press } from '../keyboard.ts';
import { keyIn, opened, taken, typedIn, type Menu } from '../menu.ts';
import { DeskCodes } from './codes.svelte.ts';
import { commandOf, TABS, type Command, type DeskVerb } from './keys.ts';
import { hasPanel, isPanelAction, panelFor, type DeskPanel, type PanelAction } from './panels.ts';
import { DeskLists } from './lists.svelte.ts';
import type { DeskOptions } from './means.ts';
import { numberIn, toldOf, type Told } from './told.ts';
import { appointmentOptions, dealingWith, optionsFor, wishOf, type DeskOption, type DeskWish } from './menus.ts';

/**
 * What the guide desk does, without a page: finds a number, and does with it what the server allows; takes one for a visitor.
 * A wish without an answer is never sent again by itself. A number can be asked for once more: the same intent is the same number.
 */
export class DeskWork {
	view: DeskView = $state.raw() as DeskView;
	found: DeskTicket | null = $state.raw(null);
	/** what stands in the field that finds a number */
	typed = $state('');
	busy: DeskVerb | 'find' | null = $state(null);
	menu: Menu<DeskVerb> | null = $state.raw(null);
	/** the sheet that is open */
	panel: DeskPanel | null = $state.raw(null);
	help = $state(false);
	told: Told | null = $state.raw(null);
	/** the right side of the desk */
	readonly lists: DeskLists;
	/** what is scanned, or typed in place of a number */
	readonly codes = new DeskCodes(this);
	#options: DeskOptions;

	constructor(view: DeskView, options: DeskOptions) {
		this.view = view;
		this.#options = options;
		this.lists = new DeskLists(options);
	}

	/** Takes a view from the line; what was found is asked for again, because it may have changed too. */
	receive(view: DeskView): void {
		if (view.seq < this.view.seq) return;
		const isNews = view.seq > this.view.seq;
		this.view = view;
		if (!isNews) return;
		if (this.found) void this.#again(this.found.number);
		void this.lists.read();
	}

	may(verb: DeskVerb): boolean {
		if (verb === 'take') return this.view.items.length > 0;
		if (verb === 'arrive' || verb === 'unbook') return true;
		if (verb === 'class' && optionsFor(verb, this.view, this.found, this.#options.intent).length === 0) return false;
		return this.found?.allowed.includes(verb) ?? false;
	}

	/** Finds a number of today, as it is called or by the code on its slip; another code leads where it leads. */
	async find(number = this.typed): Promise<void> {
		if (this.busy || number.trim() === '') return;
		const code = readScan(number);
		if (code && !('number' in code || 'ticket' in code)) return this.codes.lead(code);
		const asked = code && 'ticket' in code ? code.ticket : number.trim();
		this.busy = 'find';
		this.told = null;
		this.menu = null;
		const answer = await this.#options.ask<DeskTicket>('GET', `/numbers/${encodeURIComponent(asked)}`);
		this.busy = null;
		if (answer.ok) {
			this.found = answer.value;
			this.typed = answer.value.number;
		} else {
			this.found = null;
			this.told = { kind: 'refused', verb: 'find', code: answer.problem.code };
		}
	}

	/** Does a verb, or opens its menu; nothing when it is not allowed. */
	choose(verb: DeskVerb): void {
		if (this.busy || !this.may(verb)) return;
		this.told = null;
		if (verb === 'return' || verb === 'reprint') {
			const wish = this.found && wishOf(verb, this.found);
			if (wish) void this.act(wish);
			return;
		}
		if (verb === 'arrive') {
			void this.#chooseAppointment();
			return;
		}
		const searched = verb === 'take' || verb === 'transfer';
		const options = optionsFor(verb, this.view, this.found, this.#options.intent);
		this.menu = opened(verb, options, { searched, wayBack: null });
	}

	/** Opens a sheet, in place of whatever is open. */
	open(action: PanelAction): void {
		if (this.busy || !hasPanel(action)) return;
		this.told = null;
		this.menu = null;
		this.help = false;
		this.panel = panelFor(action, this);
	}

	/** A question to the API, as sheets ask it. */
	ask<T>(method: 'GET' | 'POST', path: string, body?: unknown): Promise<Answer<T>> {
		return this.#options.ask(method, path, body);
	}

	/** A new id for the wish of one visitor. */
	intent(): string {
		return this.#options.intent();
	}

	/** Asks what to do with one appointment of the list. */
	deal(line: AppointmentLine): void {
		const { appointments } = this.lists;
		if (this.busy || !appointments) return;
		const options = dealingWith(appointments.day, line, this.#options.intent());
		const name = { zh: `${line.time} ${line.item.name.zh}`, en: `${line.time} ${line.item.name.en}` };
		this.menu = { ...opened('arrive', options), after: name };
	}

	/** What is typed meanwhile is not lost: the menu is open before its lines have come. */
	async #chooseAppointment(): Promise<void> {
		this.menu = opened('arrive', [], { searched: true, wayBack: null });
		await this.lists.read('appointments');
		const [menu, { appointments }] = [this.menu, this.lists];
		if (!appointments || menu.action !== 'arrive' || menu.parent) return;
		const all = appointmentOptions(appointments, this.#options.intent);
		this.menu = typedIn({ ...menu, all }, menu.typed);
	}

	/** Takes an option of the open menu: sends its wish, or asks what follows. */
	take(option: DeskOption): void {
		if (!this.menu) return;
		const next = taken(this.menu, option);
		if ('path' in next) void this.act(next);
		else this.menu = next;
	}

	/** Sends one wish, and looks what the number is like then. */
	async act(wish: DeskWish): Promise<void> {
		if (this.busy) return;
		this.busy = wish.action;
		this.menu = null;
		this.told = null;
		const answer = await this.#options.ask<{ number?: string; code?: string }>('POST', wish.path, wish.body);
		const number = numberIn(answer) ?? this.found?.number ?? '';
		this.told = toldOf(wish, number, answer);
		if (this.told.kind === 'unconfirmed') this.#options.refresh?.();
		const known = this.view.seq;
		await this.#show(wish.action, number);
		this.busy = null;
		// What was looked at may be older than news that came meanwhile.
		if (this.view.seq !== known && this.found) void this.#again(this.found.number);
	}

	/** Somebody has seen an alarm. */
	async see(id: number): Promise<void> {
		const answer = await this.#options.ask('POST', `/alarms/${String(id)}/seen`, {});
		if (answer.ok) this.#options.refresh?.();
	}

	/** Goes to whoever calls for help; for one to whom somebody goes already, is there. */
	async attend(call = this.view.help[0]): Promise<void> {
		if (!call) return;
		const act = call.comingBy === null ? 'come' : 'there';
		const answer = await this.#options.ask('POST', `/help-calls/${String(call.id)}/${act}`, {});
		if (answer.ok) this.#options.refresh?.();
	}

	/** Shows what a wish has changed. */
	async #show(verb: DeskVerb, number: string): Promise<void> {
		if (verb === 'arrive' || verb === 'unbook') void this.lists.read('appointments');
		const now = number === '' || verb === 'unbook' ? null : await this.#look(number);
		if (now) [this.found, this.typed] = [now, now.number];
	}

	/** Looks again at what is shown, unless somebody has turned to another number meanwhile. */
	async #again(number: string): Promise<void> {
		const now = await this.#look(number);
		if (now && this.found?.number === number && !this.busy) this.found = now;
	}

	async #look(number: string): Promise<DeskTicket | null> {
		const answer = await this.#options.ask<DeskTicket>('GET', `/numbers/${encodeURIComponent(number)}`);
		return answer.ok ? answer.value : null;
	}

	/** One key. True when it was ours, so that the page keeps the browser from using it too. */
	press(key: Press): boolean {
		if (this.panel?.press(key)) return true;
		if (key.code === 'Escape') return this.back();
		if (this.panel) return false;
		if (this.menu) return this.#pressInMenu(this.menu, key);
		return !key.typing && this.#pressed(key);
	}

	#pressed({ code, repeat }: Press): boolean {
		const tab = TABS[(figureOf(code) ?? 0) - 1];
		if (tab) this.lists.turn(tab);
		const command = commandOf(code);
		if (command !== null && !repeat) this.#command(command);
		return tab !== undefined || command !== null;
	}

	/** Closes what is open, or takes away what was told; false when there is nothing to go back from. */
	back(): boolean {
		const something = this.menu !== null || this.panel !== null || this.help || this.told !== null;
		this.panel = null;
		this.menu = this.menu?.parent ?? null;
		this.help = false;
		this.told = null;
		return something;
	}

	/** Searches the open menu. */
	type(typed: string): void {
		if (this.menu) this.menu = typedIn(this.menu, typed);
	}

	#command(command: Command): void {
		const wasOpen = this.help;
		this.help = command === 'keys' && !wasOpen;
		// The page gives the field the keyboard.
		if (command === 'keys' || command === 'find') return;
		if (command === 'help') void this.attend();
		else if (isPanelAction(command)) this.open(command);
		else this.choose(command);
	}

	#pressInMenu(menu: Menu<DeskVerb>, press: Press): boolean {
		const next = keyIn(menu, press);
		if (next === null) return !press.typing && commandOf(press.code) !== null;
		if (!('then' in next)) this.menu = next;
		else if (!press.repeat) this.take(next);
		return true;
	}
}
