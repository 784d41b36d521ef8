import { expect, test } from 'vitest';
import { causeOf, type Cause, type Known } from './cause.ts';

const UP: Known = { broken: false, connected: true, online: true, ready: { status: 200, ours: true } };
const of = (known: Partial<Known>): Cause | null => causeOf({ ...UP, ...known });
const status = (code: number, ours = false): Known['ready'] => ({ status: code, ours });

test('K-12 nothing is wrong while the line is up, whatever has not been asked yet or was lost once', () => {
	expect([of({}), of({ ready: null }), of({ ready: status(0) }), of({ online: false })]).toEqual([
		null,
		null,
		null,
		null
	]);
});

test('K-12 the cause is told as far as it can be known', () => {
	expect(of({ broken: true, online: false })).toBe('network');
	expect(of({ broken: true, ready: status(0) })).toBe('network');
	// A kiosk that is loaded without a server does not wait to be sure.
	expect(of({ connected: false, ready: status(0) })).toBe('network');
	expect(of({ connected: false, ready: null })).toBeNull();
	expect(of({ broken: true, ready: null })).toBe('network');
	expect(of({ broken: true, ready: status(502) })).toBe('starting');
	expect(of({ broken: true, ready: status(503) })).toBe('starting');
	expect(of({ broken: true, ready: status(500) })).toBe('server');
	expect(of({ broken: true })).toBe('starting');
});

test('K-12 a database that is away is told also while the line is up, and before all else', () => {
	expect(of({ ready: status(503, true) })).toBe('database');
	expect(of({ broken: true, ready: status(503, true) })).toBe('database');
	expect(of({ ready: status(500, true) })).toBe('server');
});
