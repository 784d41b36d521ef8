import { randomBytes } from 'node:crypto';
import { addKey, getKey, revokeKey } from '#db/people.ts';
import type { Role } from '#db/schema.ts';
import { today, type Hall } from '../hall.ts';
import { hashOf, newSecret } from './secrets.ts';
import type { Who } from './who.ts';

/**
 * Makes a key for a program, or for the browser of a kiosk or screen. The secret is shown once and stored only as its hash.
 * @param wish `device` the kiosk or screen of the hall file that its bearer is, and no other
 */
export async function createKey(
	hall: Hall,
	who: Who,
	wish: { role: Role; label: string; device?: string | null }
): Promise<{ id: string; secret: string }> {
	const id = randomBytes(4).toString('hex');
	const secret = `gd_${newSecret()}`;
	const at = hall.clock.now();
	const given = { device: null, ...wish };
	await hall.write(async (tx) => {
		const line = { act: 'key.created', actor: who.name, ticket: null, window: null, queue: null };
		await tx.note({ ...line, at, day: today(hall), body: { id, ...given } });
		await addKey(tx.k, { hall: tx.hall, id, hash: hashOf(secret), ...given, created_at: at, revoked_at: null });
	});
	return { id, secret };
}

/** Revokes a key; it stops working within seconds in every process. False when there is none to revoke. */
export function endKey(hall: Hall, who: Who, id: string): Promise<boolean> {
	const at = hall.clock.now();
	return hall.write(async (tx) => {
		if (!(await revokeKey(tx.k, tx.hall, id, at))) return false;
		const line = { act: 'key.revoked', actor: who.name, ticket: null, window: null, queue: null };
		await tx.note({ ...line, at, day: today(hall), body: { id } });
		return true;
	});
}

/** A key is looked up again after so long, and at once when the ledger tells of keys; a revoked one dies in this time. */
const TRUSTED_MS = 3000;
/** Wrong keys are remembered too, so that guessing costs nothing; but not without end. */
const MOST_KNOWN = 1000;

/** Who holds which key, remembered for a moment. */
export class KeyRing {
	#known = new Map<string, { who: Who | undefined; until: number }>();

	/** Whom an `Authorization: Bearer …` header names; undefined when the key is unknown or revoked. */
	async whoBears(hall: Hall, header: string): Promise<Who | undefined> {
		const now = hall.clock.now();
		const known = this.#known.get(header);
		if (known && known.until > now) return known.who;
		const who = await lookUp(hall, header);
		if (this.#known.size >= MOST_KNOWN) this.#known.clear();
		this.#known.set(header, { who, until: now + TRUSTED_MS });
		return who;
	}

	forget(): void {
		this.#known.clear();
	}
}

async function lookUp(hall: Hall, header: string): Promise<Who | undefined> {
	const secret = /^Bearer (\S+)$/.exec(header)?.[1];
	const key = secret && (await getKey(hall.read, hall.id, hashOf(secret)));
	if (!key) return undefined;
	return { role: key.role, name: `key:${key.id}`, ...(key.device !== null && { device: key.device }) };
}
