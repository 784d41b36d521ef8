import { tellsOfVisitor } from '../early.ts';

/** What a kiosk keeps for when it has no server: addresses without their query. Nothing of any visitor may stand here. */

/** Pages, each by the kiosk that its address names. */
export const PAGES: readonly string[] = ['/kiosk'];

/** Whenever this is asked for, the page is fetched anew as well: a kiosk is seldom loaded, and must not keep last week's. */
export const DIRECTORY = '/kiosk/directory';

/** What those pages fetch beside their code. */
export const DATA: readonly string[] = ['/kiosk/__data.json', DIRECTORY, '/kiosk/find', '/kiosk/manifest.webmanifest'];

/** What a page fetches as soon as it stands. */
export const EARLY: readonly string[] = [DIRECTORY, '/kiosk/find'];

/** Of the build: code and looks. Of a typeface of a hundred files each is kept when it is first used. */
export function isCode(path: string): boolean {
	return /\.(js|css|svg|png)$/.test(path);
}

/** Files whose name changes with what is in them. */
export function isImmutable(path: string): boolean {
	return path.startsWith('/_app/immutable/');
}

/** Under which address something is kept: by kiosk, whatever else was asked for. */
export function keyOf(url: URL): string {
	const kiosk = url.searchParams.get('kiosk');
	return kiosk === null ? url.pathname : `${url.pathname}?kiosk=${encodeURIComponent(kiosk)}`;
}

/** Whether an answer is that of every visitor: one of what somebody has touched or chosen is not kept for the next. */
export function isPlain(url: URL): boolean {
	return !tellsOfVisitor(url.searchParams);
}
