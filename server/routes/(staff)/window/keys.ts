import type { ConsoleAction } from '#server/views.ts';

/** What a key of the console asks for: an action, or the list of keys itself. */
export type Command = ConsoleAction | 'keys';

/**
 * The keys of the console: the one shown beside the label, and every key that does it, as `KeyboardEvent.code`, because
 * an input method for Chinese hides the letter but not the place on the keyboard.
 * The numeric block does the common actions with one hand, and so does a call pad that sends its keys.
 */
export const KEYS: Record<Command, { shown: string; codes: readonly string[] }> = {
	open: { shown: 'O', codes: ['KeyO'] },
	next: { shown: 'Space', codes: ['Space', 'KeyN', 'NumpadEnter'] },
	recall: { shown: 'R', codes: ['KeyR', 'NumpadAdd'] },
	start: { shown: 'S', codes: ['KeyS', 'NumpadDivide'] },
	finish: { shown: 'F', codes: ['KeyF', 'NumpadMultiply'] },
	miss: { shown: 'M', codes: ['KeyM', 'NumpadSubtract'] },
	'called-out': { shown: 'L', codes: ['KeyL'] },
	park: { shown: 'P', codes: ['KeyP'] },
	resume: { shown: 'E', codes: ['KeyE'] },
	return: { shown: 'K', codes: ['KeyK'] },
	transfer: { shown: 'T', codes: ['KeyT'] },
	class: { shown: 'V', codes: ['KeyV'] },
	cancel: { shown: 'X', codes: ['KeyX'] },
	welcomed: { shown: '1', codes: ['Digit1', 'Numpad1'] },
	answered: { shown: '2', codes: ['Digit2', 'Numpad2'] },
	'seen-off': { shown: '3', codes: ['Digit3', 'Numpad3'] },
	notice: { shown: 'Q', codes: ['KeyQ', 'Numpad4'] },
	refuse: { shown: 'J', codes: ['KeyJ'] },
	accept: { shown: 'A', codes: ['KeyA', 'Numpad5'] },
	receive: { shown: 'I', codes: ['KeyI', 'Numpad6'] },
	'true-will': { shown: 'U', codes: ['KeyU'] },
	phrases: { shown: 'H', codes: ['KeyH'] },
	opinion: { shown: 'Y', codes: ['KeyY'] },
	say: { shown: 'W', codes: ['KeyW'] },
	undo: { shown: 'Z', codes: ['KeyZ', 'Backspace', 'NumpadDecimal'] },
	pause: { shown: 'B', codes: ['KeyB'] },
	'wrap-up': { shown: 'G', codes: ['KeyG', 'Numpad7'] },
	close: { shown: 'C', codes: ['KeyC'] },
	'hand-over': { shown: 'D', codes: ['KeyD'] },
	'my-cases': { shown: '0', codes: ['Digit0', 'Numpad0'] },
	keys: { shown: '?', codes: ['Slash', 'F1'] }
};

const BY_CODE = new Map(
	Object.entries(KEYS).flatMap(([command, { codes }]) => codes.map((code) => [code, command as Command] as const))
);

/** What a key is for; null when it is nobody's. */
export function commandOf(code: string): Command | null {
	return BY_CODE.get(code) ?? null;
}
