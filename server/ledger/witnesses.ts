import { dayHeads } from '#db/day-heads.ts';
import type { Hall } from '../hall.ts';
import type { Break } from './check.ts';
import { headView, judge, laidOut, type SignedHead } from './heads.ts';
import { trustedKeys } from './seal.ts';

/** A signed head that the ledger must agree with: a row of the database, or a file that lies outside it. */
export interface Witness {
	/** the file's name; null for the database */
	file: string | null;
	head: SignedHead;
}

/** All that is signed, by line. */
export interface Witnesses {
	/** oldest first */
	all: Witness[];
	/** a file that is no signed head of this hall */
	unreadable: string | undefined;
}

export async function witnesses(hall: Hall): Promise<Witnesses> {
	const rows = await dayHeads(hall.read, hall.id);
	const stored = rows.map((row) => ({ file: null, head: headView(hall, row) }));
	const files = laidOut(hall);
	const sound = files.flatMap(({ file, head }) => (head?.hall === hall.setup.file.hall.code ? [{ file, head }] : []));
	const all: Witness[] = [...stored, ...sound].toSorted((a, b) => a.head.seq - b.head.seq);
	const unreadable = files.find(({ file }) => !sound.some((one) => one.file === file))?.file;
	return { all, unreadable };
}

/** The first of them whose signature is not that of a key that is believed here. */
export function falseWitness(hall: Hall, { all, unreadable }: Witnesses): Break | null {
	const keys = trustedKeys(hall.dataDir);
	for (const witness of all) {
		const verdict = judge(witness.head, keys);
		if (verdict === 'bad') return against(witness, 'bad-signature');
		if (verdict === 'unknown-key') return against(witness, 'unknown-key');
	}
	if (unreadable === undefined) return null;
	return { seq: 0, day: null, act: null, fault: 'unreadable', detail: unreadable };
}

/** What is wrong with a witness, or with the line it is about. */
export function against({ file, head }: Witness, fault: Break['fault']): Break {
	const { seq, day, key } = head;
	return { seq, day, act: 'day.closed', fault, detail: file ?? (fault === 'unknown-key' ? key : day) };
}
