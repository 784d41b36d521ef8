import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MessageWay } from '#db/schema.ts';
import type { Hall } from '../hall.ts';
import type { Tried } from '../rules/telephone/message.ts';

/** An answer that goes out. The same `id` may come twice, after a power cut: it is the same message. */
export interface OutgoingMessage {
	id: string;
	way: MessageWay;
	/** a telephone number or an e-mail address */
	to: string;
	text: string;
	/** name of the hall, Chinese */
	from: string;
}

/** What a hall plugs in to have answers sent. It never throws: what went wrong is a code. */
export interface MessageGateway {
	send(message: OutgoingMessage): Promise<Tried>;
}

/** A gateway that does not answer in this time is tried again later. */
const LIMIT_MS = 5000;

/**
 * Posts messages as JSON to an address of the hall's own. `x-guidedesk-signature` is `sha256=` and the HMAC-SHA-256, hex, of
 * the timestamp header, a full stop and the body. 2xx takes a message; 4xx, but 408 and 429, refuses it for good.
 */
function webhookGateway({ url, secret, now }: { url: string; secret: string; now: () => number }): MessageGateway {
	return {
		async send(message) {
			const body = JSON.stringify(message);
			const timestamp = String(now());
			const signature = createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');
			const headers = {
				'content-type': 'application/json',
				'x-guidedesk-timestamp': timestamp,
				'x-guidedesk-signature': `sha256=${signature}`
			};
			try {
				const signal = AbortSignal.timeout(LIMIT_MS);
				const answer = await fetch(url, { method: 'POST', headers, body, signal, redirect: 'error' });
				await answer.body?.cancel();
				return triedBy(answer.status);
			} catch {
				return { ok: false, reason: 'unreachable', lasting: false };
			}
		}
	};
}

function triedBy(status: number): Tried {
	if (status >= 200 && status < 300) return { ok: true };
	const lasting = status >= 400 && status < 500 && status !== 408 && status !== 429;
	return { ok: false, reason: `http-${String(status)}`, lasting };
}

/** The gateway of the hall file; undefined in a hall that has none. */
export function gatewayOf(hall: Hall): MessageGateway | undefined {
	const { messages } = hall.setup.file.telephone;
	if (messages === null) return undefined;
	const secret = readSecret(hall, 'messages');
	if (secret === undefined) return { send: () => Promise.resolve({ ok: false, reason: 'no-secret', lasting: false }) };
	return webhookGateway({ url: messages.url, secret, now: () => hall.clock.now() });
}

/** A secret that somebody else has given to the hall: a line in `keys/<name>.secret` of the data folder. */
export function readSecret(hall: Hall, name: 'messages' | 'ami'): string | undefined {
	try {
		const secret = readFileSync(join(hall.dataDir, 'keys', `${name}.secret`), 'utf8').trim();
		return secret === '' ? undefined : secret;
	} catch {
		return undefined;
	}
}
