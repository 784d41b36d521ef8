import { jumpOf, leafOf, NO_HASH } from '#db/chain.ts';
import { dayHeads } from '#db/day-heads.ts';
import { callsBetween, headOf, linesAt, linesOfTicket } from '#db/ledger.ts';
import type { LedgerRow, TicketRow } from '#db/schema.ts';
import type { Hall } from '../hall.ts';
import type { OrderBody } from '../rules/replay.ts';
import { ticketByToken } from '../tickets/token.ts';
import { shown, whole } from './entries.ts';
import { headView } from './heads.ts';
import { markOf } from './mark.ts';
import type { PathStep, Proof, RecordLine, RecordView, ShownEntry, WholeEntry } from './view.ts';

/**
 * The proof of a ticket for its owner; undefined when the token is nobody's, or the ticket is older than the chain.
 * @param through number of a further line that the proof is to pass, as somebody has read it from a screen
 */
export async function proofOf(hall: Hall, token: string, through: number | null): Promise<Proof | undefined> {
	const ticket = await ticketByToken(hall.read, hall.id, token);
	const head = await headOf(hall.read, hall.id);
	const own = ticket ? await ownLines(hall, ticket) : [];
	if (!ticket || own.some((line) => line.hash === '')) return undefined;
	const calls = await callsWhileWaiting(hall, own, head.seq);
	const day = (await dayHeads(hall.read, hall.id)).findLast((one) => one.day === ticket.day);
	const asked = [...own, ...calls].map(({ seq }) => seq);
	const extra = [through ?? 0, day?.seq ?? 0].filter((seq) => seq > 0 && seq < head.seq);
	return {
		version: 1,
		hall: hall.setup.file.hall.code,
		head,
		ticket: { id: ticket.id, number: ticket.number },
		own: own.map(whole),
		calls: calls.map((line) => shown(hall.setup.file.hall.code, line)),
		path: await pathOf(hall, passing(head.seq, [...asked, ...extra]), new Set(asked)),
		day: day ? headView(hall, day) : null
	};
}

/** The line that issued a ticket bears its id as number and does not name it. */
async function ownLines(hall: Hall, { id }: TicketRow): Promise<LedgerRow[]> {
	return [...(await linesAt(hall.read, hall.id, [id])), ...(await linesOfTicket(hall.read, hall.id, id))];
}

/** The calls of others at the windows that could have called this one, each time it waited. */
async function callsWhileWaiting(hall: Hall, own: readonly LedgerRow[], newest: number): Promise<LedgerRow[]> {
	const calls: LedgerRow[] = [];
	for (const [i, line] of own.entries()) {
		const { waits } = JSON.parse(line.body) as OrderBody;
		if (!waits) continue;
		const until = own.slice(i + 1).find((next) => (JSON.parse(next.body) as OrderBody).before?.state === 'waiting');
		const windows = waits.forWindow === null ? hall.setup.windowsServing(waits.queue) : [waits.forWindow];
		if (windows.length === 0) continue;
		const asked = { hall: hall.id, windows, after: line.seq, before: until?.seq ?? newest + 1 };
		calls.push(...(await callsBetween(hall.read, asked)));
	}
	return calls;
}

/** The lines on the way from the head back to each of these, newest first. */
function passing(head: number, targets: readonly number[]): number[] {
	const passed = [head];
	let at = head;
	for (const target of targets.toSorted((a, b) => b - a)) {
		while (at > target) {
			at = jumpOf(at) >= target ? jumpOf(at) : at - 1;
			passed.push(at);
		}
	}
	return passed;
}

async function pathOf(hall: Hall, passed: readonly number[], entries: ReadonlySet<number>): Promise<PathStep[]> {
	const needed = new Set(passed.flatMap((seq) => [seq, seq - 1, jumpOf(seq)]));
	const rows = await linesAt(hall.read, hall.id, [...needed]);
	const lines = new Map(rows.map((line) => [line.seq, line]));
	const on = new Set(passed);
	const hashAt = (seq: number): string => lines.get(seq)?.hash || NO_HASH;
	return passed.toReversed().map((seq) => {
		const line = lines.get(seq);
		const jump = jumpOf(seq);
		return {
			seq,
			...(line && !entries.has(seq) && { leaf: leafAt(hall, line) }),
			...(!on.has(seq - 1) && { prev: hashAt(seq - 1) }),
			...(!on.has(jump) && jump !== seq - 1 && { jump: hashAt(jump) })
		};
	});
}

function leafAt(hall: Hall, line: LedgerRow): string {
	const code = hall.setup.file.hall.code;
	return leafOf({ ...shown(code, line), hall: code });
}

/** The page of a ticket's record. */
export async function recordView(hall: Hall, token: string, through: number | null): Promise<RecordView | undefined> {
	const proof = await proofOf(hall, token, through);
	if (!proof) return undefined;
	const { head, ticket, own, calls } = proof;
	return {
		hall: hall.setup.file.hall.name,
		number: ticket.number,
		token,
		head: { seq: head.seq, mark: markOf(head.hash) },
		own: own.map(recordLine),
		calls: calls.map(recordLine),
		proof: `/api/v1/tickets/${token}/proof${through === null ? '' : `/${String(through)}`}`
	};
}

function recordLine({ seq, at, act, number, window }: WholeEntry | ShownEntry): RecordLine {
	return { seq, at, act, number, window };
}
