import { headOf } from '#db/ledger.ts';
import type { Hall } from '../hall.ts';
import type { LedgerHead } from '../views.ts';

/** So much of a hash is shown: 64 bits, which nobody can aim at, and a person can still write down. */
const SHOWN_DIGITS = 16;

/** The beginning of a hash in groups of four: `9f3a 1c2b 77d0 4e5f`. */
export function markOf(hash: string): string {
	return (hash.slice(0, SHOWN_DIGITS).match(/.{4}/g) ?? []).join(' ');
}

/** The head of the chain as screens and phones show it. */
export async function ledgerHead(hall: Hall): Promise<LedgerHead> {
	const { seq, hash } = await headOf(hall.read, hall.id);
	return { seq, mark: markOf(hash) };
}
