import { describe, expect, test } from 'vitest';
import { ROLES } from '#db/schema.ts';
import { may, RIGHTS, type Right } from './rights.ts';

const PEOPLE = ROLES.filter((role) => role !== 'telephone');
const ASKERS = [...PEOPLE, 'visitor', 'system', 'telephone'] as const;

/** k kiosk, d display, c clerk, g guide, l liaison, s supervisor, a administrator, u auditor, v visitor, * the system, t a telephone system, left out where it has none */
const LETTERS = 'kdcglsauv*t';

/** Who may what, written down a second time: a right that is given or taken by mistake fails here. */
const TABLE: Record<Right, string> = {
	'kiosk:use': 'k..g.sa..*',
	'screen:watch': 'kdcg.sau.*',
	'ticket:issue': 'k..g.sa..*',
	'ticket:read': 'kdcglsauv*',
	'ticket:cancel': 'kdcglsauv*',
	'ticket:cancel-any': '..cg.sa..*',
	'ticket:serve': '..c..sa..*',
	'ticket:return': 'kdcglsauv*',
	'ticket:return-any': 'k.cg.sa..*',
	'ticket:transfer': '..cg.sa..*',
	'ticket:choose': '..c..sa..*',
	'window:work': '..c..sa..*',
	'ticket:confirm': '..cg.sa..*',
	'ticket:escort': '...g.sa..*',
	'ticket:find': '..cg.sau.*',
	'ticket:audit': '.....sau.*',
	'desk:work': '...g.sa..*',
	'window:close-any': '.....sa..*',
	'window:release': '.....sa..*',
	'queue:read': 'kdcg.sau.*',
	'appointment:manage': '...g.sa..*',
	'knowledge:read': 'k.cglsau.*',
	'knowledge:write': '...glsa..*',
	'knowledge:review': '....lsa..*',
	'alarm:read': '..cg.sau.*',
	'alarm:see': '..cg.sa..*',
	'figures:read': '.....sau.*',
	'incident:report': '..cglsa..*',
	'incident:see': '...g.sau.*',
	'broadcast:control': '...g.sa..*',
	'loan:work': '...g.sa..*',
	'service:keep': '...g.sa..*',
	'hoard:read': '...g.sa..*',
	'slip:reprint': '..cg.sa..*',
	'slip:see': '.....sau.*',
	'slip:design': '.....sa..*',
	'device:bench': '...g.sa..*',
	'device:commission': '.....sa..*',
	'device:read': '...g.sau.*',
	'device:work': '...g.sa..*',
	'case:see': '..cglsau.*',
	'case:work': '..cglsa..*',
	'case:read-any': '.....sau.*',
	'case:oversee': '.....sa..*',
	'matter:accept': '..c..sa..*',
	'personal:open': '..cgls....',
	'order:import': '.....sa..*',
	'task:give': '.....sa..*',
	'note:see': '..cglsau.*',
	'note:read': '..cglsa...',
	'note:write': '.....sa..*',
	'inspection:make': '...g.sa..*',
	'inspection:read': '...g.sau.*',
	'day:end': '.....sa..*',
	'day:read': '.....sau.*',
	'opinion:take': '..cglsa..*',
	'opinion:read': '.....sau.*',
	'hall:apply': '......a..*',
	'rating:give': 'kd......v.',
	'rating:show': 'kd........',
	'rating:paper': '...g.sa..*',
	'telephone:report': '.........*t',
	'telephone:work': '..cg.s...*',
	'telephone:oversee': '.....s...*'
};

test.each(RIGHTS)('W-01 %s', (right) => {
	const row = ASKERS.map((role, i) => (may(role, right) ? (LETTERS[i] ?? '') : '.')).join('');
	expect(row).toBe(TABLE[right].padEnd(LETTERS.length, '.'));
});

describe('separate persons', () => {
	test('W-12 whoever works here neither gives a rating nor has one asked', () => {
		for (const role of ['clerk', 'guide', 'liaison', 'supervisor', 'administrator', 'auditor', 'system'] as const) {
			expect([role, may(role, 'rating:give'), may(role, 'rating:show')]).toEqual([role, false, false]);
		}
		expect(may('clerk', 'rating:paper')).toBe(false);
	});

	test('an auditor changes nothing', () => {
		const held = RIGHTS.filter((right) => may('auditor', right) && !may('visitor', right));
		expect(held).toEqual([
			'screen:watch',
			'ticket:find',
			'ticket:audit',
			'queue:read',
			'slip:see',
			'device:read',
			'case:see',
			'case:read-any',
			'knowledge:read',
			'alarm:read',
			'figures:read',
			'incident:see',
			'note:see',
			'inspection:read',
			'day:read',
			'opinion:read'
		]);
	});

	test('a device acts on no ticket but by taking, returning and showing it', () => {
		expect(RIGHTS.filter((right) => may('display', right) && !may('visitor', right))).toEqual([
			'screen:watch',
			'queue:read',
			'rating:show'
		]);
		for (const right of ['ticket:serve', 'ticket:cancel-any', 'window:work'] as const) {
			expect(may('kiosk', right)).toBe(false);
		}
	});
});
