/** What was kept in this browser under a name; null when nothing was, or when it forbids storage. */
export function kept(name: string): string | null {
	try {
		return localStorage.getItem(name);
	} catch {
		return null;
	}
}

/** Keeps a text in this browser; where it forbids storage, the choice lasts as long as the page. */
export function keep(name: string, text: string): void {
	try {
		localStorage.setItem(name, text);
	} catch {
		return;
	}
}
