import { error, json } from '@sveltejs/kit';
import { z } from 'zod';
import { isAllowed } from '../../../../people/access.ts';
import type { RequestHandler } from './$types';

const wish = z.object({ device: z.string(), text: z.string().min(1).max(2000) });

/** A code with this text is held before a virtual scanner. */
export const POST: RequestHandler = async ({ request, locals }) => {
	const { hall, devices } = locals.running;
	if (!isAllowed(hall, locals.who, 'device:bench')) error(403, 'not allowed');
	const given = wish.safeParse(await request.json().catch(() => undefined));
	if (!given.success) error(400, 'device, text');
	const done = devices.scanners?.scan(given.data.device, given.data.text);
	if (done !== true) error(404, 'no such virtual scanner');
	return json({ ok: true });
};
