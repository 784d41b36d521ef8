import { randomFillSync, timingSafeEqual } from 'node:crypto';
import type { TicketRow } from '#db/schema.ts';
import { numbersOfLease } from '#db/leases.ts';
import { getTicket } from '#db/tickets.ts';

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

/** Compared with where there is no ticket, so that a guess costs the same whether it has met one or not. */
const NOBODYS = newToken(0);

/** The ticket that a token opens; undefined when it is nobody's, without a sign of which of its parts was wrong. */
export async function ticketByToken(
	k: Parameters<typeof getTicket>[0],
	hall: number,
	token: string
): Promise<TicketRow | undefined> {
	const id = idOfToken(token) ?? 0;
	const ticket = (await getTicket(k, hall, id)) ?? (await ticketOfLease(k, hall, id, token));
	return isOwner(ticket, token) ? ticket : undefined;
}

/** A number that a kiosk gave without a line bears the id of its lease, for its ticket came later. */
async function ticketOfLease(
	k: Parameters<typeof getTicket>[0],
	hall: number,
	lease: number,
	token: string
): Promise<TicketRow | undefined> {
	const row = (await numbersOfLease(k, hall, lease)).find((one) => isSame(one.token, token));
	return row?.ticket == null ? undefined : getTicket(k, hall, row.ticket);
}

/** Whether the token opens that ticket; as dear where there is none. */
export function isOwner(ticket: Pick<TicketRow, 'token'> | undefined, token: string | null): boolean {
	return token !== null && isSame(ticket?.token ?? NOBODYS, token);
}
