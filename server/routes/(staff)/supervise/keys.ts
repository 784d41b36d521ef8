/** What the right side of the page shows. */
export const TABS = ['balance', 'history'] as const;
export type Tab = (typeof TABS)[number];

export type Command = 'find' | 'count' | 'keys';

/** The keys of the page. What cannot be taken back has none: it is asked for and confirmed by its button. */
export const KEYS: Record<Command, { shown: string; codes: readonly string[] }> = {
	find: { shown: 'Q', codes: ['KeyQ'] },
	count: { shown: 'G', codes: ['KeyG'] },
	keys: { shown: '?', codes: ['Slash', 'F1'] }
};

/** What a key is for; null when it is nobody's. */
export function commandOf(code: string): Command | null {
	const commands: Command[] = ['find', 'count', 'keys'];
	return commands.find((command) => KEYS[command].codes.includes(code)) ?? null;
}
