import { error } from '@sveltejs/kit';
import { today } from '../../../../hall.ts';
import { orderResults, resultSheet } from '../../../../orders/results.ts';
import { isAllowed } from '../../../../people/access.ts';
import type { RequestHandler } from './$types';

/** What became of this month's 12345 orders, as a sheet for the platform; nothing of their callers. */
export const GET: RequestHandler = async ({ locals }) => {
	const { hall } = locals.running;
	if (!isAllowed(hall, locals.who, 'case:read-any')) error(403, '没有权限 · Not allowed');
	const to = today(hall);
	const from = `${to.slice(0, 7)}-01`;
	return new Response(resultSheet(await orderResults(hall, { from, to }), hall.setup.timeZone), {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'cache-control': 'no-store',
			'content-disposition': `attachment; filename="orders-${to.slice(0, 7)}.csv"`
		}
	});
};
