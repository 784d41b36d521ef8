import type { CardReading } from '#server/views.ts';
import type { CardNeeds } from './card.svelte.ts';

const AT = '/kiosk/card';

/** The reader of a kiosk, asked by way of the server. What is asked for ends when the page hangs up. */
export function readerOf(kiosk: string, send: typeof fetch = fetch): CardNeeds {
	const post = (body: object, signal: AbortSignal | null): Promise<Response> => {
		const headers = { 'content-type': 'application/json' };
		return send(AT, { method: 'POST', headers, body: JSON.stringify(body), signal, keepalive: signal === null });
	};
	return {
		async ask(gone) {
			try {
				const response = await post({ kiosk }, gone);
				return response.ok ? ((await response.json()) as CardReading) : null;
			} catch {
				return null;
			}
		},
		// Whoever does not hear of it forgets it in some minutes by itself.
		forget: (card) => void post({ forget: card }, null).catch(() => undefined)
	};
}
