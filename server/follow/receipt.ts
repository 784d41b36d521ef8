import { getCase } from '#db/cases.ts';
import type { Tx } from '#db/group.ts';
import type { CaseRow, SlipRow } from '#db/schema.ts';
import { addSlip } from '#db/slips.ts';
import { getTicket } from '#db/tickets.ts';
import { langOf, paperLangOf, textIn, words, type Lang } from '#display/words/index.ts';
import type { SlipLine } from '#printer/slips/lines.ts';
import { receiptSlip } from '#printer/slips/receipt.ts';
import { noteCase } from '../cases/held.ts';
import { today, type Hall } from '../hall.ts';
import type { Who } from '../people/who.ts';
import { answerBy } from '../rules/cases/told.ts';
import { caseNumber } from '../rules/cases/kinds.ts';
import { dayOf, localText } from '../rules/day.ts';
import { codeText } from '../rules/visitor-code.ts';
import { printerGroup } from '../setup/places.ts';
import { designOf } from '../slips/design.ts';
import { followLink } from './view.ts';

/** Where a receipt comes out: at this kiosk, beside this window, else in this zone. */
export interface ReceiptAt {
	device?: string | null;
	window?: string | null;
	zone?: string | null;
	/** without it the language of the ticket, or Chinese */
	lang?: Lang;
}

/** What the slip of a receipt remembers. */
interface ReceiptBody {
	case: number;
	lang: Lang;
}

/**
 * Prints what a visitor takes home of a case with a code: what it is, by when it is answered, its code and QR, how to ask
 * (C-01, K-10). Null where the hall has no printer: the page shows the same.
 */
export async function printReceipt(
	tx: Tx,
	hall: Hall,
	who: Who,
	{ row, at }: { row: CaseRow; at: ReceiptAt }
): Promise<SlipRow | null> {
	const group = groupFor(hall, at);
	if (group === null || row.code === null) return null;
	const ticket = row.ticket === null ? undefined : await getTicket(tx.k, tx.hall, row.ticket);
	const body: ReceiptBody = { case: row.id, lang: at.lang ?? langOf(ticket?.lang ?? '') };
	const note = { name: 'case.receipt-printed', act: 'receipt-printed', body: { group } };
	const id = await noteCase(tx, hall, who, { row, note });
	const now = hall.clock.now();
	const blank = { printer: null, state: 'queued', attempts: 0, reprint_of: null, reason: null } as const;
	const of = { hall: tx.hall, id, day: today(hall), kind: 'receipt', ticket: row.ticket, group };
	const slip: SlipRow = { ...blank, ...of, body: JSON.stringify(body), created_at: now, changed_at: now };
	await addSlip(tx.k, slip);
	return slip;
}

function groupFor({ setup }: Hall, { device = null, window = null, zone = null }: ReceiptAt): string | null {
	const beside = setup.windows.get(window ?? '');
	return beside?.printerGroup ?? printerGroup(setup, device, zone ?? beside?.zone ?? '');
}

/** The lines of that slip, in the language its owner chose, as far as paper has its letters. */
export async function receiptLines(hall: Hall, slip: SlipRow, columns: number): Promise<SlipLine[]> {
	const { case: id, lang: chosen } = JSON.parse(slip.body) as ReceiptBody;
	const lang = paperLangOf(chosen);
	const row = await getCase(hall.read, hall.id, id);
	if (!row) throw new Error(`slip ${String(slip.id)} is of no case`);
	const { timeZone, file } = hall.setup;
	const kind = words(lang).cases.kinds[row.kind]?.name ?? row.kind;
	const due = answerBy(row);
	const facts = {
		hall: textIn(lang, file.hall.name),
		kind,
		number: caseNumber(row),
		opened: localText(row.opened_at, timeZone),
		staff: row.owner,
		due: due === null ? null : dayOf(due, timeZone),
		contact: row.contact,
		code: codeText(row.code ?? ''),
		link: followLink(hall, row.code ?? ''),
		phone: file.hall.phone,
		reprint: slip.reprint_of !== null
	};
	return receiptSlip(facts, words(lang).follow.slip, columns, designOf(hall, 'receipt', lang));
}
