import { error } from '@sveltejs/kit';
import { readPhoto } from '../../../../../../../inspections/photos.ts';
import { isAllowed } from '../../../../../../../people/access.ts';
import type { RequestHandler } from './$types';

/** The photograph of a mark: people may be on it, so it is for those who look after the hall, and kept by no browser. */
export const GET: RequestHandler = async ({ params, locals }) => {
	const { hall } = locals.running;
	if (!isAllowed(hall, locals.who, 'inspection:read')) error(403, '没有权限 · Not allowed');
	const { area, criterion } = params;
	const inspection = Number(params.inspection);
	const bytes = Number.isSafeInteger(inspection) ? await readPhoto(hall, { inspection, area, criterion }) : undefined;
	if (!bytes) error(404, '没有这张照片 · No such photograph');
	return new Response(new Uint8Array(bytes), {
		headers: { 'content-type': 'image/jpeg', 'cache-control': 'no-store', 'content-disposition': 'inline' }
	});
};
