import { expect, test } from 'vitest';
import { andBack, stepFor, stepsIn } from './way.ts';

test('W-10 a chain is called by any window that serves its queue', () => {
	expect(stepFor({ code: 'tax', queue: 'taxes' })).toEqual({
		item: 'tax',
		queue: 'taxes',
		window: null,
		staff: null,
		headStartMinutes: 0
	});
});

test('T-04 who is sent elsewhere comes back to this window with a head start, before what follows anyway', () => {
	const rest = [stepFor({ code: 'tax', queue: 'taxes' })];
	const steps = andBack({ item: 'sale', queue: 'homes', window: '3' }, 25, rest);
	expect(steps).toEqual([{ item: 'sale', queue: 'homes', window: '3', staff: null, headStartMinutes: 25 }, ...rest]);
	expect(stepsIn(JSON.stringify(steps))).toEqual(steps);
});
