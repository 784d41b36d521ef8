import type { Timers } from '#display/timers.ts';
import { PAUSE_MS, Scanner, signOf } from '#kiosk/scan.ts';
import { isTyped } from '../keyboard.ts';

/** A timer may fire before a key that has come in time is told of. */
const SLACK_MS = 10;
/** No hand presses so many keys at a scanner's pace. */
const MANY = 4;

export interface WedgeNeeds {
	timers: Timers;
	scanned: (text: string) => void;
}

interface Field {
	element: HTMLInputElement | HTMLTextAreaElement;
	value: string;
}

/**
 * A scanner that types, on a page that works by keys. The keys of a code must not do what the same keys do under a hand: each
 * is held back until it is known that no other follows at a scanner's pace, and is then told anew. What a scanner types into a
 * field is taken out of it again.
 */
export class Wedge {
	readonly #needs: WedgeNeeds;
	readonly #scanner = new Scanner();
	#held: KeyboardEvent[] = [];
	#field: Field | null = null;
	#silence: (() => void) | null = null;
	/** keys that were held are being told */
	#telling = false;

	constructor(needs: WedgeNeeds) {
		this.#needs = needs;
	}

	/** Hears a key before anybody else does (`onkeydowncapture` of the window). */
	readonly key = (event: KeyboardEvent): void => {
		if (this.#telling || event.key === 'Shift' || event.key === 'CapsLock') return;
		const chord = event.ctrlKey || event.metaKey || event.altKey;
		const text = chord ? null : this.#scanner.key(event, event.timeStamp);
		if (text !== null) this.#ends(event, text);
		else if (isTyped(event.target)) this.#note(event.target);
		else if (!chord && this.#isHeld(event)) this.#hold(event);
		else this.#pass();
	};

	/** The page is left. */
	stop(): void {
		this.#silence?.();
		this.#held = [];
	}

	#ends(event: KeyboardEvent, text: string): void {
		taken(event);
		this.#silence?.();
		this.#held = [];
		this.#clean();
		this.#needs.scanned(text);
	}

	/** A space alone is no code: it presses what has the focus. Behind a sign it is part of one, as is a key that no scanner has a name for. */
	#isHeld(event: KeyboardEvent): boolean {
		const sign = signOf(event);
		if (sign === '') return this.#held.length >= MANY;
		return !event.repeat && (sign !== ' ' || this.#scanner.length > 1);
	}

	#hold(event: KeyboardEvent): void {
		taken(event);
		this.#silence?.();
		// A pause has ended what came before: it was a hand's.
		if (this.#scanner.length === 1) this.#tell();
		this.#held.push(event);
		this.#silence = this.#needs.timers.after(PAUSE_MS + SLACK_MS, () => this.#silent());
	}

	/** Nothing more has come: a code without an end, or the keys of a hand. */
	#silent(): void {
		const text = this.#scanner.silence();
		if (text === null) this.#tell();
		else {
			this.#held = [];
			this.#needs.scanned(text);
		}
	}

	/** Another key than that of a sign: what was held goes before it. */
	#pass(): void {
		this.#silence?.();
		this.#tell();
	}

	#tell(): void {
		const held = this.#held;
		this.#held = [];
		this.#telling = true;
		for (const event of held) (event.target ?? window).dispatchEvent(new KeyboardEvent(event.type, event));
		this.#telling = false;
	}

	/** Remembers what stood in a field before the first sign of what may be a code. */
	#note(element: EventTarget | null): void {
		this.#pass();
		if (this.#scanner.length > 1) return;
		const isText = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;
		this.#field = isText ? { element, value: element.value } : null;
	}

	#clean(): void {
		const field = this.#field;
		this.#field = null;
		if (!field) return;
		const { element, value } = field;
		// An input method that still composes lets go of it.
		element.blur();
		element.value = value;
		element.dispatchEvent(new InputEvent('input', { bubbles: true }));
		element.focus();
	}
}

function taken(event: KeyboardEvent): void {
	event.preventDefault();
	event.stopImmediatePropagation();
}
