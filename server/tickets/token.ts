import { randomFillSync, timingSafeEqual } from 'node:crypto';

/** 128 bits: nobody finds another visitor's page by trying. */
const SECRET_BYTES = 16;
/** Random bytes are fetched by the page; one at a time costs more than all else about a token. */
const pool = Buffer.alloc(SECRET_BYTES * 256);
let used = pool.length;

/** The word that opens a ticket's page: its id, so that it is found by its key, and a secret. */
export function newToken(id: number): string {
	if (used === pool.length) {
		randomFillSync(pool);
		used = 0;
	}
	const secret = pool.toString('base64url', used, used + SECRET_BYTES);
	pool.fill(0, used, used + SECRET_BYTES);
	used += SECRET_BYTES;
	return `${id.toString(36)}.${secret}`;
}

/** The ticket that a token claims to be of; undefined when it is no token. */
export function idOfToken(token: string): number | undefined {
	const id = /^([0-9a-z]{1,11})\.[\w-]{22}$/.exec(token)?.[1];
	return id === undefined ? undefined : Number.parseInt(id, 36);
}

/** Compares in the same time whatever differs. */
export function isSame(known: string, given: string): boolean {
	const [a, b] = [Buffer.from(known), Buffer.from(given)];
	return a.length === b.length && timingSafeEqual(a, b);
}
