import SqliteDatabase from 'better-sqlite3';
import { rmSync } from 'node:fs';
import { join } from 'node:path';

/** Tickets a second of better-sqlite3 alone: one row and one durable commit per ticket, in that folder. */
export function rawSqlite(folder: string, seconds: number): number {
	const path = join(folder, 'raw.db');
	const database = new SqliteDatabase(path);
	database.pragma('journal_mode = WAL');
	database.pragma('synchronous = FULL');
	database.exec(
		'create table ticket (id integer primary key, queue text, n integer, number text, at integer, body text)'
	);
	const insert = database.prepare('insert into ticket (queue, n, number, at, body) values (?, ?, ?, ?, ?)');
	const begun = performance.now();
	let n = 0;
	while (performance.now() - begun < seconds * 1000) {
		n += 1;
		database.exec('begin immediate');
		insert.run('card', n, `A${String(n)}`, Date.now(), '{"class":"ordinary"}');
		database.exec('commit');
	}
	const rate = n / ((performance.now() - begun) / 1000);
	database.close();
	for (const end of ['', '-wal', '-shm']) rmSync(path + end, { force: true });
	return rate;
}
