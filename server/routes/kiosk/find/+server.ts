import { findIndex, findVersion } from '../../../find/index.ts';
import { kioskHere } from '../../at-kiosk.ts';
import type { RequestHandler } from './$types';

/** What a kiosk searches by itself (`?kiosk=east-1`); another one only when the hall file is. */
export const GET: RequestHandler = async ({ locals, url, request }) => {
	const { hall } = locals.running;
	const device = kioskHere(hall, locals.who, url);
	const headers = {
		etag: `"${encodeURIComponent(device)}-${findVersion(hall)}"`,
		'cache-control': 'private, no-cache'
	};
	if (request.headers.get('if-none-match') === headers.etag) return new Response(null, { status: 304, headers });
	return Response.json(await findIndex(hall, device), { headers });
};
