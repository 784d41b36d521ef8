import { dayHeads } from '#db/day-heads.ts';
import { linesAfter } from '#db/ledger.ts';
import type { Hall } from '../hall.ts';
import { whole } from './entries.ts';
import { headView } from './heads.ts';
import { rangeOf, tipAt } from './range.ts';

/**
 * A day for an auditor outside, as JSON lines: first the hashes of earlier lines that its own are bound to, then the lines
 * in full, last the signed head, which is null while the day is not closed.
 * @returns false for a day that has no lines
 */
export async function exportDay(hall: Hall, day: string, write: (line: string) => void): Promise<boolean> {
	const heads = await dayHeads(hall.read, hall.id);
	const range = await rangeOf(hall, heads, day);
	if (!range) return false;
	write(JSON.stringify({ version: 1, hall: hall.setup.file.hall.code, day, before: await tipAt(hall, range.after) }));
	for (let at = range.after; at < range.upTo;) {
		const lines = await linesAfter(hall.read, hall.id, at);
		const last = lines.at(-1);
		if (!last) break;
		for (const line of lines) {
			if (line.seq <= range.upTo) write(JSON.stringify({ ...whole(line), hash: line.hash }));
		}
		at = last.seq;
	}
	const head = heads.findLast((one) => one.day === day);
	write(JSON.stringify({ head: head ? headView(hall, head) : null }));
	return true;
}
