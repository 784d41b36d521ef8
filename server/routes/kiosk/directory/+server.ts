import { json } from '@sveltejs/kit';
import { kioskDirectory } from '../../../offline/directory.ts';
import { isAllowed } from '../../../people/access.ts';
import { defaultKiosk } from '../../../tickets/kiosk.ts';
import type { RequestHandler } from './$types';

/** What a kiosk keeps for when it has no line; its service worker holds the newest. */
export const GET: RequestHandler = ({ locals, url }) => {
	const { hall } = locals.running;
	if (!isAllowed(hall, locals.who, 'kiosk:use')) return new Response(null, { status: 403 });
	return json(kioskDirectory(hall, url.searchParams.get('kiosk') ?? defaultKiosk(hall)));
};
