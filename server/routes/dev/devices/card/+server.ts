import { error, json } from '@sveltejs/kit';
import { z } from 'zod';
import { isAllowed } from '../../../../people/access.ts';
import type { RequestHandler } from './$types';

/** `card`: which of the invented cards is laid; null lifts what lies there. */
const wish = z.object({ device: z.string(), card: z.int().min(0).nullable() });

export const POST: RequestHandler = async ({ request, locals }) => {
	const { hall, devices } = locals.running;
	if (!isAllowed(hall, locals.who, 'device:bench')) error(403, 'not allowed');
	const given = wish.safeParse(await request.json().catch(() => undefined));
	if (!given.success) error(400, 'device, card');
	const { device, card } = given.data;
	if (!devices.readers.lay(device, card)) error(404, 'no such virtual reader or card');
	return json({ ok: true });
};
