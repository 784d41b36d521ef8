import { allAgentKeys } from '#db/agents.ts';
import { deviceStates } from '#db/devices.ts';
import type { AgentKeyRow, DeviceStateRow } from '#db/schema.ts';
import type { Hall } from '../hall.ts';
import type { Text } from '../views.ts';

/** An agent of the hall file, as the administrator's list has it. */
export interface ListedAgent {
	code: string;
	name: Text;
	key: 'enrolled' | 'revoked' | 'not enrolled';
	/** when the machine that has the key was last heard, to some seconds; null: never */
	seenAt: number | null;
}

/** All agents of the hall file, whether they have a key, and when each was last heard: an event, or a beat that was written down. */
export async function listAgents(hall: Hall): Promise<ListedAgent[]> {
	const keys = await allAgentKeys(hall.read, hall.id);
	const standing = (await deviceStates(hall.read, hall.id)).filter(({ kind }) => kind === 'agent');
	return hall.setup.file.devices.agents.map(({ code, name }) => {
		const own = keys.filter(({ agent }) => agent === code);
		const live = own.find(({ revoked_at }) => revoked_at === null);
		const heard = standing.find(({ device }) => device === code);
		const key = live ? 'enrolled' : own.length > 0 ? 'revoked' : 'not enrolled';
		return { code, name, key, seenAt: live ? seenOf(live, heard) : null };
	});
}

/** A beat from before the key was made was that of another machine. */
function seenOf({ seen_at, created_at }: AgentKeyRow, heard: DeviceStateRow | undefined): number | null {
	const beat = heard?.heard_at ?? null;
	if (beat === null || beat < created_at) return seen_at;
	return Math.max(seen_at ?? beat, beat);
}
