/**
 * The chain of the ledger: what the hash of a line is made of. `docs/ledger.md` has the same in words, for whoever writes a
 * verifier in another language; nothing here may change without a new version there.
 *
 * Each line is bound to the one before it and to an earlier one, chosen so that from any line a path of at most some
 * 3 log2(n) links leads to any earlier one (Myers, An applicative random-access stack, 1983; as an authenticated
 * append-only list: Maniatis and Baker, 2003). A visitor's proof is therefore short however long the ledger is.
 */
import { hash, randomFillSync } from 'node:crypto';
import { canonical } from './canonical.ts';
import type { LedgerRow } from './schema.ts';

/** In place of a line that is not there, or is older than the chain. */
export const NO_HASH = '0'.repeat(64);

/** A line and its hash, lower-case hex. */
export interface Link {
	seq: number;
	hash: string;
}

/** Of a line what anybody may be shown. `rest` stands for the rest of it. */
export interface PublicPart {
	hall: string;
	seq: number;
	at: number;
	day: string;
	act: string;
	number: string | null;
	window: string | null;
	queue: string | null;
	rest: string;
}

function sha256(text: string): string {
	return hash('sha256', text, 'hex');
}

/** Who, whose ticket, and everything else; the salt keeps it from being guessed. `body` is canonical JSON already. */
function restOf(line: Pick<LedgerRow, 'actor' | 'body' | 'prior' | 'salt' | 'ticket'>): string {
	const { actor, body, prior, salt, ticket } = line;
	return sha256(
		`{"actor":${canonical(actor)},"body":${body},"prior":${canonical(prior)},"salt":${canonical(salt)},"ticket":${canonical(ticket)}}`
	);
}

/** @param number see `numberIn` */
export function publicPart(hall: string, line: Omit<LedgerRow, 'hall' | 'hash'>, number: string | null): PublicPart {
	const { seq, at, day, act, window, queue } = line;
	return { hall, seq, at, day, act, number, window, queue, rest: restOf(line) };
}

export function leafOf(part: PublicPart): string {
	return sha256(canonical(part));
}

/** The hash of a line: over the 192 hexadecimal digits of the hashes before it and of its own leaf. */
export function linkHash(prev: string, jump: string, leaf: string): string {
	return sha256(prev + jump + leaf);
}

/** The number that a line is about, as screens show it. */
export function numberIn(body: unknown): string | null {
	if (typeof body !== 'object' || body === null || !('number' in body)) return null;
	return typeof body.number === 'string' ? body.number : null;
}

/**
 * The line that the line `seq` is bound to beside its predecessor: `seq` minus the least part of its skew-binary form,
 * which is found by taking the greatest 2^k − 1 that fits until nothing is left. 1, 3, 7 … are bound to 0, which is no line.
 */
export function jumpOf(seq: number): number {
	let rest = seq;
	for (;;) {
		const part = 2 ** Math.floor(Math.log2(rest + 1)) - 1;
		if (part === rest) return seq - part;
		rest -= part;
	}
}

/**
 * The end of the chain as far as the next line needs it: the newest line, the one it is bound to, and so on to the first.
 * Never changed: whoever takes a line back keeps the former end.
 */
export type Tip = readonly Link[];

/** The end of the chain after a further line; null when the hash of the line it must be bound to is not at hand. */
export function grown(tip: Tip, leaf: string): Tip | null {
	const [last] = tip;
	if (!last) return [{ seq: 1, hash: linkHash(NO_HASH, NO_HASH, leaf) }];
	const seq = last.seq + 1;
	const jump = jumpOf(seq);
	const at = tip.findIndex((link) => link.seq === jump);
	if (at === -1 && jump > 0) return null;
	const bound = at === -1 ? [] : tip.slice(at);
	return [{ seq, hash: linkHash(last.hash, bound[0]?.hash ?? NO_HASH, leaf) }, ...bound];
}

/** A tip that also knows an earlier line's hash, which had to be fetched. */
export function knowing(tip: Tip, link: Link): Tip {
	return [...tip.filter(({ seq }) => seq > link.seq), link];
}

const SALT_BYTES = 9;
/** Random bytes are fetched by the page; one at a time costs more than all else about a line. */
const pool = Buffer.alloc(SALT_BYTES * 455);
let used = pool.length;

export function newSalt(): string {
	if (used === pool.length) {
		randomFillSync(pool);
		used = 0;
	}
	const salt = pool.toString('base64url', used, used + SALT_BYTES);
	used += SALT_BYTES;
	return salt;
}
