import {
	CompiledQuery,
	Kysely,
	PostgresDialect,
	SqliteDialect,
	type Dialect,
	type DialectAdapter,
	type SqliteDatabase as KyselySqlite
} from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ENGINES, tabledDatabase, type EmptyDatabase } from '#test/db.ts';
import { MORE_ASKS } from '#test/fixtures/asks.ts';
import { ASK, LINE, CALL, CASE, LEG, SLIP, TICKET, WINDOW } from '#test/fixtures/rows.ts';
import { YEAR } from '#test/fixtures/year.ts';
import { COMPLAINT_ASKS } from '#test/fixtures/complaint-asks.ts';
import * as appointments from './appointments.ts';
import { broadcastReceipts } from './broadcast-receipts.ts';
import * as calls from './calls.ts';
import * as caseLists from './case-lists.ts';
import * as cases from './cases.ts';
import { DirectAdapter, type Engine } from './dialect.ts';
import * as forecasts from './forecasts.ts';
import { isDayClosed } from './hall.ts';
import * as intakes from './intakes.ts';
import * as greetings from './greetings.ts';
import * as ledger from './ledger.ts';
import * as dayHeads from './day-heads.ts';
import { openDatabase, type Database } from './open.ts';
import * as notices from './notices.ts';
import * as matters from './matters.ts';
import * as opinions from './opinions.ts';
import * as order from './order.ts';
import * as personal from './personal.ts';
import * as ratingAsks from './rating-asks.ts';
import * as ratingFigures from './rating-figures.ts';
import * as ratingPapers from './rating-papers.ts';
import * as ratings from './ratings.ts';
import * as queueDays from './queue-days.ts';
import type { Tables } from './schema.ts';
import { servedToday } from './served.ts';
import * as slips from './slips.ts';
import * as tickets from './tickets.ts';
import * as windows from './windows.ts';

type K = Kysely<Tables>;

const DAY = TICKET.day;
const QUEUE_DAY = { hall: 1, queue: 'social', day: DAY };
const PERSON = { hall: 1, day: DAY, hash: 'p' };
const HAND = { hall: 1, staff: '1001', desk: 'main', department: 'hrss' };
const ASKED = { hall: 1, queue: 'social', window: '1', staff: '1001', most: 3 };
const SENT = { state: 'sent', printer: 'printer-1', attempts: 1, reason: null, changed_at: 2 } as const;

/** What issuing, calling, serving, the boards and the consoles ask of the database. */
const ASKS: Record<string, (k: K) => Promise<unknown>> = {
	...MORE_ASKS,
	'appointments.getAppointment': (k) => appointments.getAppointment(k, 1, 1),
	'appointments.appointmentByIntent': (k) => appointments.appointmentByIntent(k, 1, 'intent'),
	'appointments.appointmentByCode': (k) => appointments.appointmentByCode(k, { hall: 1, day: DAY, code: '12345678' }),
	'appointments.appointmentsOfPerson': (k) => appointments.appointmentsOfPerson(k, PERSON),
	'appointments.missedOfPerson': (k) => appointments.missedOfPerson(k, PERSON),
	'appointments.ticketsOfPerson': (k) => appointments.ticketsOfPerson(k, PERSON),
	'appointments.takenAt': (k) => appointments.takenAt(k, { hall: 1, item: 'enrol', day: DAY, slot_at: 1 }),
	'appointments.takenFrom': (k) => appointments.takenFrom(k, { hall: 1, item: 'enrol', from: DAY, to: DAY }),
	'appointments.booksBefore': (k) => appointments.booksBefore(k, 1, 1, 100),
	'appointments.appointmentsOn': (k) => appointments.appointmentsOn(k, 1, DAY),
	'appointments.nthNewest': (k) => appointments.nthNewest(k, { hall: 1, nth: 60 }),
	'appointments.ticketsOn': (k) => appointments.ticketsOn(k, 1, DAY),
	'appointments.forgetPersons': (k) => appointments.forgetPersons(k, 1, DAY),
	'queue-days.allot': (k) => queueDays.allot(k, { ...QUEUE_DAY, cap: 50 }),
	'queue-days.queueDays': (k) => queueDays.queueDays(k, 1, DAY),
	'hall.isDayClosed': (k) => isDayClosed(k, 1, DAY),
	'order.legsBoundTo': (k) => order.legsBoundTo(k, 1, { window: '1', staff: '1001' }),
	'calls.callsOf': (k) => calls.callsOf(k, 1, 1),
	'tickets.ticketByIntent': (k) => tickets.ticketByIntent(k, { hall: 1, day: DAY, intent: 'intent' }),
	'tickets.addTicket': (k) => tickets.addTicket(k, TICKET, LEG),
	'tickets.addLeg': (k) => tickets.addLeg(k, LEG),
	'tickets.getTicket': (k) => tickets.getTicket(k, 1, 1),
	'tickets.getLeg': (k) => tickets.getLeg(k, 1, 1),
	'forecasts.legsOfTickets': (k) => forecasts.legsOfTickets(k, 1, [1, 2]),
	'forecasts.legsOfDay': (k) => forecasts.legsOfDay(k, 1, DAY),
	'tickets.legsOf': (k) => tickets.legsOf(k, 1, 1),
	'tickets.countAhead': (k) => tickets.countAhead(k, LEG),
	'tickets.saveLeg, called': (k) => tickets.saveLeg(k, LEG, { ...LEG, state: 'called' }),
	'tickets.saveLeg, returned': (k) => tickets.saveLeg(k, { ...LEG, state: 'missed' }, LEG),
	'tickets.saveTicket': (k) => tickets.saveTicket(k, TICKET),
	'tickets.removeLeg': (k) => tickets.removeLeg(k, LEG),
	'order.firstWaiting': (k) => order.firstWaiting(k, ASKED),
	'order.nextNumbers': (k) => order.nextNumbers(k, 1, 'social', 5),
	'order.heldLegs': (k) => order.heldLegs(k, 1),
	'order.legsOpenUpTo': (k) => order.legsOpenUpTo(k, 1, DAY),
	'calls.addCall': (k) => calls.addCall(k, CALL),
	'calls.recentCalls': (k) => calls.recentCalls(k, { hall: 1, day: DAY, zone: 'east', most: 8 }),
	'calls.getCall': (k) => calls.getCall(k, 1, 2),
	'calls.lastCallOf': (k) => calls.lastCallOf(k, 1, 1),
	'calls.receiptsOf': (k) => calls.receiptsOf(k, 1, 2),
	'broadcast-receipts.broadcastReceipts': (k) => broadcastReceipts(k, 1, 2),
	'calls.removeCall': (k) => calls.removeCall(k, 1, 2),
	'calls.unspokenSince': (k) => calls.unspokenSince(k, { hall: 1, day: DAY, zone: 'east', at: 1 }),
	'ledger.ledgerLine': (k) => ledger.ledgerLine.run(k, LINE),
	'ledger.linesAfter': (k) => ledger.linesAfter(k, 1, 1),
	'ledger.linesOfTicket': (k) => ledger.linesOfTicket(k, 1, 1),
	'ledger.hashOf': (k) => ledger.hashOf(k, 1, 1),
	'ledger.headOf': (k) => ledger.headOf(k, 1),
	'ledger.linesAt': (k) => ledger.linesAt(k, 1, [1, 2]),
	'ledger.callsBetween': (k) => ledger.callsBetween(k, { hall: 1, windows: ['1', '2'], after: 1, before: 9 }),
	'ledger.newestOfTicket': (k) => ledger.newestOfTicket(k, 1, 1),
	'ledger.lastActAt': (k) => ledger.lastActAt(k, 1, '1'),
	'day-heads.unsigned': (k) => dayHeads.unsigned(k, 1),
	'day-heads.newestHead': (k) => dayHeads.newestHead(k, 1),
	'slips.addSlip': (k) => slips.addSlip(k, SLIP),
	'slips.nextSlip': (k) => slips.nextSlip(k, 1, 'main'),
	'slips.moveSlip': (k) => slips.moveSlip(k, SLIP, 'queued', SENT),
	'slips.slipsInWork': (k) => slips.slipsInWork(k, 1),
	'slips.queuedOf': (k) => slips.queuedOf(k, { hall: 1, group: 'main', before: 1, most: 5 }),
	'slips.queuedSlips': (k) => slips.queuedSlips(k, 1),
	'slips.newestSlips': (k) => slips.newestSlips(k, 1, 5),
	'slips.lastSlipOf': (k) => slips.lastSlipOf(k, 1, 1),
	'windows.getWindow': (k) => windows.getWindow(k, 1, '1'),
	'windows.activeWindows': (k) => windows.activeWindows(k, 1),
	'windows.windowOfStaff': (k) => windows.windowOfStaff(k, 1, '1001'),
	'windows.setWindowLeg': (k) => windows.setWindowLeg(k, 1, '1', 1),
	'windows.saveWindow': (k) => windows.saveWindow(k, WINDOW, 1),
	'ratings.ratingsOf': (k) => ratings.ratingsOf(k, 1, 1),
	'ratings.ratingOf': (k) => ratings.ratingOf(k, 1, 1),
	'notices.getNotice': (k) => notices.getNotice(k, 1, 1),
	'notices.noticeByIntent': (k) => notices.noticeByIntent(k, 1, 'intent'),
	'notices.noticeByCode': (k) => notices.noticeByCode(k, 1, '123456789012'),
	'notices.noticeAfter': (k) => notices.noticeAfter(k, 1, 1),
	'notices.noticeOfMatter': (k) => notices.noticeOfMatter(k, { hall: 1, hash: 'm', from: DAY }),
	'notices.noticesOfTicket': (k) => notices.noticesOfTicket(k, 1, 1),
	'notices.forgetMatters': (k) => notices.forgetMatters(k, 1, DAY),
	'notices.lastToldAt': (k) => notices.lastToldAt(k, { hall: 1, day: DAY, window: '1' }),
	'notices.noticesBetween': (k) => notices.noticesBetween(k, 1, { from: DAY, to: DAY }),
	'intakes.intakesOf': (k) => intakes.intakesOf(k, 1, 1),
	'intakes.openIntake': (k) => intakes.openIntake(k, { hall: 1, ticket: 1, item: 'enrol' }),
	'intakes.openIntakes': (k) => intakes.openIntakes(k, 1),
	'intakes.runningIntake': (k) => intakes.runningIntake(k, 1, 1),
	'intakes.intakesBetween': (k) => intakes.intakesBetween(k, 1, { from: DAY, to: DAY }),
	'intakes.trueWillsOf': (k) => intakes.trueWillsOf(k, 1, 1),
	'rating-asks.addAsk': (k) => ratingAsks.addAsk(k, ASK),
	'rating-asks.askOf': (k) => ratingAsks.askOf(k, 1, 1),
	'rating-asks.newestAsk': (k) => ratingAsks.newestAsk(k, 1, '1'),
	'rating-asks.removeAsk': (k) => ratingAsks.removeAsk(k, 1, 1),
	'rating-asks.markShown': (k) => ratingAsks.markShown(k, { hall: 1, leg: 1, at: 1 }, 'window_shown_at'),
	'rating-papers.openPaperOf': (k) => ratingPapers.openPaperOf(k, 1, 1),
	'rating-papers.openPapers': (k) => ratingPapers.openPapers(k, 1),
	'rating-figures.countRatings': (k) => ratingFigures.countRatings(k, 1, { from: DAY, to: DAY }),
	'rating-figures.badRatings': (k) => ratingFigures.badRatings(k, 1, { from: DAY, to: DAY }),
	'rating-figures.actsIn': (k) => ratingFigures.actsIn(k, 1, [1, 2]),
	'cases.getCase': (k) => cases.getCase(k, 1, 1),
	'cases.caseByIntent': (k) => cases.caseByIntent(k, 1, 'intent'),
	'cases.casesOfTicket': (k) => cases.casesOfTicket(k, 1, 1),
	'cases.saveCase': (k) => cases.saveCase(k, CASE),
	'cases.casesForClock': (k) => cases.casesForClock(k, { hall: 1, at: 1, most: 50 }),
	'cases.caseByCode': (k) => cases.caseByCode(k, 1, '123456789012'),
	'cases.casesJoinedTo': (k) => cases.casesJoinedTo(k, 1, 1),
	'case-lists.openCasesOf': (k) => caseLists.openCasesOf(k, HAND),
	'case-lists.offeredCases': (k) => caseLists.offeredCases(k, HAND),
	'case-lists.countOpenOf': (k) => caseLists.countOpenOf(k, { hall: 1, staff: '1001', dueBefore: 1 }),
	'case-lists.openByOwner': (k) => caseLists.openByOwner(k, 1, ['matter', 'rating']),
	'case-lists.openCases': (k) => caseLists.openCases(k, { hall: 1, kind: null, most: 50 }),
	'case-lists.openCases, of a kind': (k) => caseLists.openCases(k, { hall: 1, kind: 'matter', most: 50 }),
	'case-lists.openCasesWith': (k) =>
		caseLists.openCasesWith(k, { hall: 1, department: 'hrss', kinds: ['matter'], most: 50 }),
	'case-lists.overdueCases': (k) => caseLists.overdueCases(k, { hall: 1, at: 1, most: 50 }),
	...COMPLAINT_ASKS,
	'cases.casesBetween': (k) => cases.casesBetween(k, { hall: 1, kind: 'matter', from: DAY, to: DAY }),
	'cases.historyOfCase': (k) => cases.historyOfCase(k, 1, 1),
	'cases.actsDone': (k) => cases.actsDone(k, 1, 1),
	'cases.evidenceOf': (k) => cases.evidenceOf(k, 1, 1),
	'matters.getMatter': (k) => matters.getMatter(k, 1, 1),
	'matters.matterOfLeg': (k) => matters.matterOfLeg(k, 1, 1),
	'matters.mattersOfTicket': (k) => matters.mattersOfTicket(k, 1, 1),
	'matters.deliveryOf': (k) => matters.deliveryOf(k, 1, 1),
	'personal.personalOf': (k) => personal.personalOf(k, { hall: 1, subject: 'delivery', of: 1 }),
	'personal.personalDue': (k) => personal.personalDue(k, { hall: 1, at: 1, most: 100 }),
	'greetings.greetingsOf': (k) => greetings.greetingsOf(k, 1, 1),
	'greetings.lastEndedAt': (k) => greetings.lastEndedAt(k, { hall: 1, day: DAY, window: '1' }),
	'greetings.servicesBy': (k) => greetings.servicesBy(k, { hall: 1, from: DAY, to: DAY, window: '1' }),
	'greetings.marksBy': (k) => greetings.marksBy(k, { hall: 1, from: DAY, to: DAY, window: '1' }),
	'opinions.opinionByIntent': (k) => opinions.opinionByIntent(k, 1, 'intent'),
	'opinions.opinionsOfTicket': (k) => opinions.opinionsOfTicket(k, 1, 1),
	'opinions.opinionsBetween': (k) => opinions.opinionsBetween(k, { hall: 1, from: DAY, to: DAY, most: 50 }),
	'opinions.overridesBetween': (k) => opinions.overridesBetween(k, { hall: 1, from: DAY, to: DAY }),
	'served.servedToday': (k) => servedToday(k, { hall: 1, day: DAY, window: '1' })
};

interface Said {
	sql: string;
	parameters: readonly unknown[];
}

/** Takes down what is asked and finds nothing. */
function listening(engine: Engine, said: Said[]): Dialect {
	if (engine === 'sqlite') return new ListeningSqlite(said);
	const query = (sql: string, parameters: readonly unknown[]): unknown => {
		said.push({ sql, parameters });
		return Promise.resolve({ command: 'SELECT', rowCount: 0, rows: [] });
	};
	const client = { query, release: () => undefined } as never;
	return new PostgresDialect({
		pool: { options: {}, connect: () => Promise.resolve(client), end: () => Promise.resolve() }
	});
}

class ListeningSqlite extends SqliteDialect {
	readonly #database: KyselySqlite;
	constructor(said: Said[]) {
		const prepare = (sql: string): ReturnType<KyselySqlite['prepare']> => {
			const all = (parameters: readonly unknown[]): unknown[] => {
				said.push({ sql, parameters });
				return [];
			};
			return { reader: true, all, run: () => ({ changes: 0, lastInsertRowid: 0 }), iterate: () => [].values() };
		};
		const database = { prepare, close: () => undefined };
		super({ database });
		this.#database = database;
	}
	override createAdapter(): DialectAdapter {
		return new DirectAdapter(this.#database);
	}
}

async function saidBy(engine: Engine, ask: (k: K) => Promise<unknown>): Promise<Said[]> {
	const said: Said[] = [];
	await ask(new Kysely<Tables>({ dialect: listening(engine, said) }));
	return said;
}

/** One clause a line, so that a change of one shows as one. */
function readable(sql: string): string {
	return sql.replace(
		/ (from|inner join|where|and|order by|limit|group by|values|set|on conflict|returning) /g,
		'\n\t$1 '
	);
}

/** Tables that grow with the years; the others are as large as the hall. */
const GROWING = [
	'ticket',
	'leg',
	'call',
	'receipt',
	'ledger',
	'slip',
	'queue_day',
	'appointment',
	'rating',
	'rating_ask',
	'rating_paper',
	'case',
	'case_line',
	'case_evidence',
	'complaint',
	'notice',
	'intake',
	'true_will',
	'matter',
	'question',
	'referral',
	'delivery',
	'personal',
	'greeting',
	'opinion',
	'device_event',
	'wording_override'
];
/** Indexes that hold only what is going on now, or a line a day. */
const OF_NOW = [
	'ledger_closed',
	'leg_waiting',
	'leg_held',
	'leg_current',
	'leg_one_a_window',
	'leg_bound',
	'slip_queued',
	'slip_sent',
	'appointment_due',
	'intake_open',
	'intake_due',
	'rating_paper_open',
	'case_clock',
	'case_open',
	'case_open_owner',
	'case_open_first',
	'case_open_offer',
	'case_open_kind',
	'case_open_undated',
	'case_open_desk',
	'case_open_department',
	'case_offer_desk',
	'case_offer_department',
	'personal_due'
];
/** Read from the end of the table and stop at once. */
const FROM_THE_END = ['slips.newestSlips', 'appointments.nthNewest', 'complaints.complaintCases, all'];

describe.each(ENGINES)('%s: the statements of the busy hours', (engine) => {
	let empty: EmptyDatabase;
	let database: Database;
	beforeAll(async () => {
		empty = await tabledDatabase(engine);
		database = openDatabase(empty.url);
		for (const text of YEAR) await database.write.executeQuery(CompiledQuery.raw(text));
		// PostgreSQL counts by itself, but not at once; SQLite never does.
		if (engine === 'postgres') await database.write.executeQuery(CompiledQuery.raw('analyze'));
	});
	afterAll(async () => {
		await database.close();
		await empty.drop();
	});

	test('are what stands in the file', async () => {
		const parts: string[] = [];
		for (const [name, ask] of Object.entries(ASKS)) {
			const said = (await saidBy(engine, ask)).map(({ sql }) => `${readable(sql)};`);
			parts.push([`-- ${name}`, ...said].join('\n'));
		}
		await expect(`${parts.join('\n\n')}\n`).toMatchFileSnapshot(`sql/${engine}.sql`);
	});

	test.each(Object.keys(ASKS))('%s does not read through the years', async (name) => {
		const ask = ASKS[name];
		const said = ask ? await saidBy(engine, ask) : [];
		expect(said.length).toBeGreaterThan(0);
		for (const one of said) {
			const whole = FROM_THE_END.includes(name) ? [] : await wholeReads(database, one);
			expect(whole, one.sql).toEqual([]);
		}
	});
});

/** Where a statement would read all that a hall has ever written, as `table by index`. */
async function wholeReads({ engine, read }: Database, { sql, parameters }: Said): Promise<string[]> {
	const explain = engine === 'sqlite' ? 'explain query plan' : 'explain (format json)';
	const { rows } = await read.executeQuery(CompiledQuery.raw(`${explain} ${sql}`, [...parameters]));
	const found = engine === 'sqlite' ? wholeOfSqlite(rows as Step[]) : wholeOfPostgres(rows as Plan[]);
	return found
		.filter(([table, index]) => GROWING.includes(table) && !OF_NOW.includes(index))
		.map(([table, index]) => `${table} by ${index}`);
}

interface Step {
	detail: string;
}

/** `SCAN leg`, `SEARCH leg USING INDEX leg_served (hall=?)`: a hall is no choice. */
function wholeOfSqlite(steps: Step[]): [table: string, index: string][] {
	const whole = /^(?:SCAN|SEARCH) (\w+)(?: USING (?:COVERING )?(?:INDEX (\w+)|PRIMARY KEY))?(?: \(hall=\?\))?$/;
	return steps.flatMap(({ detail }) => {
		const [all, table = '', index = 'key'] = whole.exec(detail) ?? [];
		return all === undefined ? [] : [[table, index]];
	});
}

interface Plan {
	'QUERY PLAN': [{ Plan: Node }];
}

interface Node {
	'Node Type': string;
	'Relation Name'?: string;
	'Index Name'?: string;
	'Index Cond'?: string;
	Plans?: Node[];
}

function wholeOfPostgres([row]: Plan[]): [table: string, index: string][] {
	const walk = (node: Node, above: string): [string, string][] => {
		const table = node['Relation Name'] ?? above;
		const below = (node.Plans ?? []).flatMap((child) => walk(child, table));
		const whole = node['Node Type'] === 'Seq Scan' || node['Index Cond'] === '(hall = 1)';
		return whole ? [[table, node['Index Name'] ?? 'none'], ...below] : below;
	};
	return row ? walk(row['QUERY PLAN'][0].Plan, '') : [];
}
