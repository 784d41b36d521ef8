import SqliteDatabase from 'better-sqlite3';

/** What the tables say after a run. */
export interface Found {
	tickets: number;
	faults: string[];
}

const CHECKS: [string, string][] = [
	['a number twice', 'select queue, day, n, count(*) from ticket group by hall, queue, day, n having count(*) > 1'],
	[
		'a gap in a queue’s numbers',
		'select queue, day, max(n), count(*) from ticket group by hall, queue, day having max(n) <> count(*)'
	],
	[
		'a counter that is not the last number',
		'select d.queue, d.last_number from queue_day d where d.last_number <> (select coalesce(max(t.n), 0) from ticket t where t.hall = d.hall and t.queue = d.queue and t.day = d.day)'
	],
	[
		'a count of waiting that is wrong',
		"select d.queue, d.waiting from queue_day d where d.waiting <> (select count(*) from leg l where l.hall = d.hall and l.queue = d.queue and l.day = d.day and l.state = 'waiting')"
	],
	[
		'a leg called twice',
		"select leg, count(*) from call where kind <> 'recall' group by hall, leg having count(*) > 1"
	],
	['a gap in the ledger', 'select max(seq), count(*) from ledger group by hall having max(seq) <> count(*)'],
	[
		'a ticket without its slip',
		'select id from ticket t where not exists (select 1 from slip s where s.hall = t.hall and s.ticket = t.id) limit 5'
	],
	[
		'a ticket without its ledger line',
		"select id from ticket t where not exists (select 1 from ledger l where l.hall = t.hall and l.seq = t.id and l.act = 'ticket.issued') limit 5"
	]
];

/** Reads a database back: count, distinct, gaps, double calls. Any fault fails the run. */
export function readBack(path: string): Found {
	const database = new SqliteDatabase(path, { readonly: true });
	const faults = CHECKS.flatMap(([name, query]) => {
		const rows = database.prepare(query).all();
		return rows.length === 0 ? [] : [`${name}: ${JSON.stringify(rows.slice(0, 3))}`];
	});
	const { tickets } = database.prepare('select count(*) as tickets from ticket').get() as { tickets: number };
	database.close();
	return { tickets, faults };
}
