import { error, json } from '@sveltejs/kit';
import { isAllowed } from '../../../../people/access.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ request, locals }) => {
	const { hall, devices } = locals.running;
	if (!isAllowed(hall, locals.who, 'device:bench')) error(403, 'not allowed');
	const { board } = (await request.json()) as { board?: unknown };
	if (!devices.bench?.powerCycle(String(board))) error(404, 'no such virtual board');
	return json({ ok: true });
};
