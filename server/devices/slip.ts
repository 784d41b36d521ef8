import { getTicket } from '#db/tickets.ts';
import type { ClaimState, SlipRow, TicketRow } from '#db/schema.ts';
import type { SlipLine } from '#printer/slips/lines.ts';
import { nextSlip } from '#printer/slips/next.ts';
import { ticketSlip, type SlipMaterial, type TicketFacts } from '#printer/slips/ticket.ts';
import { langOf, paperLangOf, textIn, words, type Lang } from '#display/words/index.ts';
import type { Hall } from '../hall.ts';
import { receiptLines } from '../follow/receipt.ts';
import { guideLines } from '../find/guide.ts';
import { answerLines } from '../messages/print.ts';
import { noticeSlipLines } from '../notices/slip.ts';
import { acceptanceLines } from '../matters/slip.ts';
import { referralLines } from '../referrals/view.ts';
import { localText } from '../rules/day.ts';
import type { ClaimPolicy } from '../rules/priority.ts';
import { testLines } from '../upkeep/test-page.ts';
import { zoneOfQueue } from '../setup/places.ts';
import { designOf } from '../slips/design.ts';
import { printedSample } from '../slips/test-slip.ts';
import { stepsIn } from '../rules/way.ts';
import { linkOf, windowsFor } from '../tickets/view.ts';
import type { Wait } from '../views.ts';

/** What a ticket's slip remembers of the moment it was taken. */
export interface TicketSlipBody {
	ahead: number;
	wait: Wait | null;
}

/** Where a ticket goes on to. */
export interface NextSlipBody {
	queue: string;
	item: string;
	window: string | null;
}

type Lines = (hall: Hall, slip: SlipRow, columns: number) => SlipLine[] | Promise<SlipLine[]>;

/** Slips that need no ticket, by their kind. */
const OF_NO_TICKET: Partial<Record<string, Lines>> = {
	referral: referralLines,
	receipt: receiptLines,
	answer: answerLines,
	guide: guideLines,
	test: testLines,
	sample: printedSample
};

/** The lines of a slip for paper of so many columns, in the language its owner chose, as far as paper has its letters. */
export async function slipLines(hall: Hall, slip: SlipRow, columns: number): Promise<SlipLine[]> {
	const own = OF_NO_TICKET[slip.kind];
	if (own) return own(hall, slip, columns);
	const ticket = slip.ticket === null ? undefined : await getTicket(hall.read, hall.id, slip.ticket);
	if (!ticket) throw new Error(`slip ${String(slip.id)} is of no ticket`);
	const lang = paperLangOf(langOf(ticket.lang));
	if (slip.kind === 'notice') return noticeSlipLines(hall, slip, ticket, { lang, columns });
	if (slip.kind === 'acceptance') return acceptanceLines(hall, ticket, { slip, lang, columns });
	if (slip.kind === 'next') return nextLines(hall, ticket, { slip, lang, columns });
	const body = JSON.parse(slip.body) as TicketSlipBody;
	const facts = { ...factsOf(hall, ticket, lang), ...body, reprint: slip.reprint_of !== null };
	return ticketSlip(facts, words(lang).slips, columns, designOf(hall, 'ticket', lang));
}

function nextLines(
	hall: Hall,
	ticket: TicketRow,
	{ slip, lang, columns }: { slip: SlipRow; lang: Lang; columns: number }
): SlipLine[] {
	const to = JSON.parse(slip.body) as NextSlipBody;
	const item = hall.setup.items.get(to.item);
	const facts = {
		number: ticket.number,
		hall: textIn(lang, hall.setup.file.hall.name),
		place: placeOf(hall, to.queue, lang),
		windows: joined(windowsFor(hall, to), lang),
		item: item ? textIn(lang, item.name) : '',
		at: localText(slip.created_at, hall.setup.timeZone),
		link: linkOf(hall, ticket),
		reprint: slip.reprint_of !== null
	};
	return nextSlip(facts, words(lang).slips, columns, designOf(hall, 'next', lang));
}

function placeOf(hall: Hall, queue: string, lang: Lang): string {
	const zone = hall.setup.zones.get(zoneOfQueue(hall.setup, queue));
	return zone ? `${textIn(lang, zone.name)} ${textIn(lang, zone.place)}` : '';
}

function joined(windows: readonly string[], lang: Lang): string {
	return windows.join(words(lang).marks.list);
}

/** The items that follow, each with its windows. */
function stepsOf(hall: Hall, ticket: TicketRow, lang: Lang): TicketFacts['steps'] {
	return stepsIn(ticket.steps).map((step) => {
		const item = hall.setup.items.get(step.item);
		return { item: item ? textIn(lang, item.name) : '', windows: joined(windowsFor(hall, step), lang) };
	});
}

function factsOf(hall: Hall, ticket: TicketRow, lang: Lang): Omit<TicketFacts, 'ahead' | 'wait' | 'reprint'> {
	const item = hall.setup.items.get(ticket.item);
	const known = hall.setup.classes.get(ticket.class);
	return {
		number: ticket.number,
		hall: textIn(lang, hall.setup.file.hall.name),
		place: placeOf(hall, ticket.queue, lang),
		windows: joined(hall.setup.windowsServing(ticket.queue), lang),
		steps: stepsOf(hall, ticket, lang),
		item: item ? textIn(lang, item.name) : '',
		materials: item ? hall.setup.materialsOf(item).map((one) => materialOf(one, lang)) : [],
		link: linkOf(hall, ticket),
		takenAt: localText(ticket.created_at, hall.setup.timeZone),
		priority: known ? { name: textIn(lang, known.name), confirm: toConfirm(known.policy, ticket.claim) } : null,
		headStartMinutes: hall.setup.policies.headStartMinutes
	};
}

function toConfirm(policy: ClaimPolicy, claim: ClaimState): 'desk' | 'window' | null {
	return policy !== 'self' && claim === 'open' ? policy : null;
}

function materialOf(one: ReturnType<Hall['setup']['materialsOf']>[number], lang: Lang): SlipMaterial {
	return {
		name: textIn(lang, one.name),
		kind: words(lang).common.materialKind[one.kind],
		copies: one.copies,
		required: one.required
	};
}
