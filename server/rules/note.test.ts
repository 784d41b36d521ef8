import { describe, expect, test } from 'vitest';
import { isNoteFor, placeOf, unreadOf, type NoteReader, type NoteTo } from './note.ts';

const NOBODY: NoteTo = { roles: [], desks: [], windows: [], persons: [] };
const CLERK: NoteReader = { staff: '1001', role: 'clerk', window: '3', desk: null };
const STAFF = [
	{ no: '1001', role: 'clerk' },
	{ no: '1002', role: 'clerk' },
	{ no: '8001', role: 'guide' }
] as const;

describe('S-07 whom a note is for', () => {
	test.each([
		['by name', { persons: ['1001'] }],
		['by role', { roles: ['clerk'] }],
		['by where one sits', { windows: ['3'] }]
	])('%s', (_, to) => {
		expect(isNoteFor({ ...NOBODY, ...to }, CLERK)).toBe(true);
	});

	test('and for nobody else', () => {
		expect(isNoteFor(NOBODY, CLERK)).toBe(false);
		expect(isNoteFor({ roles: ['guide'], desks: ['main'], windows: ['4'], persons: ['1002'] }, CLERK)).toBe(false);
	});

	test('a receipt says where it was read', () => {
		expect(placeOf(CLERK)).toBe('window:3');
		expect(placeOf({ window: null, desk: 'main' })).toBe('desk:main');
		expect(placeOf({ window: null, desk: null })).toBe('');
	});
});

describe('S-07 who has not read it', () => {
	test('everybody named or of the role, each by the own receipt', () => {
		const to = { ...NOBODY, roles: ['clerk'], persons: ['8001'] };
		expect(unreadOf(to, STAFF, []).persons).toEqual(['1001', '1002', '8001']);
		expect(unreadOf(to, STAFF, [{ staff: '1002', place: '' }]).persons).toEqual(['1001', '8001']);
	});

	test('a window or a desk, until somebody there has read it', () => {
		const to = { ...NOBODY, windows: ['3', '4'], desks: ['main'] };
		const reads = [{ staff: '1001', place: 'window:3' }];
		expect(unreadOf(to, STAFF, reads)).toEqual({ persons: [], places: ['window:4', 'desk:main'] });
	});
});
