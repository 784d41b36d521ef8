import { expect, test } from 'vitest';
import { Intents } from './intents.ts';

test('T-01 a wish without an answer is the same when it is made again, and another once it was granted', () => {
	let count = 0;
	const intents = new Intents(() => String((count += 1)));
	expect([intents.of({ good: 'umbrella' }), intents.of({ good: 'umbrella' })]).toEqual(['1', '1']);
	expect(intents.of({ good: 'glasses' })).toBe('2');
	intents.done();
	expect(intents.of({ good: 'glasses' })).toBe('3');
});
