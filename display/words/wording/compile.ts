import type { Pattern, WordingClass } from './classes.ts';

/** What the patterns are written with: `<you>` any form of you, `<start>` and `<end>` of a clause. */
const TOKENS: Record<string, string> = {
	you: '(?:[您你]们?)',
	start: '(?<=^|[，。！？；：、～…\\n—])',
	end: '(?=[啊呀哦啦嘛呢吧的]*(?:$|[，。！？；…～\\n]))',
	/** within one clause */
	any3: '[^，。！？；\\n]{0,3}',
	any6: '[^，。！？；\\n]{0,6}',
	any12: '[^，。！？；\\n]{0,12}'
};

interface How {
	/** allowed where the text says what the visitor can do instead */
	remedied?: boolean;
	/** a courteous sentence of its own */
	instead?: string;
}

/** Patterns of one class. A source that names a token that is not there is our mistake and throws. */
export function of(name: WordingClass, sources: readonly string[], how: How = {}): Pattern[] {
	return sources.map((source) => ({
		class: name,
		find: new RegExp(
			source.replace(/<([a-z][a-z0-9]*)>/gu, (_, token: string) => expanded(token)),
			'gu'
		),
		remedied: how.remedied ?? false,
		instead: how.instead ?? null
	}));
}

function expanded(token: string): string {
	const is = TOKENS[token];
	if (is === undefined) throw new Error(`no token <${token}>`);
	return is;
}
