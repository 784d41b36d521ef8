import { expect, test } from 'vitest';
import { storageTrouble } from './trouble.ts';

function failed(code: string, message = 'failed'): Error {
	return Object.assign(new Error(message), { code });
}

test.each(['SQLITE_BUSY', 'SQLITE_LOCKED', '55P03', '40001', '57P01', '53300', 'ECONNREFUSED'])(
	'%s is a busy database: the same wish may go through in a moment',
	(code) => expect(storageTrouble(failed(code))).toBe('database-busy')
);

test.each(['SQLITE_FULL', 'SQLITE_IOERR', 'SQLITE_IOERR_WRITE', 'SQLITE_READONLY', '53100', 'ENOSPC'])(
	'%s is a full disk: somebody must see to it',
	(code) => expect(storageTrouble(failed(code))).toBe('disk-full')
);

test.each([
	'Connection terminated unexpectedly',
	'timeout exceeded when trying to connect: connection timeout',
	'Client has encountered a connection error and is not queryable'
])('"%s" is a busy database, though the driver gives it no code', (message) => {
	expect(storageTrouble(new Error(message))).toBe('database-busy');
});

test.each(['SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_ERROR', '23505', '42601', 'XSQLITE_FULL'])(
	'%s is a mistake of ours, and no trouble of the storage',
	(code) => expect(storageTrouble(failed(code))).toBeUndefined()
);

test('what is no error is no trouble', () => {
	for (const thrown of [undefined, null, 'SQLITE_BUSY', { code: 'SQLITE_BUSY' }]) {
		expect(storageTrouble(thrown)).toBeUndefined();
	}
});
