import type { KeyAction } from '#server/views/speech.ts';
import { commandOf, type Command, type Place } from './keypad.ts';
import { isField, isShown, isStop, scopeOf, stopBeside, stopsIn } from './stops.ts';

/** What the speech does by itself; the others move or press something on the page. */
export type SpeechAct = Exclude<KeyAction, 'next' | 'previous' | 'ok' | 'back' | 'help'>;

export interface KeysNeeds {
	/** the frame of the page */
	root: () => Element | null;
	/** further keys, as the hall file maps them */
	keys: () => Readonly<Record<string, KeyAction>>;
	speech: (act: SpeechAct) => void;
	/** nothing could be done: why */
	idle: (why: 'chooseFirst' | 'notReady') => void;
	/** one came round an end of the page */
	wrapped: (to: 'first' | 'last') => void;
	/** everything shown is said: Enter in a field does not send a form that was not heard to its end */
	spoken: () => boolean;
}

/**
 * A page by keys alone: a keyboard, arrows and OK, or a block of numbers (EN 301 549, 5.1.6). Held keys act once. A page
 * marks what back, help, erase and OK press (`Button does="back"`), and with `data-typing` where digits are typed on touch keys.
 */
export class Keys {
	readonly #needs: KeysNeeds;

	constructor(needs: KeysNeeds) {
		this.#needs = needs;
	}

	/** Takes a key of the page; what it does not know is left to the browser. */
	pressed(event: KeyboardEvent): void {
		const root = this.#needs.root();
		if (!root) return;
		const scope = scopeOf(root);
		const command = commandOf(event, placeIn(scope), this.#needs.keys());
		const held = event.repeat && (command !== null || ['Enter', ' '].includes(event.key));
		const taken = held || (command === null ? this.#enter(event, scope) : this.#do(command, root, scope));
		if (!taken) return;
		event.preventDefault();
		event.stopPropagation();
	}

	/** Enter presses what has the focus, by the browser itself; what else it means is here. */
	#enter(event: KeyboardEvent, scope: Element): boolean {
		const at = document.activeElement;
		if (event.key !== 'Enter') return false;
		if (at === null || !isStop(at)) return this.#ok(scope);
		if (isChoice(at)) at.click();
		else if (isField(at) && at instanceof HTMLInputElement && this.#needs.spoken()) this.#move(scope, 1);
		else return false;
		return true;
	}

	#do(command: Command, root: Element, scope: Element): boolean {
		if (command.act === 'digit') return this.#digit(scope, command.digit);
		if (command.act === 'erase') return erase(scope);
		if (command.act === 'next' || command.act === 'previous') return this.#move(scope, command.act === 'next' ? 1 : -1);
		if (command.act === 'ok') return this.#ok(scope);
		if (command.act === 'back') return back(scope);
		if (command.act === 'help') return press(root, 'help');
		this.#needs.speech(command.act);
		return true;
	}

	#move(scope: Element, by: 1 | -1): boolean {
		const found = stopBeside(stopsIn(scope), document.activeElement, by);
		if (found?.wrapped) this.#needs.wrapped(by === 1 ? 'first' : 'last');
		found?.stop.focus();
		return true;
	}

	#ok(scope: Element): boolean {
		const at = document.activeElement;
		if (at !== null && isStop(at) && scope.contains(at)) {
			if (isField(at)) this.#move(scope, 1);
			else at.click();
		} else if (!scope.querySelector('[data-typing]')) this.#needs.idle('chooseFirst');
		else if (!press(scope, 'ok')) this.#needs.idle('notReady');
		return true;
	}

	#digit(scope: Element, digit: string): boolean {
		const keys = [...scope.querySelectorAll<HTMLElement>('[data-typing] button')];
		keys.find((key) => key.textContent.trim() === digit)?.click();
		return true;
	}
}

function placeIn(scope: Element): Place {
	if (isField(document.activeElement)) return 'field';
	return [...scope.querySelectorAll('[data-typing]')].some(isShown) ? 'typing' : 'browse';
}

function isChoice(node: Element): node is HTMLInputElement {
	return node instanceof HTMLInputElement && ['radio', 'checkbox'].includes(node.type);
}

/** Presses what the page marks for it. */
function press(scope: Element, key: 'ok' | 'back' | 'help' | 'erase'): boolean {
	const found = stopsIn(scope).find((stop) => stop.getAttribute('data-key') === key);
	found?.click();
	return found !== undefined;
}

/** A question is left as by Escape, a page by its way back. */
function back(scope: Element): boolean {
	if (scope instanceof HTMLDialogElement) scope.dispatchEvent(new Event('cancel', { cancelable: true }));
	else press(scope, 'back');
	return true;
}

function erase(scope: Element): boolean {
	const at = document.activeElement;
	if (!isField(at)) return press(scope, 'erase');
	at.value = at.value.slice(0, -1);
	at.dispatchEvent(new Event('input', { bubbles: true }));
	return true;
}
