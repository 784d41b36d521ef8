import { sql } from 'kysely';
import { openDatabase } from '#db/open.ts';
import type { EmptyDatabase } from './db.ts';

/** Every number of a day: on a ticket, or kept by a kiosk for when it has no line, or void with its reason. */
const NUMBERS = `(select hall, queue, day, n from ticket union all
		select hall, queue, day, n from lease_number where state <> 'used')`;

/** What must never be found in a hall's tables, whatever was asked of it: each query gives the faults. */
const NEVER: Record<string, string> = {
	'a number twice': `select queue, day, n from ${NUMBERS} t group by hall, queue, day, n having count(*) > 1`,
	'a gap in a queue’s numbers': `select queue, day from ${NUMBERS} t group by hall, queue, day having max(n) <> count(*)`,
	'a counter that is not the last number': `select d.queue, d.last_number from queue_day d where d.last_number <>
		(select coalesce(max(t.n), 0) from ${NUMBERS} t where t.hall = d.hall and t.queue = d.queue and t.day = d.day)`,
	'a count of waiting that is wrong': `select d.queue, d.waiting from queue_day d where d.waiting <>
		(select count(*) from leg l where l.hall = d.hall and l.queue = d.queue and l.day = d.day and l.state = 'waiting')`,
	'an intent with two tickets': 'select intent from ticket group by hall, day, intent having count(*) > 1',
	'a token of two tickets': 'select token from ticket group by hall, token having count(*) > 1',
	'a leg called twice without a return between': `select c.leg from call c where c.kind <> 'recall'
		group by c.hall, c.leg, c.ticket having count(*) > 1 + (select count(*) from ledger l where l.hall = c.hall
		and l.ticket = c.ticket and l.act in ('ticket.returned', 'ticket.released'))`,
	'a gap in the ledger': 'select max(seq) from ledger group by hall having max(seq) <> count(*)',
	'a hall that counts other than its ledger': `select h.seq from hall h where h.seq <>
		(select coalesce(max(l.seq), 0) from ledger l where l.hall = h.id)`,
	'a ticket without its ledger line': `select id from ticket t where not exists
		(select 1 from ledger l where l.hall = t.hall and l.seq = t.id and l.act = 'ticket.issued')`,
	'a line of a ticket that is not there': `select seq from ledger l where l.act = 'ticket.issued' and not exists
		(select 1 from ticket t where t.hall = l.hall and t.id = l.seq)`,
	'a call without its ledger line': `select id from call c where not exists
		(select 1 from ledger l where l.hall = c.hall and l.seq = c.id and l.act in ('ticket.called', 'ticket.recalled'))`,
	'a ticket without its slip': `select id from ticket t where t.intent not like 'lease-%' and not exists
		(select 1 from slip s where s.hall = t.hall and s.ticket = t.id)`,
	'a ticket whose leg is not there': `select id from ticket t where not exists
		(select 1 from leg l where l.hall = t.hall and l.id = t.leg and l.ticket = t.id)`,
	'a window that holds another leg than stands there': `select l.id from leg l where l.state in ('called', 'serving')
		and not exists (select 1 from "window" w where w.hall = l.hall and w.code = l."window" and w.leg = l.id)`,
	'a window that holds a leg which is elsewhere': `select w.code from "window" w where w.leg is not null
		and not exists (select 1 from leg l where l.hall = w.hall and l.id = w.leg and l.state in ('called', 'serving'))`
};

/** Reads rows of a database that a server works on, or has worked on. */
export async function rowsOf<Row>(database: EmptyDatabase, query: string): Promise<Row[]> {
	const opened = openDatabase(database.url);
	try {
		return (await sql.raw<Row>(query).execute(opened.read)).rows;
	} finally {
		await opened.close();
	}
}

/** Reads the tables back: what is in them that must not be, as one line a fault. */
export async function faultsIn(database: EmptyDatabase): Promise<string[]> {
	const opened = openDatabase(database.url);
	const faults: string[] = [];
	try {
		for (const [name, query] of Object.entries(NEVER)) {
			const { rows } = await sql.raw(query).execute(opened.read);
			if (rows.length > 0) faults.push(`${name}: ${JSON.stringify(rows.slice(0, 3))}`);
		}
	} finally {
		await opened.close();
	}
	return faults;
}

/** How many ledger lines people, programs and visitors have made: what has changed nothing leaves it where it was. */
export async function actsIn(database: EmptyDatabase): Promise<number> {
	const [count] = await rowsOf<{ n: number }>(database, "select count(*) as n from ledger where actor <> 'system'");
	return count?.n ?? 0;
}
