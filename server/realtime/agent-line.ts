import type { Namespace } from 'socket.io';
import type { Agents, Greeting } from '../agents/agents.ts';
import { AGENT_LINK, type ToAgent } from '../agents/protocol.ts';
import type { Channel } from '../agents/way.ts';
import type { Io } from './gateway.ts';

interface Heard {
	agent: (message: unknown) => void;
}
interface Told {
	agent: (message: ToAgent) => void;
}
interface LinkData {
	greeting: Greeting;
}

/** The line of agents, beside that of pages: nobody is let in without a code or a key. */
export function openAgentLine(io: Io, agents: Agents, onTrouble: (error: unknown) => void): void {
	// What goes over it has names of its own, which the pages' line does not know.
	const line = io.of(AGENT_LINK) as unknown as Namespace<Heard, Told, Record<string, never>, LinkData>;
	line.use((socket, next) => {
		agents.greet(socket.handshake.auth, socket.handshake.address).then(
			(greeting) => {
				socket.data.greeting = greeting;
				next('refusal' in greeting ? new Error(greeting.refusal) : undefined);
			},
			(error: unknown) => {
				onTrouble(error);
				next(new Error('database-busy'));
			}
		);
	});
	line.on('connection', (socket) => {
		const channel: Channel = {
			say: (message) => void socket.emit('agent', message),
			end: () => void socket.disconnect(true)
		};
		const { greeting } = socket.data;
		if ('enrolled' in greeting) channel.say({ say: 'enrolled', ...greeting.enrolled });
		if (!('told' in greeting)) return;
		const hearing = agents.link(channel, greeting);
		socket.on('agent', hearing.hear);
		socket.on('disconnect', hearing.ended);
	});
}
