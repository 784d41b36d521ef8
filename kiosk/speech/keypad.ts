/** What a key asks for: of a keyboard, a keypad with arrows, or a block of numbers. Pure. */
import type { KeyAction } from '#server/views/speech.ts';

/** Where a key is pressed: among things to choose, on a page where a number is typed, or in a field that takes letters. */
export type Place = 'browse' | 'typing' | 'field';

export type Command = { act: KeyAction } | { act: 'digit'; digit: string } | { act: 'erase' };

export type KeyPressed = Pick<
	KeyboardEvent,
	'key' | 'code' | 'location' | 'ctrlKey' | 'altKey' | 'metaKey' | 'shiftKey'
>;

/** KeyboardEvent.DOM_KEY_LOCATION_NUMPAD; a scanner types as the main block does */
const NUMBER_BLOCK = 3;

/** By their name: they mean the same everywhere. Tab, Shift+Tab, Enter and Space do what the browser does. */
const NAMED: Partial<Record<string, KeyAction>> = {
	ArrowDown: 'next',
	ArrowRight: 'next',
	ArrowUp: 'previous',
	ArrowLeft: 'previous',
	F1: 'help',
	F2: 'repeat',
	F4: 'page',
	F8: 'pause',
	F9: 'quieter',
	F10: 'louder',
	Escape: 'back'
};

/** The number block where a number cannot be meant. 5 has the dot that a finger feels: it is OK. */
const BLOCK: Partial<Record<string, KeyAction>> = {
	'8': 'previous',
	'4': 'previous',
	'2': 'next',
	'6': 'next',
	'5': 'ok',
	'0': 'repeat',
	'1': 'pause',
	'3': 'speech',
	'7': 'back',
	'9': 'page',
	'.': 'help'
};

/** The number block everywhere: these are no part of a number. */
const BLOCK_ALWAYS: Partial<Record<string, KeyAction>> = {
	'*': 'next',
	'/': 'previous',
	'+': 'louder',
	'-': 'quieter'
};

const SIGNS: Partial<Record<string, string>> = {
	NumpadMultiply: '*',
	NumpadDivide: '/',
	NumpadAdd: '+',
	NumpadSubtract: '-',
	NumpadDecimal: '.'
};

/** In a field the caret moves within its line, and letters are letters. */
const LEFT_TO_FIELDS = ['ArrowLeft', 'ArrowRight'];

/**
 * The command of a key; null for a key that is left to the page and the browser.
 * @param keys further keys by their code, as the hall file maps them; they come first
 */
export function commandOf(
	pressed: KeyPressed,
	place: Place,
	keys: Readonly<Record<string, KeyAction>> = {}
): Command | null {
	if (pressed.ctrlKey || pressed.altKey || pressed.metaKey) return null;
	const mapped = keys[pressed.code];
	if (mapped !== undefined) return { act: mapped };
	const block = pressed.location === NUMBER_BLOCK ? ofBlock(pressed, place) : null;
	return block ?? named(pressed, place) ?? ofMain(pressed, place);
}

/** Whether the key is one of a keypad: with nobody there it begins the speech. */
export function isOfKeypad(pressed: KeyPressed, keys: Readonly<Record<string, KeyAction>>): boolean {
	return pressed.location === NUMBER_BLOCK || pressed.code in keys;
}

/** By the place of the key, so that Num Lock changes nothing. */
function ofBlock({ code, key: shown }: KeyPressed, place: Place): Command | null {
	const key = SIGNS[code] ?? /^Numpad(\d)$/.exec(code)?.[1] ?? shown;
	const always = BLOCK_ALWAYS[key];
	if (always !== undefined) return { act: always };
	if (place === 'browse') return BLOCK[key] === undefined ? null : { act: BLOCK[key] };
	if (key === '.') return { act: 'erase' };
	return place === 'typing' ? typed(key) : null;
}

function named({ key }: KeyPressed, place: Place): Command | null {
	const act = NAMED[key];
	return act === undefined || (place === 'field' && LEFT_TO_FIELDS.includes(key)) ? null : { act };
}

function ofMain({ key, location }: KeyPressed, place: Place): Command | null {
	if (place !== 'typing' || location === NUMBER_BLOCK) return null;
	return key === 'Backspace' ? { act: 'erase' } : typed(key);
}

function typed(key: string): Command | null {
	return /^[0-9xX]$/.test(key) ? { act: 'digit', digit: key.toUpperCase() } : null;
}
