import type { Tx } from '#db/group.ts';
import type { LegRow, Role, TicketRow } from '#db/schema.ts';
import { words } from '#display/words/index.ts';
import { raiseAlarm } from '../alarms/alarms.ts';
import { openCase } from '../cases/open.ts';
import { freestOwner } from '../cases/owner.ts';
import type { Hall } from '../hall.ts';
import type { Who } from '../people/who.ts';
import { RATING, RATING_UNNAMED } from '../rules/cases/rating.ts';
import { termEnd } from '../rules/workdays.ts';
import { windowName } from '../tickets/view.ts';
import { evidenceOf } from './evidence.ts';
import type { Given } from './give.ts';

/** Who answers for bad ratings: whoever supervises, else who administers, else the desk; never who is rated. */
const ROLES: readonly Role[] = ['supervisor', 'administrator', 'guide'];
const KINDS = [RATING.code, RATING_UNNAMED.code];

/**
 * Opens the case of a bad rating, with what is known of the service frozen: contact within a working day where a telephone
 * was left, put right within the days of the hall file. Null, and an alarm, in a hall in which nobody but who is rated could own it.
 */
export async function openRatingCase(
	tx: Tx,
	hall: Hall,
	who: Who,
	{ ticket, leg, given }: { ticket: TicketRow; leg: LegRow; given: Given }
): Promise<number | null> {
	const owner = await freestOwner(tx, hall, { roles: ROLES, kinds: KINDS, except: leg.staff });
	if (owner === undefined) return tellUnowned(tx, hall, leg);
	const workdays = hall.setup.policies.ratings.rectifyDays;
	const opened = await openCase(tx, hall, who, {
		kind: given.phone === null ? RATING_UNNAMED.code : RATING.code,
		owner,
		about: aboutOf(hall, ticket, leg, given),
		...(given.remark === null ? {} : { text: given.remark }),
		...{ window: leg.window, ticket: ticket.id, leg: leg.id, item: leg.item, concerned: leg.staff },
		givenAt: termEnd({ workdays }, hall.clock.now(), hall.setup.workCalendar),
		evidence: await evidenceOf(tx, { leg, given })
	});
	if (!opened.ok) throw new Error(`no case for a bad rating: ${opened.refusal}`);
	return opened.value.id;
}

/** It says nothing of the service: whoever sees it may be who is rated. */
async function tellUnowned(tx: Tx, hall: Hall, { id }: LegRow): Promise<null> {
	await raiseAlarm(tx, hall, { kind: 'rating-unowned', key: String(id), window: null, about: {} });
	return null;
}

/** In the language of the house: `A001 不满意 · 3号窗口 · 参保登记`. */
function aboutOf(hall: Hall, { number }: TicketRow, leg: LegRow, { grade }: Given): string {
	const item = hall.setup.items.get(leg.item)?.name.zh ?? leg.item;
	const window = leg.window === null ? '' : windowName(hall, leg.window).zh;
	return `${number} ${words('zh-CN').phone.grades[grade]} · ${window} · ${item}`;
}
