/** What a screen keeps its name in. */
export type Keep = Pick<Storage, 'getItem' | 'setItem'>;

const KEPT = 'guidedesk:screen';
const NAME = /^[\w.-]{1,40}$/;

/**
 * The name of this screen: `?screen=east-2` in its address, else the one it gave itself when it was first opened here.
 * `search` is the address after the path; a storage that fails gives a name that lasts as long as the page.
 */
export function screenName(search: string, keep: () => Keep): string {
	const named = new URLSearchParams(search).get('screen');
	if (named !== null && NAME.test(named)) return named;
	try {
		const storage = keep();
		const kept = storage.getItem(KEPT);
		if (kept !== null && NAME.test(kept)) return kept;
		const made = newName();
		storage.setItem(KEPT, made);
		return made;
	} catch {
		return newName();
	}
}

// crypto.randomUUID is missing on plain http, and a hall's screens are on plain http.
function newName(): string {
	const bytes = crypto.getRandomValues(new Uint8Array(5));
	return `screen-${[...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}
