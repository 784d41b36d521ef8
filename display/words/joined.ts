/** What is there of these, with a dot between: `joined('A026', null, '3 号窗口')` is `A026 · 3 号窗口`. */
export function joined(...parts: (string | null | undefined | false)[]): string {
	return parts.filter((part) => typeof part === 'string' && part !== '').join(' · ');
}
