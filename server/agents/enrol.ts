import { randomBytes, randomInt } from 'node:crypto';
import { addAgentCode, addAgentKey, getAgentCode, getAgentKey, removeAgentCodes, revokeAgentKey } from '#db/agents.ts';
import type { Tx } from '#db/group.ts';
import { useOnce } from '#db/once.ts';
import type { AgentKeyRow } from '#db/schema.ts';
import { today, type Hall } from '../hall.ts';
import { hashOf, newSecret } from '../people/secrets.ts';
import type { Who } from '../people/who.ts';
import type { RefusedLink } from './protocol.ts';

/** Somebody stands at the other machine and types it. */
export const CODE_LIVES_MS = 15 * 60_000;
/** A code that was used or is too old is told apart from one that never was, for so long. */
const REMEMBERED_MS = 7 * 86_400_000;
/** Without letters and figures that look alike; fifteen of them are 73 bits. */
const SIGNS = 'abcdefghjkmnpqrstuvwxyz23456789';
const GROUPS = 3;
const GROUP = 5;
/** So many wrong codes a minute from one address, and from all together. */
const MOST_TRIES = 10;
const MOST_TOGETHER = 100;

/** Makes the code by which one machine becomes this agent, once and soon. It is shown once and stored only as its hash. */
export async function createAgentCode(hall: Hall, who: Who, agent: string): Promise<string> {
	const signs = Array.from({ length: GROUPS * GROUP }, () => SIGNS[randomInt(SIGNS.length)] ?? '');
	const code = Array.from({ length: GROUPS }, (_, i) => signs.slice(i * GROUP, (i + 1) * GROUP).join('')).join('-');
	const at = hall.clock.now();
	await hall.write(async (tx) => {
		await removeAgentCodes(tx.k, tx.hall, at - REMEMBERED_MS);
		const life = { created_at: at, expires_at: at + CODE_LIVES_MS, used_at: null };
		await addAgentCode(tx.k, { hall: tx.hall, hash: hashOf(code), agent, ...life });
		await note(tx, { hall, who, act: 'agent.code-created', at, body: { agent } });
	});
	return code;
}

/** What a machine gets for its code: which agent it is, and its key. */
export interface Enrolled {
	agent: string;
	key: string;
}

/** Exchanges a code for a key; an earlier key of the same agent ends by it. @param address where the asker is */
export async function enrolAgent(
	hall: Hall,
	typed: string,
	address: string
): Promise<Enrolled | { refusal: RefusedLink }> {
	const { tries } = hall;
	const name = `agent-code ${address}`;
	if (tries.count(name) >= MOST_TRIES || tries.count('agent-code') >= MOST_TOGETHER)
		return { refusal: 'too-many-tries' };
	const code = typed.trim().toLowerCase();
	const key = `gda_${newSecret()}`;
	const enrolled = await hall.write((tx) => exchange(tx, hall, code, key));
	if ('refusal' in enrolled) {
		tries.wrong(name);
		tries.wrong('agent-code');
	}
	return enrolled;
}

async function exchange(tx: Tx, hall: Hall, code: string, key: string): Promise<Enrolled | { refusal: RefusedLink }> {
	const at = hall.clock.now();
	const row = await getAgentCode(tx.k, tx.hall, hashOf(code));
	if (!row) return { refusal: 'code-wrong' };
	const { agent } = row;
	if (row.used_at !== null) return { refusal: 'code-used' };
	if (row.expires_at <= at) return { refusal: 'code-old' };
	if (!isNamed(hall, agent)) return { refusal: 'agent-unknown' };
	if (!(await useOnce(tx.k, 'agent_code', { ...row, used_at: at }))) return { refusal: 'code-used' };
	const who: Who = { role: 'kiosk', name: `agent:${agent}` };
	const former = await revokeAgentKey(tx.k, { hall: tx.hall, agent, at });
	if (former !== undefined) await note(tx, { hall, who, act: 'agent.revoked', at, body: { agent, id: former } });
	const id = randomBytes(4).toString('hex');
	const unheard = { revoked_at: null, seen_at: null, epoch: null, heard: 0 };
	await addAgentKey(tx.k, { hall: tx.hall, id, agent, hash: hashOf(key), created_at: at, ...unheard });
	await note(tx, { hall, who, act: 'agent.enrolled', at, body: { agent, id } });
	return { agent, key };
}

/** Ends the key of an agent; its link ends within seconds in every process. False when it has none. */
export function revokeAgent(hall: Hall, who: Who, agent: string): Promise<boolean> {
	const at = hall.clock.now();
	return hall.write(async (tx) => {
		const id = await revokeAgentKey(tx.k, { hall: tx.hall, agent, at });
		if (id === undefined) return false;
		await note(tx, { hall, who, act: 'agent.revoked', at, body: { agent, id } });
		return true;
	});
}

/** Whose key it is, while it is not revoked and the hall file names the agent. */
export async function agentBearing(hall: Hall, key: string): Promise<AgentKeyRow | { refusal: RefusedLink }> {
	const row = await getAgentKey(hall.read, hall.id, hashOf(key));
	if (!row) return { refusal: 'key-revoked' };
	return isNamed(hall, row.agent) ? row : { refusal: 'agent-unknown' };
}

function isNamed(hall: Hall, agent: string): boolean {
	return hall.setup.file.devices.agents.some(({ code }) => code === agent);
}

interface Note {
	hall: Hall;
	who: Who;
	act: string;
	at: number;
	body: object;
}

async function note(tx: Tx, { hall, who, act, at, body }: Note): Promise<void> {
	await tx.note({ at, day: today(hall), act, actor: who.name, ticket: null, window: null, queue: null, body });
}
