/** Keeps far devices at what the hall file says; an entry that has changed is another device. */
export function keep<E extends { code: string }, F>(
	all: Map<string, { text: string; far: F }>,
	entries: readonly E[],
	make: (entry: E) => F
): void {
	const wanted = new Map(entries.map((entry) => [entry.code, entry]));
	for (const code of [...all.keys()]) if (!wanted.has(code)) all.delete(code);
	for (const [code, entry] of wanted) {
		const text = JSON.stringify(entry);
		if (all.get(code)?.text !== text) all.set(code, { text, far: make(entry) });
	}
}

/** What is known by a code, made when it is first asked for. */
export function known<T>(all: Map<string, T>, code: string, make: () => T): T {
	const one = all.get(code) ?? make();
	all.set(code, one);
	return one;
}
