import SqliteDatabase from 'better-sqlite3';

const DAYS = 500;

/** Fills a hall's tables with tickets of days long past, ended, with legs, calls, ledger lines and slips. */
export function addHistory(path: string, tickets: number): void {
	const database = new SqliteDatabase(path);
	const { id: hall, seq } = database.prepare('select id, seq from hall').get() as { id: number; seq: number };
	const queues = database.prepare('select code, prefix from queue order by code').all() as {
		code: string;
		prefix: string;
	}[];
	const items = new Map(
		(
			database.prepare('select queue, min(code) as code from item group by queue').all() as {
				queue: string;
				code: string;
			}[]
		).map((row) => [row.queue, row.code])
	);
	const used = queues.filter((queue) => items.has(queue.code));
	database.pragma('synchronous = OFF');
	const past = 'with recursive i(x) as (select 0 union all select x + 1 from i where x + 1 < ?) ';
	const bind = { hall, seq, queues: used.length, days: DAYS };
	database.exec('create temp table q (i integer primary key, code text, prefix text, item text)');
	const addQueue = database.prepare('insert into q values (?, ?, ?, ?)');
	used.forEach((queue, i) => addQueue.run(i, queue.code, queue.prefix, items.get(queue.code)));
	database.exec(
		'create temp table old (id integer primary key, day text, at integer, n integer, queue text, prefix text, item text)'
	);
	database
		.prepare(
			`insert into old ${past} select ? + 1 + x, date('2020-01-01', '+' || (x * ? / ?) || ' days'), 1577840400000 + (x * ? / ?) * 86400000, 0, q.code, q.prefix, q.item from i join q on q.i = x % ?`
		)
		.run(tickets, bind.seq, DAYS, tickets, DAYS, tickets, bind.queues);
	database.exec('create index temp.old_day on old (queue, day, id)');
	database.exec(
		'update old set n = 1 + (select count(*) from old o where o.queue = old.queue and o.day = old.day and o.id < old.id)'
	);
	for (const statement of STATEMENTS) database.prepare(statement).run({ hall });
	database.prepare('update hall set seq = seq + ? where id = ?').run(tickets, hall);
	database.exec('drop table old; drop table q');
	database.pragma('wal_checkpoint(TRUNCATE)');
	database.close();
}

const NUMBER = "prefix || printf('%03d', n)";
const STATEMENTS = [
	`insert into ledger (hall, seq, at, day, act, actor, ticket, window, queue, body) select @hall, id, at, day, 'ticket.issued', 'key:old', null, null, queue, '{}' from old`,
	`insert into ticket (hall, id, day, queue, n, number, item, class, lang, state, token, intent, origin, leg, created_at, ended_at, reason) select @hall, id, day, queue, n, ${NUMBER}, item, 'ordinary', 'zh-CN', 'ended', lower(hex(randomblob(11))), lower(hex(randomblob(16))), 'old', id, at, at + 900000, null from old`,
	`insert into leg (hall, id, ticket, ordinal, day, queue, item, state, outcome, enqueued_at, rank_at, head_start_ms, window, staff, called_at, started_at, ended_at, calls, misses, parked_ms) select @hall, id, id, 1, day, queue, item, 'ended', 'done', at, at, 0, '1', '1001', at + 300000, at + 310000, at + 900000, 1, 0, 0 from old`,
	`insert into call (hall, id, day, leg, ticket, number, zone, window, staff, kind, at, why) select @hall, id, day, id, id, ${NUMBER}, (select zone from queue where code = old.queue), '1', '1001', 'next', at + 300000, '{}' from old`,
	`insert into slip (hall, id, day, kind, ticket, "group", printer, state, attempts, reprint_of, body, reason, created_at, changed_at) select @hall, id, day, 'ticket', id, 'old', null, 'printed', 1, null, '{}', null, at, at from old`,
	`insert into queue_day (hall, queue, day, last_number, waiting) select @hall, queue, day, max(n), 0 from old group by queue, day`
];
