import { intakesOf, openIntake, openIntakes } from '#db/intakes.ts';
import type { LegRow, TicketRow } from '#db/schema.ts';
import { lastToldAt } from '#db/notices.ts';
import { lastSlipOf } from '#db/slips.ts';
import { getLeg, getTicket } from '#db/tickets.ts';
import { today, type Hall } from '../hall.ts';
import { newest, noticeOf } from '../intake/matter.ts';
import { willOf } from '../intake/will.ts';
import type { Who } from '../people/who.ts';
import { done, refused, type Result } from '../result.ts';
import { tellingClock } from '../rules/intake.ts';
import { codeText } from '../rules/visitor-code.ts';
import type { Paper } from '../rules/notice.ts';
import { addWorkdays } from '../rules/workdays.ts';
import { worksAt } from '../tickets/call.ts';
import { windowName } from '../tickets/view.ts';
import type { ConsoleAction, ConsolePapers, ConsoleTelling, EarlierNotice, OpenIntake, Text } from '../views.ts';
import { linesOf } from './find.ts';
import { papersOf } from './papers.ts';
import { lineView } from './view.ts';

const NOWHERE: Text = { zh: '', en: '' };

type Ticket = Pick<TicketRow, 'id' | 'class' | 'notice' | 'matter_hash'>;

/** Papers, clock and will of the visitor who is called or served: what the panels of the console draw. */
async function consolePapers(hall: Hall, ticket: Ticket, leg: LegRow): Promise<ConsolePapers> {
	const item = hall.setup.items.get(leg.item);
	const list = item ? papersOf(hall.setup, item) : [];
	const own = (await intakesOf(hall.read, hall.id, ticket.id)).findLast((one) => one.item === leg.item);
	const { workCalendar, policies } = hall.setup;
	return {
		list: list.map(paperView),
		received: own ? { at: own.received_at, dueDay: own.due_day, onSpot: own.on_spot === 1, state: own.state } : null,
		will: {
			state: await willOf({ k: hall.read, hall: hall.id }, hall, { ticket, leg }),
			asks: item?.trueWill === true
		},
		earlier: await earlierOf(hall, ticket, leg),
		dueDay: addWorkdays(today(hall), policies.notice.bringWithinDays, workCalendar)
	};
}

function paperView({ name, kind, copies, required, note, where, sample }: Paper): ConsolePapers['list'][number] {
	return { name, kind, copies, required, note, where, sample };
}

async function earlierOf(hall: Hall, ticket: Ticket, leg: LegRow): Promise<EarlierNotice | null> {
	const at = { k: hall.read, hall: hall.id };
	const found = await noticeOf(at, hall, ticket, leg.item);
	const row = found && (await newest(at, found));
	if (!row || (row.state !== 'open' && row.state !== 'complete')) return null;
	const item = hall.setup.items.get(row.item);
	const keys = item ? papersOf(hall.setup, item).map((paper) => paper.key) : [];
	const lines = linesOf(row);
	return {
		code: row.code,
		day: row.day,
		window: windowName(hall, row.window ?? ''),
		staff: row.staff ?? '',
		dueDay: row.due_day,
		by: ticket.notice === null ? 'visitor' : 'return',
		lines: lines.map(lineView),
		places: lines.map((line) => (keys.includes(line.key) ? keys.indexOf(line.key) : null))
	};
}

/** The papers kept at a window, or at all of them, whose visitors have still to be told; the most urgent first. */
export async function intakesAt(hall: Hall, window: string | null): Promise<OpenIntake[]> {
	const rows = await openIntakes(hall.read, hall.id);
	return rows
		.filter((row) => window === null || row.window === window)
		.map((row) => ({
			id: row.id,
			ticket: row.ticket,
			number: row.number,
			item: { code: row.item, name: hall.setup.items.get(row.item)?.name ?? NOWHERE },
			day: row.day,
			dueDay: row.due_day,
			onSpot: row.on_spot === 1,
			soon: tellingClock(row, row.live, hall.clock.now()) !== 'running',
			here: row.live
		}));
}

/** Everything the console of a window draws of papers. */
export async function consoleTelling(
	hall: Hall,
	window: string,
	served: { ticket: Ticket; leg: LegRow } | undefined
): Promise<ConsoleTelling> {
	return {
		current: served ? await consolePapers(hall, served.ticket, served.leg) : null,
		kept: await intakesAt(hall, window),
		grounds: hall.setup.file.refusalGrounds,
		unsolved: hall.setup.policies.notice.unsolvedQueue !== null,
		told: served ? null : await toldAt(hall, window)
	};
}

/** So long the console says what was told last. */
const TOLD_MS = 5 * 60_000;

async function toldAt(hall: Hall, window: string): Promise<ConsoleTelling['told']> {
	const row = await lastToldAt(hall.read, { hall: hall.id, day: today(hall), window });
	if (!row || row.state === 'void' || row.changed_at + TOLD_MS < hall.clock.now()) return null;
	const ticket = await getTicket(hall.read, hall.id, row.ticket);
	const slip = await lastSlipOf(hall.read, hall.id, row.ticket);
	return { number: ticket?.number ?? '', kind: row.kind, code: codeText(row.code), slip: slip?.state ?? null };
}

/** What can be told or marked of a visitor who is served. */
export function tellingActions(hall: Hall, { state, item }: Pick<LegRow, 'state' | 'item'>): ConsoleAction[] {
	if (state !== 'serving') return [];
	const asks = hall.setup.items.get(item)?.trueWill === true;
	return asks ? ['notice', 'refuse', 'receive', 'true-will'] : ['notice', 'refuse', 'receive'];
}

/** The papers of a ticket, for whoever works where it is served, or where its papers were kept though its visitor has gone. */
export async function papersOfTicket(hall: Hall, who: Who, id: number): Promise<Result<ConsolePapers>> {
	const ticket = await getTicket(hall.read, hall.id, id);
	const leg = ticket && (await getLeg(hall.read, hall.id, ticket.leg));
	if (!leg) return refused('ticket-unknown', String(id));
	const of = { hall: hall.id, ticket: id, item: leg.item };
	const kept = ticket.state === 'live' ? undefined : await openIntake(hall.read, of);
	const window = kept?.window ?? leg.window;
	if (!worksAt(who, window)) return refused('not-your-ticket', window ?? '');
	return done(await consolePapers(hall, ticket, leg));
}
