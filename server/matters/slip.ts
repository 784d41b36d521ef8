import { getCase } from '#db/cases.ts';
import { deliveryOf, getMatter } from '#db/matters.ts';
import type { SlipRow, TicketRow } from '#db/schema.ts';
import { textIn, words, type Lang } from '#display/words/index.ts';
import { acceptanceSlip } from '#printer/slips/acceptance.ts';
import type { SlipLine } from '#printer/slips/lines.ts';
import type { Hall } from '../hall.ts';
import { caseNumber } from '../rules/cases/kinds.ts';
import { localText } from '../rules/day.ts';
import { designOf } from '../slips/design.ts';
import { linkOf, windowName } from '../tickets/view.ts';

/** The lines of an acceptance slip, in the language its owner chose. */
export async function acceptanceLines(
	hall: Hall,
	ticket: TicketRow,
	{ slip, lang, columns }: { slip: SlipRow; lang: Lang; columns: number }
): Promise<SlipLine[]> {
	const { case: id } = JSON.parse(slip.body) as { case: number };
	const matter = await getMatter(hall.read, hall.id, id);
	const row = await getCase(hall.read, hall.id, id);
	if (!matter || !row) throw new Error(`slip ${String(slip.id)} is of no matter`);
	const item = hall.setup.items.get(matter.item);
	const facts = {
		hall: textIn(lang, hall.setup.file.hall.name),
		number: caseNumber(row),
		item: item ? textIn(lang, item.name) : matter.item,
		ticket: ticket.number,
		window: matter.window === null ? '' : textIn(lang, windowName(hall, matter.window)),
		staff: matter.staff,
		day: matter.from_day,
		promised: matter.promised_day,
		legal: matter.legal_day,
		delivery: (await deliveryOf(hall.read, hall.id, id)) !== undefined,
		at: localText(slip.created_at, hall.setup.timeZone),
		phone: hall.setup.file.hall.phone,
		link: linkOf(hall, ticket),
		reprint: slip.reprint_of !== null
	};
	return acceptanceSlip(facts, words(lang).matters.slip, columns, designOf(hall, 'acceptance', lang));
}
