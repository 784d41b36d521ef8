/** The signed ends of days: what an outsider keeps, and later holds against the ledger. */
import { verify, type KeyObject } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { canonical } from '#db/canonical.ts';
import { addDayHead, dayHeads, newestHead, unsigned, type Closing } from '#db/day-heads.ts';
import type { DayHeadRow } from '#db/schema.ts';
import type { Hall } from '../hall.ts';
import { ledgerFolder, openSeal, type Seal } from './seal.ts';

/** A day's head as it is exported. Signed is the canonical JSON of all but the signature. */
export interface SignedHead {
	version: 1;
	hall: string;
	day: string;
	seq: number;
	hash: string;
	signedAt: number;
	/** fingerprint of the public key */
	key: string;
	signature: string;
}

/**
 * Signs what has been closed and not been signed, and lays every signed head that is not there yet into the folder for
 * outsiders. Asked after a day was closed and every now and then, so that a server that could not do it then does it later.
 */
export async function keepHeads(hall: Hall): Promise<void> {
	const closings = await unsigned(hall.read, hall.id);
	if (closings.length > 0) {
		const seal = openSeal(hall.dataDir);
		const rows = closings.map((one) => signed(hall, seal, one));
		await hall.write(async (tx) => {
			for (const row of rows) await addDayHead(tx.k, row);
		});
	}
	const last = await newestHead(hall.read, hall.id);
	if (last && !existsSync(fileOf(hall, last))) await layOut(hall);
}

function signed(hall: Hall, seal: Seal, { seq, day, hash }: Closing): DayHeadRow {
	const row = { hall: hall.id, day, seq, hash, key: seal.fingerprint, signed_at: hall.clock.now() };
	return { ...row, signature: seal.sign(signedText(headView(hall, { ...row, signature: '' }))) };
}

async function layOut(hall: Hall): Promise<void> {
	mkdirSync(headsFolder(hall), { recursive: true });
	for (const row of await dayHeads(hall.read, hall.id)) {
		const path = fileOf(hall, row);
		if (!existsSync(path)) writeFileSync(path, `${JSON.stringify(headView(hall, row), null, '\t')}\n`);
	}
}

function headsFolder(hall: Hall): string {
	return join(ledgerFolder(hall.dataDir), hall.setup.file.hall.code);
}

/** Named by the day; a day that was opened again ends twice, and its later head bears the number of its line too. */
function fileOf(hall: Hall, { day, seq }: Pick<DayHeadRow, 'day' | 'seq'>): string {
	const plain = join(headsFolder(hall), `${day}.json`);
	const own = existsSync(plain) && readHead(plain)?.seq !== seq;
	return own ? join(headsFolder(hall), `${day}-${String(seq)}.json`) : plain;
}

export function headView(hall: Hall, row: DayHeadRow): SignedHead {
	const { day, seq, hash, signature, key, signed_at } = row;
	return { version: 1, hall: hall.setup.file.hall.code, day, seq, hash, signedAt: signed_at, key, signature };
}

function signedText(head: SignedHead): string {
	return canonical({ ...head, signature: undefined });
}

/** Whether the signature is that of the named key; `unknown-key` when that is not among those believed. */
export function judge(head: SignedHead, keys: ReadonlyMap<string, KeyObject>): 'good' | 'bad' | 'unknown-key' {
	const key = keys.get(head.key);
	if (!key) return 'unknown-key';
	return verify(null, Buffer.from(signedText(head)), key, Buffer.from(head.signature, 'hex')) ? 'good' : 'bad';
}

/** The exported heads of this hall, with the files they are in; `undefined` for a file that is none. */
export function laidOut(hall: Hall): { file: string; head: SignedHead | undefined }[] {
	const folder = headsFolder(hall);
	const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')) : [];
	return files.toSorted().map((file) => ({ file, head: readHead(join(folder, file)) }));
}

function readHead(path: string): SignedHead | undefined {
	try {
		return JSON.parse(readFileSync(path, 'utf8')) as SignedHead;
	} catch {
		return undefined;
	}
}
