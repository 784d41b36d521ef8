import type { Tx } from '#db/group.ts';
import { addNotice } from '#db/notices.ts';
import type { NoticeKind, NoticeRow, SecondReason } from '#db/schema.ts';
import { addSlip } from '#db/slips.ts';
import { freeCode } from '../codes/free.ts';
import { today, type Hall } from '../hall.ts';
import { matterHashOf } from '../intake/matter.ts';
import type { Who } from '../people/who.ts';
import type { MissingBody, NegativeBody, RefusalBody } from '../rules/notice.ts';
import { printerGroup, zoneOfQueue } from '../setup/places.ts';
import type { Held } from '../tickets/held.ts';

/** What is told in writing, before it has a number and a code. */
export interface Telling {
	kind: NoticeKind;
	intent: string;
	dueDay: string | null;
	body: MissingBody | RefusalBody | NegativeBody;
	/** the notice before it in the same matter, and why there is another */
	second: { earlier: NoticeRow; reason: SecondReason; words: string } | null;
	/** figures for the ledger, which knows no words of anybody */
	noted: object;
}

/** Stores what is told to the visitor of a ticket, with its ledger line and its slip; the leg is as it stood at the window. */
export async function write(
	tx: Tx,
	hall: Hall,
	who: Who,
	{ held, telling }: { held: Held; telling: Telling }
): Promise<NoticeRow> {
	const { kind, second } = telling;
	const body = { kind, ...telling.noted, ...secondOf(second) };
	const id = await note(tx, hall, who, { act: 'notice.given', held, body });
	const at = hall.clock.now();
	const hash = kind === 'missing' ? await matterHashOf(tx, held.ticket, held.leg.item) : null;
	const row: NoticeRow = {
		...placeOf(held, who),
		...matterOf(hash, telling),
		hall: tx.hall,
		id,
		day: today(hall),
		kind,
		state: 'open',
		code: await freeCode(tx),
		intent: telling.intent,
		due_day: telling.dueDay,
		body: JSON.stringify(telling.body),
		returned: null,
		created_at: at,
		changed_at: at
	};
	await addNotice(tx.k, row);
	await printNotice(tx, hall, row, id);
	return row;
}

type PlaceKey = 'ticket' | 'leg' | 'item' | 'queue' | 'window' | 'staff' | 'lang' | 'since';

/** Of whom and where it is told. */
export function placeOf({ ticket, leg }: Held, who: Who): Pick<NoticeRow, PlaceKey> {
	const { item, queue } = leg;
	const at = { window: leg.window ?? who.window ?? null, staff: who.staff ?? leg.staff };
	return { ticket: ticket.id, leg: leg.id, item, queue, ...at, lang: ticket.lang, since: ticket.since };
}

type MatterKey = 'matter_hash' | 'earlier' | 'second_reason' | 'second_words';

/** Whose matter it is, and what was told in it before. */
function matterOf(hash: string | null, { second }: Telling): Pick<NoticeRow, MatterKey> {
	if (!second) return { matter_hash: hash, earlier: null, second_reason: null, second_words: null };
	const { earlier, reason, words } = second;
	return { matter_hash: hash ?? earlier.matter_hash, earlier: earlier.id, second_reason: reason, second_words: words };
}

function secondOf(second: Telling['second']): object {
	return second ? { second: second.reason, earlier: second.earlier.id } : {};
}

/**
 * The line of something told in writing, or of what came of it. It names no window where the act that ended the leg has told it there, so that
 * this act is still the last one at the window, and can be taken back.
 */
export function note(
	tx: Tx,
	hall: Hall,
	who: Who,
	{ act, held: { ticket, leg }, body }: { act: 'notice.given' | 'notice.came'; held: Held; body: object }
): Promise<number> {
	const line = { at: hall.clock.now(), day: today(hall), act, actor: who.name, ticket: ticket.id };
	const said = { number: ticket.number, item: leg.item, at: leg.window, ...body };
	const window = leg.state === 'serving' ? null : leg.window;
	return tx.note({ ...line, window, queue: leg.queue, body: said });
}

/** Asks for the slip of a notice with its number, window and staff number, beside the window or else in its zone; nothing where the hall has no printer. */
export async function printNotice(tx: Tx, hall: Hall, row: NoticeRow, line: number): Promise<void> {
	const beside = hall.setup.windows.get(row.window ?? '')?.printerGroup ?? null;
	const group = beside ?? printerGroup(hall.setup, null, zoneOfQueue(hall.setup, row.queue));
	if (group === null) return;
	const at = hall.clock.now();
	const blank = { printer: null, state: 'queued', attempts: 0, reprint_of: null, reason: null } as const;
	const of = { hall: tx.hall, id: line, day: today(hall), kind: 'notice', ticket: row.ticket, group };
	const body = JSON.stringify({ notice: row.id, window: row.window, staff: row.staff });
	await addSlip(tx.k, { ...blank, ...of, body, created_at: at, changed_at: at });
}
