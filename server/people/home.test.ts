import { expect, test } from 'vitest';
import { ROLES } from '#db/schema.ts';
import { homeOf } from './home.ts';

test('W-01 who signs in comes to the page to work at: a window first, else what the role watches over', () => {
	const homes = Object.fromEntries(ROLES.map((role) => [role, homeOf({ role, name: 'staff:1', staff: '1' })]));
	expect(homes).toMatchObject({
		clerk: '/',
		guide: '/desk',
		liaison: '/cases',
		supervisor: '/supervise',
		auditor: '/supervise'
	});
	expect(homeOf({ role: 'supervisor', name: 'staff:1', staff: '1', window: '3' })).toBe('/window');
});
