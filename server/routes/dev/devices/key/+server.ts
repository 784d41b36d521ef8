import { error, json } from '@sveltejs/kit';
import { z } from 'zod';
import { isAllowed } from '../../../../people/access.ts';
import type { RequestHandler } from './$types';

const wish = z.object({ device: z.string(), key: z.int().min(0).max(0xffff) });

/** A key of a virtual call pad or evaluator is pressed. */
export const POST: RequestHandler = async ({ request, locals }) => {
	const { hall, devices } = locals.running;
	if (!isAllowed(hall, locals.who, 'device:bench')) error(403, 'not allowed');
	const given = wish.safeParse(await request.json().catch(() => undefined));
	if (!given.success) error(400, 'device, key');
	const done = devices.pads?.press(given.data.device, given.data.key);
	if (done !== true) error(404, 'no such virtual pad or evaluator');
	return json({ ok: true });
};
