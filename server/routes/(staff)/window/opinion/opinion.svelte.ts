import { intentId } from '#kiosk/intent.ts';
import type { Answer, Problem } from '#display/ask.ts';
import type { ConsoleView } from '#server/views.ts';
import { figureOf, type Press } from '../../keyboard.ts';
import type { Console } from '../console.svelte.ts';
import type { Panel } from '../panels.ts';

export const KINDS = ['opinion', 'criticism', 'praise', 'complaint', 'unsolved'] as const;
export type Kind = (typeof KINDS)[number];

/** What the intake of complaints answers. */
interface Registered {
	number: string;
	code: string;
	answerDay: string | null;
}

interface Taken {
	/** by which the visitor can ask */
	id: number | string;
	kind: Kind;
	due: string;
	/** of a complaint: the code by which the visitor follows it, and until when it is answered */
	case: { code: string; day: string | null } | null;
	console: ConsoleView | null;
}

/**
 * What a visitor says of the service: its kind by a figure key, then the words, then, who wishes, name and telephone. Enter
 * sends it; sent again without an answer it is taken once, by its intent.
 */
export class Opinion implements Panel {
	readonly action = 'opinion';
	kind: Kind | null = $state(null);
	text = $state('');
	name = $state('');
	phone = $state('');
	busy = $state(false);
	problem: Problem['code'] | null = $state(null);
	taken: Omit<Taken, 'console'> | null = $state.raw(null);
	/** the service it is about, as it was when the sheet was opened: the next visitor may have come meanwhile */
	readonly of: ConsoleView['talk']['opinionOf'];
	#desk: Console;
	#intent: string;

	constructor(desk: Console, intent = intentId()) {
		this.#desk = desk;
		this.#intent = intent;
		this.of = desk.view.talk.opinionOf;
	}

	get isWhole(): boolean {
		return this.kind !== null && this.text.trim() !== '';
	}

	choose(kind: Kind): void {
		this.kind = kind;
		this.problem = null;
	}

	async send(): Promise<void> {
		if (this.busy || this.taken || !this.isWhole) return;
		this.busy = true;
		this.problem = null;
		const answer = await (this.kind === 'unsolved' ? this.#register() : this.#record());
		this.busy = false;
		if (!answer.ok) {
			this.problem = answer.problem.code;
			return;
		}
		this.taken = answer.value;
		if (answer.value.console) this.#desk.receive(answer.value.console);
	}

	#record(): Promise<Answer<Taken>> {
		const { kind } = this;
		return this.#desk.ask<Taken>('POST', '/opinions', { kind, ...this.#said() });
	}

	/** What no window could solve is a case at once; its code and day are told with the slip in hand. */
	async #register(): Promise<Answer<Taken>> {
		const contact = this.phone.trim() === '' ? 'page' : 'call';
		const body = { kind: 'unsolved', ...this.#said(), contact, origin: 'window', told: true };
		const answer = await this.#desk.ask<Registered>('POST', '/complaints', body);
		if (!answer.ok) return answer;
		const { number, code, answerDay } = answer.value;
		const one = { code, day: answerDay };
		return { ok: true, value: { id: number, kind: 'unsolved', due: answerDay ?? '', case: one, console: null } };
	}

	#said(): object {
		const { text, name, phone } = this;
		return { text, name, phone, ticket: this.of?.ticket ?? null, intent: this.#intent };
	}

	press({ code, repeat, typing }: Press): boolean {
		const kind = typing ? undefined : KINDS[(figureOf(code) ?? 0) - 1];
		if (kind && !this.taken) this.choose(kind);
		else if (!ENTER.includes(code)) return false;
		else if (this.taken) this.#desk.back();
		else if (!repeat) void this.send();
		return true;
	}
}

const ENTER = ['Enter', 'NumpadEnter'];
