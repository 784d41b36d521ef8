import type { Text } from '#server/views.ts';
import { figureOf, type Press } from './keyboard.ts';

/** One request to the API: the path below /api/v1, and its body. */
export interface Wish<Action extends string = string> {
	action: Action;
	path: string;
	body: Record<string, unknown>;
}

/** What is still to be typed before a wish is sent: it goes along as `field`, or is left out where it may be. */
export interface Entry<Action extends string> {
	field: string;
	hint: Text;
	required: boolean;
	wish: Wish<Action>;
}

/** One line of a menu: the wish it sends, or what must be chosen or typed after it. */
export interface Option<Action extends string> {
	id: string;
	label: Text;
	note: Text | null;
	then: Wish<Action> | Entry<Action> | readonly Option<Action>[];
}

/** A menu while it is open: its options stand still, whatever arrives meanwhile. */
export interface Menu<Action extends string> {
	action: Action;
	/** what was chosen before; null in the first menu, which is named by its action */
	after: Text | null;
	parent: Menu<Action> | null;
	/** it is no list but a field to be filled in */
	entry: Entry<Action> | null;
	all: readonly Option<Action>[];
	shown: readonly Option<Action>[];
	/** options are found by typing, because they are many */
	searched: boolean;
	typed: string;
	/** the option that Enter takes */
	at: number;
	/** whether the visitor comes back to this window afterwards; null where that is no question */
	wayBack: boolean | null;
}

type Kind = Pick<Menu<string>, 'searched' | 'wayBack'>;

/** A menu that has just been opened. */
export function opened<A extends string>(
	action: A,
	all: readonly Option<A>[],
	{ searched, wayBack }: Kind = { searched: false, wayBack: null }
): Menu<A> {
	return { action, after: null, parent: null, entry: null, all, shown: all, searched, typed: '', at: 0, wayBack };
}

/** What an option leads to: a wish to send, or the menu that follows. */
export function taken<A extends string>(menu: Menu<A>, option: Option<A>): Wish<A> | Menu<A> {
	if ('path' in option.then) {
		const { then } = option;
		return menu.wayBack === true ? { ...then, body: { ...then.body, back: true } } : then;
	}
	const after = { after: option.label, parent: menu };
	if ('wish' in option.then) return { ...opened(menu.action, []), ...after, entry: option.then };
	return { ...opened(menu.action, option.then), ...after };
}

/** The menu after something was typed into its search. */
export function typedIn<A extends string>(menu: Menu<A>, typed: string): Menu<A> {
	return { ...menu, typed, shown: search(menu.all, typed), at: 0 };
}

/** The menu with the way back switched on or off, where that is a question. */
export function turnedBack<A extends string>(menu: Menu<A>): Menu<A> {
	return menu.wayBack === null ? menu : { ...menu, wayBack: !menu.wayBack };
}

/** The key that switches the way back: no letter, because letters are searched for. */
export const WAY_BACK_KEY = 'F2';

const STEPS: Readonly<Record<string, number | undefined>> = { ArrowDown: 1, ArrowUp: -1 };

/** What a key does in a menu: the menu after it, the option it takes, or nothing. */
export function keyIn<A extends string>(menu: Menu<A>, { code, typing }: Press): Menu<A> | Option<A> | null {
	if (menu.entry) return isEnter(code) ? filledIn(menu) : null;
	if (code === WAY_BACK_KEY) return turnedBack(menu);
	const step = STEPS[code];
	if (step !== undefined) return { ...menu, at: Math.max(0, Math.min(menu.shown.length - 1, menu.at + step)) };
	if (isEnter(code)) return menu.shown[menu.at] ?? null;
	const figure = typing ? null : figureOf(code);
	return figure === null ? null : (menu.shown[figure - 1] ?? null);
}

function isEnter(code: string): boolean {
	return code === 'Enter' || code === 'NumpadEnter';
}

/** The wish with what was typed; null while something that is required is missing. */
export function filledIn<A extends string>({ entry, after, typed }: Menu<A>): Option<A> | null {
	const value = typed.trim();
	if (!entry || (entry.required && value === '')) return null;
	const { wish, field } = entry;
	const then = value === '' ? wish : { ...wish, body: { ...wish.body, [field]: value } };
	return { id: 'typed', label: after ?? { zh: value, en: value }, note: null, then };
}

/** What has every word that was typed in its name, its other name or its code. */
function search<One extends { id: string; label: Text }>(all: readonly One[], typed: string): One[] {
	const asked = typed.trim().toLowerCase().split(/\s+/u);
	return all.filter(({ id, label }) => {
		const text = `${id} ${label.zh} ${label.en}`.toLowerCase();
		return asked.every((word) => text.includes(word));
	});
}
