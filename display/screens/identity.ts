import { keep, kept } from '../keep.ts';

const KEPT = 'guidedesk:screen';
const NAME = /^[\w.-]{1,40}$/;

/**
 * The name of this screen: `?screen=east-2` in its address, else the one it gave itself when it was first opened here.
 * @param search the address after the path
 */
export function screenName(search: string): string {
	const named = new URLSearchParams(search).get('screen') ?? kept(KEPT);
	if (named !== null && NAME.test(named)) return named;
	const made = newName();
	keep(KEPT, made);
	return made;
}

// crypto.randomUUID is missing on plain http, and a hall's screens are on plain http.
function newName(): string {
	const bytes = crypto.getRandomValues(new Uint8Array(5));
	return `screen-${[...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}
