import { error } from '@sveltejs/kit';
import { findIndex, findVersion } from '../../../find/index.ts';
import { isAllowed } from '../../../people/access.ts';
import { defaultKiosk } from '../../../tickets/kiosk.ts';
import type { RequestHandler } from './$types';

/** What a kiosk searches by itself (`?kiosk=east-1`); another one only when the hall file is. */
export const GET: RequestHandler = async ({ locals, url, request }) => {
	const { hall } = locals.running;
	if (!isAllowed(hall, locals.who, 'kiosk:use'))
		error(403, '本机未登记为取号机 · This device is not enrolled as a kiosk');
	const device = url.searchParams.get('kiosk') ?? defaultKiosk(hall);
	const headers = {
		etag: `"${encodeURIComponent(device)}-${findVersion(hall)}"`,
		'cache-control': 'private, no-cache'
	};
	if (request.headers.get('if-none-match') === headers.etag) return new Response(null, { status: 304, headers });
	return Response.json(await findIndex(hall, device), { headers });
};
