/** How the framework begins in a page: the files it asks for, and what it does with them. */
const BEGINS = /Promise\.all\((\[\s*import\([^()]*\),\s*import\([^()]*\)\s*\])\)\.then\(/;

/** Resolves after the first frame; a page that nobody sees has none. */
const SEEN = 'new Promise((seen) => (document.hidden ? seen() : requestAnimationFrame(() => setTimeout(seen))))';

/**
 * A page whose script is asked for once the page has been drawn: what acts without it is answered first. Pure; a page that begins
 * in another way stays as it is.
 */
export function drawnFirst(html: string): string {
	return html.replace(BEGINS, (_, files: string) => `${SEEN}.then(() => Promise.all(${files})).then(`);
}
