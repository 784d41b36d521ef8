import { io } from 'socket.io-client';
import { AGENT_LINK, PROTOCOL, type ToAgent } from '../agents/protocol.ts';
import type { Clock } from '../clock.ts';

const LIMIT_MS = 10_000;

/** What came of a code: a key, or why there is none: the server's word, or what is wrong with the line. */
export type EnrolOutcome = { agent: string; key: string } | { why: string };

/** Exchanges a code for a key at a server. */
export function enrolAt(server: string, code: string, clock: Clock): Promise<EnrolOutcome> {
	const options = { transports: ['websocket'], forceNew: true, reconnection: false, timeout: LIMIT_MS };
	const socket = io(new URL(AGENT_LINK, server).href, { ...options, auth: { protocol: PROTOCOL, code } });
	return new Promise<EnrolOutcome>((resolve) => {
		clock.after(LIMIT_MS, () => resolve({ why: 'no answer' }));
		socket.on('agent', (message: ToAgent) => {
			if (message.say === 'enrolled') resolve({ agent: message.agent, key: message.key });
		});
		socket.on('connect_error', (error) => resolve({ why: error.message }));
	}).finally(() => socket.disconnect());
}
