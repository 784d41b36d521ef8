/** What is wrong with the storage itself, as opposed to a mistake of ours. */
export type StorageTrouble = 'database-busy' | 'disk-full';

const BUSY = new Set([
	'SQLITE_BUSY',
	'SQLITE_BUSY_SNAPSHOT',
	'SQLITE_BUSY_RECOVERY',
	'SQLITE_LOCKED',
	'SQLITE_CANTOPEN',
	'SQLITE_PROTOCOL',
	// PostgreSQL: lock not available, deadlock, serialization, shutting down, starting up, too many connections
	'55P03',
	'40P01',
	'40001',
	'57P01',
	'57P02',
	'57P03',
	'53300',
	'08000',
	'08003',
	'08006',
	'ECONNREFUSED',
	'ECONNRESET',
	'EPIPE'
]);
const FULL = /^(SQLITE_FULL|SQLITE_IOERR(_.*)?|SQLITE_READONLY(_.*)?|53100|ENOSPC|EROFS)$/;

/** How the driver of PostgreSQL says that its connection has gone; it gives no code. */
const BROKEN = /Connection terminated|connection timeout|connection error and is not queryable/i;

/** Names the trouble of a failed statement or commit; undefined when it is none of the storage's. */
export function storageTrouble(error: unknown): StorageTrouble | undefined {
	if (!(error instanceof Error)) return undefined;
	const code = 'code' in error ? String(error.code) : '';
	if (BUSY.has(code) || BROKEN.test(error.message)) return 'database-busy';
	return FULL.test(code) ? 'disk-full' : undefined;
}
