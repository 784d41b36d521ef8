import { expect, test } from 'vitest';
import { weekHours } from './week-hours.ts';

const MORNING = [{ from: 540, to: 720 }];

test('K-09 days with the same times stand in one line, the closed ones too', () => {
	const week = {
		...{ monday: MORNING, tuesday: MORNING, wednesday: [], thursday: MORNING },
		...{ friday: MORNING, saturday: [], sunday: [] }
	};
	expect(weekHours(week)).toEqual([
		{ from: 'monday', to: 'tuesday', hours: '09:00–12:00' },
		{ from: 'wednesday', to: 'wednesday', hours: '' },
		{ from: 'thursday', to: 'friday', hours: '09:00–12:00' },
		{ from: 'saturday', to: 'sunday', hours: '' }
	]);
});
