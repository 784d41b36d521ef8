import { intentId } from '#kiosk/intent.ts';
import type { Problem } from '#display/ask.ts';
import type { ConsoleView } from '#server/views.ts';
import { figureOf, type Press } from '../../keyboard.ts';
import type { Console } from '../console.svelte.ts';
import type { Panel } from '../panels.ts';

export const KINDS = ['opinion', 'criticism', 'praise', 'complaint'] as const;
export type Kind = (typeof KINDS)[number];

interface Taken {
	id: number;
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
		const { kind, text, name, phone } = this;
		const body = { kind, text, name, phone, ticket: this.of?.ticket ?? null, intent: this.#intent };
		const answer = await this.#desk.ask<Taken>('POST', '/opinions', body);
		this.busy = false;
		if (!answer.ok) {
			this.problem = answer.problem.code;
			return;
		}
		this.taken = answer.value;
		if (answer.value.console) this.#desk.receive(answer.value.console);
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
