import { readHall } from '#server/setup/read.ts';
import { describe, expect, test } from 'vitest';
import { ROLES } from '#db/schema.ts';
import { SMALL_HALL } from '#test/fixtures/hall-file.ts';
import type { Hall } from '../hall.ts';
import { may, RIGHTS, type Right } from '../rules/rights.ts';
import { Setup } from '../setup/hall.ts';
import { isAllowed, mayBeKiosk, SYSTEM, VISITOR } from './access.ts';
import type { Who } from './who.ts';

/** A hall of which nothing but the hall file is asked. */
function hallWith(policies: string): Hall {
	const read = readHall(SMALL_HALL.replace('policies:\n', `policies:\n${policies}`));
	if (!read.ok) throw new Error(read.faults.map((fault) => fault.what.en).join('; '));
	return { setup: new Setup(read.file) } as Hall;
}

const STRICT = hallWith('');
const EVERYBODY: Who[] = [...ROLES.map((role) => ({ role, name: role })), VISITOR, SYSTEM];

const more = (hall: Hall, who: Who): Right[] =>
	RIGHTS.filter((right) => isAllowed(hall, who, right) && !may(who.role, right));

describe('W-01 who may do what in a hall', () => {
	test.each(EVERYBODY)('$role has the rights of the table, where kiosks and screens are enrolled', (who) => {
		expect(more(STRICT, who)).toEqual([]);
		expect(RIGHTS.filter((right) => may(who.role, right) && !isAllowed(STRICT, who, right))).toEqual([]);
	});

	test('a visitor may be a kiosk or a screen where the hall file lets any browser be one', () => {
		expect(more(hallWith('  access: { kiosk: open }\n'), VISITOR)).toEqual(
			RIGHTS.filter((right) => may('kiosk', right) && !may('visitor', right))
		);
		expect(more(hallWith('  access: { display: open }\n'), VISITOR)).toEqual([
			'screen:watch',
			'queue:read',
			'rating:show'
		]);
	});

	test('the browser of a kiosk is that one, and no other; a program and who walks the house may be any', () => {
		const kiosk: Who = { role: 'kiosk', name: 'key:k', device: 'kiosk-1' };
		const asked = (who: Who): boolean[] => ['kiosk-1', 'kiosk-2'].map((device) => mayBeKiosk(STRICT, who, device));
		expect(asked(kiosk)).toEqual([true, false]);
		expect(asked({ role: 'kiosk', name: 'key:program' })).toEqual([true, true]);
		expect(asked({ role: 'guide', name: 'staff:8001' })).toEqual([true, true]);
		for (const who of [VISITOR, { role: 'display', name: 'key:s', device: 'kiosk-1' } as const])
			expect(asked(who)).toEqual([false, false]);
	});

	test("the bench of devices is everybody's in a demonstration only", () => {
		expect(more(hallWith('  demo: always-open\n'), VISITOR)).toEqual(['device:bench']);
		expect(isAllowed(STRICT, VISITOR, 'device:bench')).toBe(false);
	});

	test('an open hall gives nobody what only staff may do', () => {
		const open = hallWith('  demo: always-open\n  access: { kiosk: open, display: open }\n');
		for (const right of ['ticket:serve', 'ticket:cancel-any', 'window:work', 'day:end', 'hall:apply'] as const) {
			expect(isAllowed(open, VISITOR, right)).toBe(false);
			expect(isAllowed(open, { role: 'auditor', name: 'a' }, right)).toBe(false);
		}
	});
});
