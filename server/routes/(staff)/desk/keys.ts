import type { DeskAction } from '#server/views.ts';
import type { PanelAction } from './panels.ts';

/** What the right side of the desk shows. */
export const TABS = ['hall', 'held', 'claims', 'appointments', 'hoarding'] as const;
export type Tab = (typeof TABS)[number];

/** What can be done at a desk: take a number, and what the server allows with one that was found. */
export type DeskVerb = 'take' | 'arrive' | 'unbook' | Exclude<DeskAction, 'escort' | 'reached'>;
export type Command = Exclude<DeskVerb, 'unbook'> | PanelAction | 'find' | 'help' | 'keys';

/** The keys of the desk, as `KeyboardEvent.code`. What a window does too has the window's key. */
export const KEYS: Record<Command, { shown: string; codes: readonly string[] }> = {
	find: { shown: 'Q', codes: ['KeyQ'] },
	take: { shown: 'A', codes: ['KeyA'] },
	arrive: { shown: 'J', codes: ['KeyJ'] },
	return: { shown: 'K', codes: ['KeyK'] },
	class: { shown: 'V', codes: ['KeyV'] },
	transfer: { shown: 'T', codes: ['KeyT'] },
	reprint: { shown: 'D', codes: ['KeyD'] },
	cancel: { shown: 'X', codes: ['KeyX'] },
	void: { shown: 'U', codes: ['KeyU'] },
	answer: { shown: 'W', codes: ['KeyW'] },
	priority: { shown: 'Y', codes: ['KeyY'] },
	incident: { shown: 'S', codes: ['KeyS'] },
	complaint: { shown: 'C', codes: ['KeyC'] },
	loans: { shown: 'L', codes: ['KeyL'] },
	services: { shown: 'F', codes: ['KeyF'] },
	help: { shown: 'H', codes: ['KeyH'] },
	keys: { shown: '?', codes: ['Slash', 'F1'] }
};

const BY_CODE = new Map(
	Object.entries(KEYS).flatMap(([command, { codes }]) => codes.map((code) => [code, command as Command] as const))
);

/** What a key is for; null when it is nobody's. */
export function commandOf(code: string): Command | null {
	return BY_CODE.get(code) ?? null;
}
