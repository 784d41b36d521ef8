import { error, json } from '@sveltejs/kit';
import { z } from 'zod';
import { isAllowed } from '../../../../people/access.ts';
import type { RequestHandler } from './$types';

const wish = z.object({ device: z.string(), fault: z.string(), on: z.boolean() });

export const POST: RequestHandler = async ({ request, locals }) => {
	const { hall, devices } = locals.running;
	if (!isAllowed(hall, locals.who, 'device:bench')) error(403, 'not allowed');
	const given = wish.safeParse(await request.json().catch(() => undefined));
	if (!given.success) error(400, 'device, fault, on');
	const { device, fault, on } = given.data;
	const known = [devices.readers, devices.bench, devices.pads, devices.scanners].some(
		(some) => some?.setFault(device, fault, on) === true
	);
	if (!known) error(404, 'no such virtual device or fault');
	return json({ ok: true });
};
