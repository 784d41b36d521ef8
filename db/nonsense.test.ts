import { sql, type Kysely } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ENGINES, tabledDatabase, type EmptyDatabase } from '#test/db.ts';
import { openDatabase, type Database } from './open.ts';
import type { Tables } from './schema.ts';

type Table = keyof Tables;
type Row = Record<string, string | number | null>;
type Kind = 'unique' | 'check' | 'foreign key' | 'not null';

/** What each engine calls it when a row is refused. */
const KINDS: Record<string, Kind> = {
	SQLITE_CONSTRAINT_UNIQUE: 'unique',
	SQLITE_CONSTRAINT_PRIMARYKEY: 'unique',
	SQLITE_CONSTRAINT_CHECK: 'check',
	SQLITE_CONSTRAINT_FOREIGNKEY: 'foreign key',
	SQLITE_CONSTRAINT_NOTNULL: 'not null',
	23505: 'unique',
	23514: 'check',
	23503: 'foreign key',
	23502: 'not null'
};

const DAY = '2026-11-23';

/** One sound row of each table, in an order in which they can be inserted. */
const SOUND: Partial<Record<Table, Row>> = {
	hall: { id: 1, code: 'small', name: '小厅', time_zone: 'Asia/Shanghai', seq: 9 },
	zone: { hall: 1, code: 'east', name: '东厅', active: 1 },
	queue: { hall: 1, code: 'social', zone: 'east', prefix: 'A', name: '社保', active: 1 },
	item: { hall: 1, code: 'enrol', queue: 'social', name: '参保', active: 1 },
	device: { hall: 1, code: 'board-1', kind: 'board', zone: 'east', active: 1 },
	window: { hall: 1, code: '1', zone: 'east', name: '一号', active: 1, state: 'open', staff: '1001', since: 1, leg: 1 },
	window_span: { hall: 1, id: 1, window: '1', state: 'open', staff: '1001', from_at: 1, to_at: null },
	staff: { hall: 1, no: '1001', name: '一号岗', role: 'clerk', active: 1 },
	session: { hall: 1, hash: 's1', staff: '1001', created_at: 1, seen_at: 1, expires_at: 2 },
	sign_in_link: { hall: 1, hash: 'l1', staff: '1001', expires_at: 2 },
	api_key: { hall: 1, id: 'k1', hash: 'h1', role: 'kiosk', label: 'x', created_at: 1 },
	queue_day: { hall: 1, queue: 'social', day: DAY, last_number: 1, waiting: 0 },
	ticket: {
		hall: 1,
		id: 1,
		day: DAY,
		queue: 'social',
		n: 1,
		number: 'A001',
		item: 'enrol',
		class: 'ordinary',
		lang: 'zh-CN',
		state: 'live',
		token: 't1',
		intent: 'i1',
		origin: 'kiosk-1',
		leg: 1,
		created_at: 1,
		ended_at: null,
		reason: null
	},
	leg: {
		hall: 1,
		id: 1,
		ticket: 1,
		ordinal: 1,
		day: DAY,
		queue: 'social',
		item: 'enrol',
		state: 'called',
		outcome: null,
		enqueued_at: 1,
		rank_at: 1,
		head_start_ms: 0,
		window: '1',
		parked_at: null,
		park_kind: null
	},
	call: {
		hall: 1,
		id: 2,
		day: DAY,
		leg: 1,
		ticket: 1,
		number: 'A001',
		zone: 'east',
		window: '1',
		staff: '1001',
		kind: 'next',
		at: 1,
		why: '{}'
	},
	receipt: { hall: 1, call: 2, device: 'screen', channel: 'shown', at: 1, outcome: 'ok' },
	ledger: { hall: 1, seq: 1, at: 1, day: DAY, act: 'ticket.issued', actor: 'system', body: '{}' },
	slip: {
		hall: 1,
		id: 1,
		day: DAY,
		kind: 'ticket',
		ticket: 1,
		group: 'main',
		state: 'queued',
		body: '{}',
		created_at: 1,
		changed_at: 1
	},
	board: { hall: 1, device: 'board-1', wanted: '{}', wanted_at: 1, outcome: null },
	appointment: {
		hall: 1,
		id: 1,
		day: DAY,
		slot_at: 5,
		item: 'enrol',
		queue: 'social',
		code: '00000001',
		token: '1.s',
		intent: 'a1',
		person_hash: 'p',
		state: 'booked',
		ticket: null,
		origin: 'visitor',
		lang: 'zh-CN',
		created_at: 1,
		changed_at: 1,
		reason: null
	},
	case: {
		hall: 1,
		id: 1,
		kind: 'matter',
		day: DAY,
		state: 'open',
		stage: 'working',
		outcome: null,
		owner: '1001',
		first_owner: '1001',
		moved_by: 'staff:1001',
		about: 'x',
		urgent: 0,
		reminded: 0,
		escalated: 0,
		extended: 0,
		late: 0,
		explained: 0,
		opened_at: 1,
		staged_at: 1,
		closed_at: null,
		offered_to: null,
		offered_at: null,
		intent: 'c1'
	}
};

/** Sound rows beside those: what the bad ones below are made of. */
const OTHER: Partial<Record<Table, Row>> = {
	hall: { id: 2, code: 'other' },
	zone: { code: 'west' },
	queue: { code: 'homes' },
	item: { code: 'sale' },
	device: { code: 'board-2' },
	window: { code: '2', state: 'closed', staff: null, leg: null },
	window_span: { id: 2, to_at: 2 },
	staff: { no: '1002' },
	session: { hash: 's2', staff: '1002' },
	sign_in_link: { hash: 'l2' },
	api_key: { id: 'k2', hash: 'h2' },
	queue_day: { day: '2026-11-24' },
	ticket: { id: 2, n: 2, intent: 'i2', leg: 2, appointment: 7, slot_at: 5 },
	leg: { id: 2, ticket: 2, state: 'waiting', window: null },
	call: { id: 3 },
	receipt: { channel: 'spoken' },
	ledger: { seq: 2 },
	slip: { id: 2 },
	board: { device: 'board-2' },
	notice: {
		...{ hall: 1, id: 1, day: DAY, kind: 'missing', state: 'open', code: '000000005724', intent: 'n1', ticket: 1 },
		...{ leg: 1, item: 'enrol', queue: 'social', window: '1', staff: '1001', lang: 'zh-CN', due_day: DAY, since: 1 },
		...{ earlier: null, second_reason: null, second_words: null, body: '{}', created_at: 1, changed_at: 1 }
	},
	intake: {
		...{ hall: 1, id: 1, ticket: 1, leg: 1, item: 'enrol', window: '1', staff: '1001', day: DAY, received_at: 1 },
		...{
			due_day: DAY,
			on_spot: 0,
			warn_at: 1,
			limit_at: 2,
			warned: 0,
			state: 'open',
			settled_by: null,
			settled_at: null
		}
	},
	true_will: { hall: 1, id: 1, ticket: 1, item: 'enrol', leg: 1, window: '1', staff: '1001', mark: 'own', at: 1 },
	rating: { hall: 1, leg: 1, ticket: 1, day: DAY, window: '1', staff: '1001', grade: 5, at: 1, origin: 'phone' },
	rating_ask: { hall: 1, leg: 1, ticket: 1, day: DAY, window: '1', staff: '1001', token: 't', asked_at: 1 },
	rating_paper: { hall: 1, id: 1, leg: 1, ticket: 1, form: '{}', state: 'entered', entered_by: 'a', entered_at: 1 },
	appointment: { id: 2, code: '00000002', intent: 'a2', person_hash: 'q' },
	case: { id: 2, intent: 'c2' },
	matter: {
		...{ hall: 1, case: 1, ticket: 1, leg: 1, item: 'enrol', window: '1', staff: '1001' },
		...{ from_day: DAY, promised_day: DAY, legal_day: DAY, deemed: 0 }
	},
	personal: { hall: 1, subject: 'case', of: 1, field: 'name', sealed: 'x', kept_at: 1, delete_at: 2, deleted_at: null },
	case_line: { hall: 1, case: 1, line: 1, act: 'opened', text: '', salt: '' },
	case_evidence: { hall: 1, case: 1, line: 1, at: 1, body: '{}', hash: 'a'.repeat(64) }
};

/** A further one, where the second is in the database because others hang on it. */
const THIRD: Partial<Record<Table, Row>> = {
	device: { code: 'board-3' },
	window: { code: '3' },
	staff: { no: '1003' },
	ticket: { id: 3, n: 3, intent: 'i3', leg: 3, appointment: null, slot_at: null }
};

/** What no row may say: the other sound row of a table, with this changed. */
const NONSENSE: [Kind, Table, string, Row][] = [
	['unique', 'hall', 'two halls of one code', { code: 'small' }],
	['unique', 'queue', 'two queues of one code', { code: 'social' }],
	['unique', 'window', 'one person at two windows', { state: 'open', staff: '1001' }],
	['unique', 'window', 'one leg at two windows', { leg: 1 }],
	['unique', 'window_span', 'a window in two states at once', { to_at: null }],
	['unique', 'session', 'two sessions of one staff number', { staff: '1001' }],
	['unique', 'api_key', 'one secret for two keys', { hash: 'h1' }],
	['unique', 'queue_day', 'two counters of one queue and day', { day: DAY }],
	['unique', 'ticket', 'one number given twice on a day', { n: 1 }],
	['unique', 'ticket', 'one intent with two tickets', { intent: 'i1' }],
	['unique', 'ticket', 'two tickets of one id', { id: 1 }],
	['unique', 'leg', 'two second legs', { ticket: 1, state: 'ended', outcome: 'done' }],
	['unique', 'leg', 'one ticket in two places', { ticket: 1, ordinal: 2 }],
	['unique', 'leg', 'two legs served at one window', { state: 'serving', window: '1' }],
	['unique', 'receipt', 'two receipts of one call by one channel', { channel: 'shown' }],
	['unique', 'ledger', 'two lines of one number', { seq: 1 }],
	['unique', 'slip', 'two slips of one id', { id: 1 }],
	['unique', 'board', 'two pictures of one board', { device: 'board-1' }],
	['unique', 'ticket', 'one appointment with two numbers', { appointment: 7, slot_at: 5 }],
	['unique', 'appointment', 'two appointments of one code on a day', { code: '00000001' }],
	['unique', 'appointment', 'one intent with two appointments', { intent: 'a1' }],
	['unique', 'appointment', 'one person twice for an item and day', { person_hash: 'p' }],
	['unique', 'case', 'one intent with two cases', { intent: 'c1' }],
	['check', 'hall', 'a ledger of less than no lines', { seq: -1 }],
	['check', 'queue', 'a queue without a prefix', { prefix: '' }],
	['check', 'queue', 'a prefix of three letters', { prefix: 'ABC' }],
	['check', 'zone', 'a zone that is half in use', { active: 2 }],
	['check', 'device', 'a device of an unknown kind', { kind: 'robot' }],
	['check', 'staff', 'a role that nobody has', { role: 'king' }],
	['check', 'api_key', 'a key for a role that nobody has', { role: 'king' }],
	['check', 'window', 'a window in an unknown state', { state: 'ajar' }],
	['check', 'window', 'an open window with nobody there', { state: 'open' }],
	['check', 'window', 'a pause without a reason', { state: 'paused', staff: '1002' }],
	['check', 'window_span', 'a stay in an unknown state', { state: 'ajar' }],
	['check', 'queue_day', 'a number before the first', { last_number: -1 }],
	['check', 'queue_day', 'a number after the last', { last_number: 10_000 }],
	['check', 'queue_day', 'fewer than nobody waiting', { waiting: -1 }],
	['check', 'ticket', 'number nought', { n: 0 }],
	['check', 'ticket', 'a number of five digits', { n: 10_000 }],
	['check', 'ticket', 'an unknown state', { state: 'lost', ended_at: 2 }],
	['check', 'ticket', 'a living ticket that has ended', { ended_at: 2 }],
	['check', 'ticket', 'an end without its time', { state: 'ended' }],
	['check', 'ticket', 'a void number without its reason', { state: 'void', ended_at: 2 }],
	['check', 'ticket', 'a slot without its appointment', { slot_at: 5 }],
	['check', 'ticket', 'an appointment without its slot', { appointment: 8 }],
	['check', 'appointment', 'an unknown state', { state: 'hoped' }],
	['check', 'appointment', 'arrived without a number', { state: 'arrived' }],
	['check', 'appointment', 'booked with a number', { ticket: 1 }],
	['check', 'appointment', 'a code of seven digits', { code: '0000003' }],
	['check', 'leg', 'leg nought', { ordinal: 0 }],
	['check', 'leg', 'an unknown state', { state: 'lost' }],
	['check', 'leg', 'an unknown outcome', { state: 'ended', outcome: 'eaten' }],
	['check', 'leg', 'an end without an outcome', { state: 'ended' }],
	['check', 'leg', 'an outcome before the end', { outcome: 'done' }],
	['check', 'leg', 'called to no window', { state: 'called' }],
	['check', 'leg', 'served at no window', { state: 'serving' }],
	['check', 'leg', 'parked since never', { state: 'parked', park_kind: 'papers-kept' }],
	['check', 'leg', 'parked and waiting', { parked_at: 2 }],
	['check', 'leg', 'parked for an unknown reason', { state: 'parked', parked_at: 2, park_kind: 'lunch' }],
	['check', 'call', 'a call of an unknown kind', { kind: 'shout' }],
	['check', 'receipt', 'a receipt by an unknown channel', { channel: 'smelt' }],
	['check', 'slip', 'an unknown state', { state: 'eaten' }],
	['check', 'slip', 'a slip that failed without a reason', { state: 'failed' }],
	['check', 'slip', 'an unsure slip without a reason', { state: 'unsure' }],
	['check', 'board', 'a plain ok', { outcome: 'ok' }],
	['check', 'rating', 'a grade below the lowest', { grade: 0 }],
	['check', 'rating', 'a manner graded above the highest', { attitude: 6 }],
	['check', 'rating_paper', 'a form that agreed with nobody', { state: 'agreed' }],
	['check', 'rating_paper', 'a form confirmed by who entered it', { state: 'agreed', settled_by: 'a' }],
	['check', 'case', 'a case that nobody owns', { owner: '' }],
	['check', 'case', 'a case that nobody was asked first', { first_owner: '' }],
	['check', 'case', 'an unknown state', { state: 'lost' }],
	['check', 'case', 'an end without its time', { state: 'closed', outcome: 'told' }],
	['check', 'case', 'an end without an outcome', { state: 'closed', closed_at: 2 }],
	['check', 'case', 'offered to nobody', { offered_at: 2 }],
	['check', 'case_evidence', 'evidence without its whole hash', { hash: 'a' }],
	['check', 'matter', 'promised later than the law allows', { promised_day: '2026-11-24' }],
	['check', 'matter', 'promised before it was accepted', { promised_day: '2026-11-20' }],
	['check', 'personal', 'an unknown field', { field: 'religion' }],
	['check', 'personal', 'deleted and still there', { deleted_at: 2 }],
	['check', 'notice', 'an unknown kind', { kind: 'rumour' }],
	['check', 'notice', 'papers without a due day', { due_day: null }],
	['check', 'notice', 'a second one without its reason', { earlier: 1 }],
	['check', 'intake', 'settled by nobody', { state: 'told', settled_at: 2 }],
	['check', 'intake', 'settled, still known', { state: 'told', settled_at: 2, settled_by: 1, matter_hash: 'm' }],
	['check', 'intake', 'over before it began', { limit_at: 0 }],
	['check', 'true_will', 'an unknown mark', { mark: 'maybe' }],
	['foreign key', 'notice', 'a second one of no first', { earlier: 9, second_reason: 'new-facts', second_words: 'x' }],
	['foreign key', 'intake', 'papers at no window', { window: '9' }],
	['foreign key', 'zone', 'a zone of no hall', { hall: 9 }],
	['foreign key', 'queue', 'a queue in no zone', { zone: 'north' }],
	['foreign key', 'item', 'an item without its queue', { queue: 'none' }],
	['foreign key', 'device', 'a device in no zone', { zone: 'north' }],
	['foreign key', 'window', 'a window in no zone', { zone: 'north' }],
	['foreign key', 'window_span', 'a stay of no window', { window: '9' }],
	['foreign key', 'staff', 'staff of no hall', { hall: 9 }],
	['foreign key', 'session', 'a session of nobody', { staff: '9' }],
	['foreign key', 'session', 'a session at no window', { window: '9' }],
	['foreign key', 'sign_in_link', 'a link for nobody', { staff: '9' }],
	['foreign key', 'api_key', 'a key to no hall', { hall: 9 }],
	['foreign key', 'queue_day', 'a counter of no queue', { queue: 'none' }],
	['foreign key', 'ticket', 'a ticket for no queue', { queue: 'none' }],
	['foreign key', 'ticket', 'a ticket for no item', { item: 'none' }],
	['foreign key', 'ticket', "a ticket for another hall's queue", { hall: 2 }],
	['foreign key', 'appointment', 'an appointment for no item', { item: 'none' }],
	['foreign key', 'appointment', 'an appointment in no queue', { queue: 'none' }],
	['foreign key', 'appointment', 'an appointment with no number of the hall', { state: 'arrived', ticket: 9 }],
	['foreign key', 'leg', 'a leg of no ticket', { ticket: 9 }],
	['foreign key', 'leg', 'a leg in no queue', { queue: 'none' }],
	['foreign key', 'leg', 'a leg at no window of the hall', { state: 'called', window: '9' }],
	['foreign key', 'call', 'a call of no leg', { leg: 9 }],
	['foreign key', 'call', 'a call to no window', { window: '9' }],
	['foreign key', 'receipt', 'a receipt of no call', { call: 9 }],
	['foreign key', 'slip', 'a slip of no ticket', { ticket: 9 }],
	['foreign key', 'slip', 'a second print of no slip', { reprint_of: 9 }],
	['foreign key', 'board', 'a picture on no board', { device: 'none' }],
	['foreign key', 'rating', 'a rating of no service', { leg: 9 }],
	['foreign key', 'case', 'a case of no member of staff', { owner: '9' }],
	['foreign key', 'case', 'a case first asked of nobody known', { first_owner: '9' }],
	['foreign key', 'case', 'a case of no ticket', { ticket: 9 }],
	['foreign key', 'matter', 'a matter that is no case', { case: 9 }],
	['foreign key', 'matter', 'a matter of no service', { leg: 9 }],
	['foreign key', 'case_line', 'a line of no case', { case: 9 }],
	['foreign key', 'case_line', 'a line that is not in the ledger', { line: 9 }],
	['foreign key', 'case_evidence', 'evidence of no case', { case: 9 }],
	['not null', 'ticket', 'a ticket without an intent', { intent: null }],
	['not null', 'leg', 'a leg without a place in the order', { rank_at: null }],
	['not null', 'call', 'a call without a why', { why: null }],
	['not null', 'case', 'a case without a first owner', { first_owner: null }]
];

async function insert(k: Kysely<Tables>, table: Table, row: Row): Promise<void> {
	const columns = sql.join(Object.keys(row).map((name) => sql.ref(name)));
	await sql`insert into ${sql.table(table)} (${columns}) values (${sql.join(Object.values(row))})`.execute(k);
}

/** Tries a row and takes it back. */
async function kindOfRefusal(k: Kysely<Tables>, table: Table, row: Row): Promise<Kind | 'accepted'> {
	const accepted = new Error('accepted');
	try {
		await k.transaction().execute(async (tx) => {
			await insert(tx, table, row);
			throw accepted;
		});
	} catch (error) {
		if (error === accepted) return 'accepted';
		const code = error instanceof Error && 'code' in error ? String(error.code) : '';
		const kind = KINDS[code];
		if (!kind) throw error;
		return kind;
	}
	throw new Error('nothing was thrown');
}

describe.each(ENGINES)('T-01 %s: the tables refuse nonsense by themselves', (engine) => {
	let empty: EmptyDatabase;
	let database: Database;
	beforeAll(async () => {
		empty = await tabledDatabase(engine);
		database = openDatabase(empty.url);
		for (const [table, row] of Object.entries(SOUND) as [Table, Row][]) await insert(database.write, table, row);
		for (const table of Object.keys(THIRD) as Table[]) {
			await insert(database.write, table, { ...SOUND[table], ...OTHER[table] });
		}
	});
	afterAll(async () => {
		await database.close();
		await empty.drop();
	});

	/** A row that would be sound but for `change`; of the tables with a second row already, a third one. */
	const other = (table: Table, change: Row): Row => ({ ...SOUND[table], ...OTHER[table], ...THIRD[table], ...change });

	test.each(Object.keys(OTHER) as Table[])('a sound row of %s is accepted', async (table) => {
		expect(await kindOfRefusal(database.write, table, other(table, {}))).toBe('accepted');
	});

	test.each(NONSENSE)('%s, %s: %s', async (kind, table, _, change) => {
		expect(await kindOfRefusal(database.write, table, other(table, change))).toBe(kind);
	});
});
