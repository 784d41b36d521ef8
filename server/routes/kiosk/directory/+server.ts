import { json } from '@sveltejs/kit';
import { kioskDirectory } from '../../../offline/directory.ts';
import { kioskHere } from '../../at-kiosk.ts';
import type { RequestHandler } from './$types';

/** What a kiosk keeps for when it has no line; its service worker holds the newest. */
export const GET: RequestHandler = ({ locals, url }) => {
	const { hall } = locals.running;
	return json(kioskDirectory(hall, kioskHere(hall, locals.who, url)));
};
