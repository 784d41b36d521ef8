import type { Tx } from '#db/group.ts';
import { addMatter, matterOfLeg } from '#db/matters.ts';
import type { MatterRow } from '#db/schema.ts';
import { openCase } from '../cases/open.ts';
import { today, type Hall } from '../hall.ts';
import type { Who } from '../people/who.ts';
import { done, refused, type Result } from '../result.ts';
import { addWorkdays, endOfDay } from '../rules/workdays.ts';
import type { ItemEntry } from '../setup/schema.ts';

/** What a matter is opened with. */
export interface MatterWish {
	/** ids of the ticket and of the leg in which it was handed in */
	ticket: number;
	leg: number;
	/** the ticket's number, for the line in the lists */
	number: string;
	item: string;
	/** staff number of who answers for it */
	owner: string;
	window: string | null;
	/** the service day from which the promise counts; that day does not count itself */
	from: string;
	/** 视为受理: accepted by law, because nothing was said in time (行政许可法 art. 32) */
	deemed?: boolean;
}

/** The promised day 承诺时限 and the legal day 法定时限 of an item, both in working days. */
export function promiseOf(hall: Hall, item: ItemEntry, from: string): { promised: string; legal: string } {
	const day = (count: number): string => addWorkdays(from, count, hall.setup.workCalendar);
	return { promised: day(item.promisedDays), legal: day(item.legalDays) };
}

/** Opens the matter of a service within a verb; a service has one, and asked for again it is the same. */
export async function openMatter(tx: Tx, hall: Hall, who: Who, wish: MatterWish): Promise<Result<MatterRow>> {
	const earlier = await matterOfLeg(tx.k, tx.hall, wish.leg);
	if (earlier) return done(earlier);
	const item = hall.setup.items.get(wish.item);
	if (!item) return refused('item-unknown', wish.item);
	const { promised, legal } = promiseOf(hall, item, wish.from);
	const opened = await openCase(tx, hall, who, {
		kind: 'matter',
		owner: wish.owner,
		about: `${wish.number} ${item.name.zh}`,
		window: wish.window,
		ticket: wish.ticket,
		leg: wish.leg,
		item: wish.item,
		givenAt: endOfDay(promised, hall.setup.workCalendar)
	});
	if (!opened.ok) return opened;
	const row: MatterRow = {
		hall: tx.hall,
		case: opened.value.id,
		ticket: wish.ticket,
		leg: wish.leg,
		item: wish.item,
		window: wish.window,
		staff: wish.owner,
		from_day: wish.from,
		promised_day: promised,
		legal_day: legal,
		deemed: wish.deemed === true ? 1 : 0
	};
	await addMatter(tx.k, row);
	await notePromise(tx, hall, who, row);
	return done(row);
}

/** What was promised, in the ledger: days, no person. */
async function notePromise(tx: Tx, hall: Hall, who: Who, row: MatterRow): Promise<void> {
	const { case: id, item, from_day: from, promised_day: promised, legal_day: legal, deemed } = row;
	await tx.note({
		at: hall.clock.now(),
		day: today(hall),
		act: deemed === 1 ? 'matter.deemed-accepted' : 'matter.accepted',
		actor: who.name,
		ticket: row.ticket,
		window: null,
		queue: null,
		body: { case: id, item, from, promised, legal, staff: row.staff }
	});
}
