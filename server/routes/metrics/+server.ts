import type { RequestHandler } from './$types';

/** For Prometheus; numbers only, nothing of anybody. */
export const GET: RequestHandler = async ({ locals }) =>
	new Response(await locals.running.metrics.text(), {
		headers: { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' }
	});
