import { error, json } from '@sveltejs/kit';
import { z } from 'zod';
import { LANGS } from '#display/words/index.ts';
import type { Hall } from '../../hall.ts';
import type { Who } from '../../people/who.ts';
import { MOST_LETTERS } from '../../speech/speech.ts';
import { speakingKiosk, speechView } from '../../speech/view.ts';
import { kioskHere } from '../at-kiosk.ts';
import type { RequestHandler } from './$types';

const wish = z.strictObject({
	lang: z.enum(LANGS),
	text: z.string().min(1).max(MOST_LETTERS),
	keep: z.boolean()
});

const WHY = { busy: 429, 'no-voice': 503 } as const;

/** The kiosk that asks, which must be one of this hall. */
function kioskAt(hall: Hall, who: Who, url: URL): string {
	const device = speakingKiosk(hall, kioskHere(hall, who, url));
	if (device === undefined) error(404, '没有这台取号机 · No such kiosk');
	return device;
}

/** What the voice of `?kiosk=east-1` can do. */
export const GET: RequestHandler = async ({ locals, url }) => {
	const { hall, voices } = locals.running;
	const device = kioskAt(hall, locals.who, url);
	return json(await speechView(hall, device, voices.speech), { headers: { 'cache-control': 'no-store' } });
};

/** One sentence as a WAV file. It is asked for by POST, so that what is said stands in no address and in no log. */
export const POST: RequestHandler = async ({ locals, url, request }) => {
	const { hall, voices } = locals.running;
	const device = kioskAt(hall, locals.who, url);
	const given = wish.safeParse(await request.json().catch(() => undefined));
	if (!given.success) error(400, 'lang, text, keep');
	const spoken = await voices.speech.say({ device, ...given.data });
	if (!spoken.ok) error(WHY[spoken.why], spoken.why);
	return new Response(new Uint8Array(spoken.wav), {
		headers: { 'content-type': 'audio/wav', 'cache-control': 'no-store' }
	});
};
