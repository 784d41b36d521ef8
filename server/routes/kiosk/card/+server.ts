import { error, json } from '@sveltejs/kit';
import { z } from 'zod';
import { isAllowed, mayBeKiosk } from '../../../people/access.ts';
import type { RequestHandler } from './$types';

const wish = z.union([z.strictObject({ kiosk: z.string() }), z.strictObject({ forget: z.string().max(64) })]);

/** A kiosk's page asks for a card now, or has done with the one that was read. */
export const POST: RequestHandler = async ({ request, locals }) => {
	const { hall, devices } = locals.running;
	if (!isAllowed(hall, locals.who, 'kiosk:use')) error(403, 'not allowed');
	const given = wish.safeParse(await request.json().catch(() => undefined));
	if (!given.success) error(400, 'kiosk, or forget');
	if ('forget' in given.data) {
		hall.cards.forget(given.data.forget);
		return json({ forgotten: true });
	}
	const { kiosk } = given.data;
	if (!mayBeKiosk(hall, locals.who, kiosk)) error(403, 'not allowed');
	return whileHeard((gone) => devices.readers.read(kiosk, gone));
};

/** An answer that is long in coming. Only one that flows tells when the page hangs up: then the reader is let go at once. */
function whileHeard(work: (gone: AbortSignal) => Promise<unknown>): Response {
	const gone = new AbortController();
	const body = new ReadableStream<Uint8Array>({
		async start(out) {
			const text = JSON.stringify(await work(gone.signal));
			if (gone.signal.aborted) return;
			out.enqueue(new TextEncoder().encode(text));
			out.close();
		},
		cancel: () => gone.abort()
	});
	return new Response(body, { headers: { 'content-type': 'application/json', 'cache-control': 'no-store' } });
}
