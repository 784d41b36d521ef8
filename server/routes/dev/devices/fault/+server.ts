import { error, json } from '@sveltejs/kit';
import { isAllowed } from '../../../../people/access.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ request, locals }) => {
	const { hall, devices } = locals.running;
	if (!isAllowed(hall, locals.who, 'device:bench')) error(403, 'not allowed');
	const { device, fault, on } = (await request.json()) as { device?: unknown; fault?: unknown; on?: unknown };
	if (!devices.bench?.setFault(String(device), String(fault), on === true)) error(404, 'no such virtual device or fault');
	return json({ ok: true });
};
