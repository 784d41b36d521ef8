import { json } from '@sveltejs/kit';
import { readiness } from '../../run/ready.ts';
import type { RequestHandler } from './$types';

/** The database answers and has this program's schema. */
export const GET: RequestHandler = async ({ locals }) => {
	const { hall, log } = locals.running;
	try {
		const ready = await readiness(hall);
		return json(ready, { status: ready.ok ? 200 : 503 });
	} catch (error) {
		log.error({ err: error }, 'not ready');
		return json({ ok: false }, { status: 503 });
	}
};
