/** What an outsider gets of the ledger. `docs/ledger.md` describes it for whoever writes a verifier of their own. */
import type { LedgerHead, Text } from '../views.ts';
import type { SignedHead } from './heads.ts';

/** What anybody may see of a line, with the hash of what they may not. */
export interface ShownEntry {
	seq: number;
	/** ms */
	at: number;
	day: string;
	act: string;
	number: string | null;
	window: string | null;
	queue: string | null;
	rest: string;
}

/** A line in full. */
export interface WholeEntry extends Omit<ShownEntry, 'rest'> {
	actor: string;
	ticket: number | null;
	/** the line before it about the same ticket */
	prior: number | null;
	body: unknown;
	salt: string;
}

/** A line that the proof passes on its way. What can be worked out from the others is left out. */
export interface PathStep {
	seq: number;
	/** of a line that is not shown */
	leaf?: string;
	/** hash of the line before it, unless the path passes that one too */
	prev?: string;
	/** hash of the earlier line it is bound to, unless the path passes that one too, or it is the one before */
	jump?: string;
}

/** That a ticket's lines, and the calls made while it waited, stand in the ledger that ends with this head. */
export interface Proof {
	version: 1;
	hall: string;
	head: { seq: number; hash: string };
	ticket: { id: number; number: string };
	own: WholeEntry[];
	calls: ShownEntry[];
	/** oldest first; the last one is the head */
	path: PathStep[];
	/** the signed end of the ticket's day, once that is over */
	day: SignedHead | null;
}

/** The page of it. */
export interface RecordView {
	hall: Text;
	number: string;
	token: string;
	head: LedgerHead;
	own: RecordLine[];
	calls: RecordLine[];
	/** where the proof itself is read */
	proof: string;
}

export interface RecordLine {
	seq: number;
	at: number;
	act: string;
	number: string | null;
	window: string | null;
}
