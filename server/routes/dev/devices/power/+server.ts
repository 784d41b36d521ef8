import { error, json } from '@sveltejs/kit';
import { z } from 'zod';
import { isAllowed } from '../../../../people/access.ts';
import type { RequestHandler } from './$types';

const wish = z.object({ board: z.string() });

export const POST: RequestHandler = async ({ request, locals }) => {
	const { hall, devices } = locals.running;
	if (!isAllowed(hall, locals.who, 'device:bench')) error(403, 'not allowed');
	const given = wish.safeParse(await request.json().catch(() => undefined));
	if (!given.success) error(400, 'board');
	if (!devices.bench?.powerCycle(given.data.board)) error(404, 'no such virtual board');
	return json({ ok: true });
};
