import { getCase, historyOfCase } from '#db/cases.ts';
import { deliveryOf, getMatter, mattersOfTicket } from '#db/matters.ts';
import type { CaseRow, DeliveryRow, LegRow, MatterRow } from '#db/schema.ts';
import { today, type Hall } from '../hall.ts';
import { isAllowed } from '../people/access.ts';
import type { Who } from '../people/who.ts';
import { maskedPerson } from '../personal/keep.ts';
import { caseKind, caseNumber } from '../rules/cases/kinds.ts';
import { dayOf } from '../rules/day.ts';
import { deliverySteps } from '../rules/delivery.ts';
import type { ItemEntry } from '../setup/schema.ts';
import type { DeliveryView, MatterDetail, MatterOffer, MatterView, Text } from '../views.ts';
import { promiseOf } from './open.ts';

/** What a ticket has left to be followed up, as its owner sees it, oldest first. */
export async function mattersOf(hall: Hall, ticket: number): Promise<MatterView[]> {
	const matters = await mattersOfTicket(hall.read, hall.id, ticket);
	return Promise.all(matters.map((matter) => matterView(hall, matter)));
}

async function matterView(hall: Hall, matter: MatterRow): Promise<MatterView> {
	const row = await caseOf(hall, matter);
	const delivery = await deliveryOf(hall.read, hall.id, matter.case);
	return {
		number: caseNumber(row),
		item: nameOf(hall, matter),
		state: stateOf(row),
		told: row.outcome?.startsWith('told') ?? false,
		owner: row.owner,
		acceptedDay: matter.from_day,
		promisedDay: matter.promised_day,
		dueDay: row.given_at === null ? matter.promised_day : dayOf(row.given_at, hall.setup.timeZone),
		extended: row.extended,
		overdue: isOverdue(row, hall.clock.now()),
		deemed: matter.deemed === 1,
		texts: await textsFor(hall, row),
		delivery: delivery ? { state: delivery.state, carrier: delivery.carrier, waybill: delivery.waybill } : null
	};
}

function isOverdue(row: CaseRow, at: number): boolean {
	return row.state === 'open' && row.due_at !== null && row.due_at < at;
}

const STATES = ['working', 'extending', 'granted', 'denied'] as const;

function stateOf(row: CaseRow): MatterView['state'] {
	return row.outcome === 'withdrawn' ? 'withdrawn' : (STATES.find((stage) => stage === row.stage) ?? 'working');
}

/** What was written for the visitor to read, first first. */
async function textsFor(hall: Hall, row: CaseRow): Promise<MatterView['texts']> {
	const { stages } = caseKind(row.kind);
	const acts = new Set(
		Object.values(stages).flatMap((stage) => Object.keys(stage.acts).filter((act) => stage.acts[act]?.read))
	);
	const history = await historyOfCase(hall.read, hall.id, row.id);
	return history
		.filter(({ act, text }) => acts.has(act) && text !== '')
		.map(({ act, at, text }) => ({ act, at, text }));
}

/** The matter behind a case, for the person who works on it; null for a case of another kind. */
export async function matterDetail(hall: Hall, who: Who, row: CaseRow): Promise<MatterDetail | null> {
	const matter = row.kind === 'matter' ? await getMatter(hall.read, hall.id, row.id) : undefined;
	if (!matter) return null;
	const delivery = await deliveryOf(hall.read, hall.id, row.id);
	return {
		item: nameOf(hall, matter),
		acceptedBy: matter.staff,
		fromDay: matter.from_day,
		promisedDay: matter.promised_day,
		legalDay: matter.legal_day,
		deemed: matter.deemed === 1,
		delivery: delivery ? await deliveryView(hall, who, delivery) : null
	};
}

/** A delivery for staff: whose it is in masked form only. */
export async function deliveryView(hall: Hall, who: Who, row: DeliveryRow): Promise<DeliveryView> {
	const person = await maskedPerson(hall, { subject: 'delivery', of: row.id });
	const opens = isAllowed(hall, who, 'personal:open') && person !== null && !person.gone;
	const steps = isAllowed(hall, who, 'case:work') ? deliverySteps(row.state) : [];
	return {
		id: row.id,
		state: row.state,
		carrier: row.carrier,
		waybill: row.waybill,
		askedAt: row.asked_at,
		askedBy: row.asked_by,
		person,
		allowed: [...steps, ...(opens ? (['open'] as const) : [])]
	};
}

/** What accepting an item would promise today; null while the visitor is not served. */
export function matterOffer(hall: Hall, item: ItemEntry, leg: Pick<LegRow, 'state'>): MatterOffer | null {
	if (leg.state !== 'serving') return null;
	const { promised, legal } = promiseOf(hall, item, today(hall));
	const { promisedDays, legalDays } = item;
	return { item: item.code, promisedDays, legalDays, promisedDay: promised, legalDay: legal };
}

async function caseOf(hall: Hall, matter: MatterRow): Promise<CaseRow> {
	const row = await getCase(hall.read, hall.id, matter.case);
	if (!row) throw new Error(`matter ${String(matter.case)} is no case`);
	return row;
}

function nameOf(hall: Hall, matter: MatterRow): Text {
	return hall.setup.items.get(matter.item)?.name ?? { zh: matter.item, en: matter.item };
}
