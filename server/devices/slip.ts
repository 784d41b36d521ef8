import { getTicket } from '#db/tickets.ts';
import type { SlipRow, TicketRow } from '#db/schema.ts';
import type { SlipLine } from '#printer/slips/lines.ts';
import { ticketSlip, type SlipMaterial, type TicketFacts } from '#printer/slips/ticket.ts';
import { langOf, textIn, words, type Lang } from '#display/words/index.ts';
import type { Hall } from '../hall.ts';
import { localText } from '../rules/day.ts';
import { zoneOfQueue } from '../setup/places.ts';
import { linkOf } from '../tickets/view.ts';
import type { Wait } from '../views.ts';

/** What a ticket's slip remembers of the moment it was taken. */
export interface TicketSlipBody {
	ahead: number;
	wait: Wait | null;
}

/** The lines of a slip for paper of so many columns, in the language its owner chose. */
export async function slipLines(hall: Hall, slip: SlipRow, columns: number): Promise<SlipLine[]> {
	const ticket = slip.ticket === null ? undefined : await getTicket(hall.read, hall.id, slip.ticket);
	if (!ticket) throw new Error(`slip ${String(slip.id)} is of no ticket`);
	const lang = langOf(ticket.lang);
	const body = JSON.parse(slip.body) as TicketSlipBody;
	const facts = { ...factsOf(hall, ticket, lang), ...body, reprint: slip.reprint_of !== null };
	return ticketSlip(facts, words(lang).slips, columns);
}

function factsOf(hall: Hall, ticket: TicketRow, lang: Lang): Omit<TicketFacts, 'ahead' | 'wait' | 'reprint'> {
	const zone = hall.setup.zones.get(zoneOfQueue(hall.setup, ticket.queue));
	const item = hall.setup.items.get(ticket.item);
	const known = hall.setup.classes.get(ticket.class);
	return {
		number: ticket.number,
		hall: textIn(lang, hall.setup.file.hall.name),
		place: zone ? `${textIn(lang, zone.name)} ${textIn(lang, zone.place)}` : '',
		windows: hall.setup.windowsServing(ticket.queue).join(lang === 'en' ? ', ' : '、'),
		item: item ? textIn(lang, item.name) : '',
		materials: item ? hall.setup.materialsOf(item).map((one) => materialOf(one, lang)) : [],
		link: linkOf(hall, ticket),
		takenAt: localText(ticket.created_at, hall.setup.timeZone),
		priority: known ? { name: textIn(lang, known.name), confirm: known.policy !== 'self' } : null,
		headStartMinutes: hall.setup.policies.headStartMinutes
	};
}

function materialOf(one: ReturnType<Hall['setup']['materialsOf']>[number], lang: Lang): SlipMaterial {
	return {
		name: textIn(lang, one.name),
		kind: words(lang).common.materialKind[one.kind],
		copies: one.copies,
		required: one.required
	};
}
