import { error } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

/** A rendered announcement; its name is its content, so it may be kept. */
export const GET: RequestHandler = async ({ params, locals }) => {
	const bytes = await locals.running.voices.shelf.read(params.name);
	if (!bytes) error(404, '没有这段语音 · No such clip');
	return new Response(new Uint8Array(bytes), {
		headers: { 'content-type': 'audio/wav', 'cache-control': 'public, max-age=86400, immutable' }
	});
};
