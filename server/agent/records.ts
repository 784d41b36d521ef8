import { crc32 } from 'node:zlib';
import type { AgentEvent } from '../agents/protocol.ts';

/** One line of an agent's journal. Nothing of a slip's text and nothing of a person stands in it. */
export type JournalRecord =
	/** the journal's own name; numbers of events count in it. `next`: the number that the next event gets at least */
	| { is: 'epoch'; epoch: string; next: number }
	/** a job is about to go to its printer */
	| { is: 'begun'; job: string; printer: string }
	| { is: 'event'; seq: number; at: number; event: AgentEvent }
	/** the server has dealt with all events up to here */
	| { is: 'heard'; seq: number };

const NEWLINE = 0x0a;
const SUM = 8;

/** A record as its line: a checksum, a blank, JSON. */
export function recordLine(record: JournalRecord): Buffer {
	const text = JSON.stringify(record);
	return Buffer.from(`${sumOf(text)} ${text}\n`);
}

/**
 * The records of a file that may have been cut off, or damaged, anywhere.
 * @returns those before the first line that is not whole, and how many bytes they take
 */
export function readRecords(bytes: Buffer): { records: JournalRecord[]; good: number } {
	const records: JournalRecord[] = [];
	let good = 0;
	for (;;) {
		const end = bytes.indexOf(NEWLINE, good);
		const record = end < 0 ? undefined : readLine(bytes.toString('utf8', good, end));
		if (!record) return { records, good };
		records.push(record);
		good = end + 1;
	}
}

function readLine(line: string): JournalRecord | undefined {
	const text = line.slice(SUM + 1);
	if (line.slice(0, SUM) !== sumOf(text)) return undefined;
	try {
		return JSON.parse(text) as JournalRecord;
	} catch {
		return undefined;
	}
}

function sumOf(text: string): string {
	return crc32(text).toString(16).padStart(SUM, '0');
}
