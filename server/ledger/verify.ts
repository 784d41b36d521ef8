/** Reads the ledger from end to end and names the first line that is not what it was. */
import { NO_HASH, type Link } from '#db/chain.ts';
import { hashOf, headOf, lastLine, linesAfter } from '#db/ledger.ts';
import type { LedgerRow } from '#db/schema.ts';
import type { Hall } from '../hall.ts';
import { Replay } from '../rules/replay.ts';
import { Check, breakAt, type Break } from './check.ts';
import { rangeOf, tipAt, wholeRange, type Range } from './range.ts';
import { against, falseWitness, witnesses, type Witness } from './witnesses.ts';

export interface VerifyWish {
	/** only the lines of this service day; null for all */
	day: string | null;
	/** whether the order of calling is recomputed too */
	replay: boolean;
}

export interface Verified {
	/** how many lines were checked, and how many of them are older than the chain */
	lines: number;
	older: number;
	/** the last line that was checked */
	end: Link;
	/** signed days that were checked */
	signed: number;
	/** calls that were recomputed, and those of which lines of an earlier version say too little; null when not asked for */
	replayed: { judged: number; unjudged: number } | null;
	broken: Break | null;
}

/** Checks the chain, the head in the hall's row, and whatever is signed; undefined for a day that was never begun. */
export async function verifyLedger(hall: Hall, wish: VerifyWish): Promise<Verified | undefined> {
	const signed = await witnesses(hall);
	const heads = signed.all.map(({ head }) => head);
	const range = wish.day === null ? await wholeRange(hall) : await rangeOf(hall, heads, wish.day);
	if (!range) return undefined;
	const check = new Check(hall.setup.file.hall.code, await tipAt(hall, range.after));
	const replay = wish.replay ? new Replay() : null;
	const within = signed.all.filter(({ head }) => head.seq > range.after && (range.toTheEnd || head.seq <= range.upTo));
	const broken =
		(await readThrough(hall, { check, replay, range, heads: Map.groupBy(within, ({ head }) => head.seq) })) ??
		(await endFault(hall, check.end, range)) ??
		goneBefore(check.end, within) ??
		falseWitness(hall, { ...signed, all: within });
	const replayed = replay && { judged: replay.judged, unjudged: replay.unjudged };
	return { lines: check.lines, older: check.older, end: check.end, signed: within.length, replayed, broken };
}

interface Reading {
	check: Check;
	replay: Replay | null;
	range: Range;
	/** by line */
	heads: ReadonlyMap<number, readonly Witness[]>;
}

/** The order of a day depends on what was before it, so a replay reads from the first line on. */
async function readThrough(hall: Hall, reading: Reading): Promise<Break | undefined> {
	const { range, replay } = reading;
	for (let at = replay ? 0 : range.after; at < range.upTo;) {
		const lines = await linesAfter(hall.read, hall.id, at);
		const last = lines.at(-1);
		if (!last) return undefined;
		for (const line of lines) {
			const broken = line.seq > range.upTo ? undefined : readLine(line, reading);
			if (broken) return broken;
		}
		at = last.seq;
	}
	return undefined;
}

function readLine(line: LedgerRow, { check, replay, range, heads }: Reading): Break | undefined {
	const within = line.seq > range.after;
	const body = parsed(line.body);
	const broken = within ? check.take(line, body) : undefined;
	if (broken) return broken;
	const denied = heads.get(line.seq)?.find(({ head }) => head.hash !== line.hash || head.day !== line.day);
	if (denied) return against(denied, 'signed-otherwise');
	// Of a single day, the lines before it are taken at their word.
	const otherwise = replay?.take({ ...line, body: body ?? {} });
	if (!otherwise || !within) return undefined;
	return breakAt(line, 'called-otherwise', `${otherwise.called}, due: ${otherwise.due ?? '–'}`);
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

/** The newest line must be the one that the hall's row names; lines may have been added meanwhile. */
async function endFault(hall: Hall, end: Link, { upTo, toTheEnd }: Range): Promise<Break | null> {
	const nowhere = { day: null, act: null };
	if (end.seq < upTo) return { ...nowhere, seq: end.seq + 1, fault: 'cut-off', detail: String(upTo) };
	if (!toTheEnd) return null;
	const [last, head] = [await lastLine(hall.read, hall.id), await headOf(hall.read, hall.id)];
	if (last > head.seq) return { ...nowhere, seq: head.seq + 1, fault: 'after-the-end', detail: '' };
	const hash = head.seq === end.seq ? end.hash : await hashOf(hall.read, hall.id, head.seq);
	return (head.hash || NO_HASH) === (hash || NO_HASH)
		? null
		: { ...nowhere, seq: head.seq, fault: 'head-differs', detail: head.hash };
}

/** What is signed has been in the ledger. */
function goneBefore(end: Link, signed: readonly Witness[]): Break | null {
	const gone = signed.find(({ head }) => head.seq > end.seq);
	return gone ? { ...against(gone, 'cut-off'), seq: end.seq + 1, day: null, act: null } : null;
}
