/** Telephone numbers within a text, as a directory writes them: `0555-8830021`, `12345`, `138 0000 0000`. */
const NUMBER =
	/(?<![\d-])(?:0\d{2,3}[- ]?\d{7,8}(?:-\d{1,5})?|400[- ]?\d{3}[- ]?\d{4}|1[3-9]\d[- ]?\d{4}[- ]?\d{4}|[2-9]\d{6,7}|1\d{2}|12\d{3}|9[56]\d{3,4})(?![\d-])/g;

/** The telephone numbers of a text, each once, in its order. */
export function numbersIn(text: string): string[] {
	return [...new Set(text.normalize('NFKC').match(NUMBER) ?? [])];
}
