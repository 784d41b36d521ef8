import { expect, test } from 'vitest';
import { willState } from './true-will.ts';

test.each([
	['an item that does not ask', false, true, [], 'none'],
	['somebody who is no elder', true, false, [], 'none'],
	['an elder by class', true, true, [], 'ask'],
	['an elder as the clerk says', true, false, ['elder'], 'ask'],
	['asked: the own wish', true, true, ['own'], 'own'],
	['asked: not the own wish', true, false, ['elder', 'not-own'], 'not-own'],
	['asked again', true, true, ['not-own', 'own', 'elder'], 'own']
] as const)('老年人权益保障法 art. 55, %s', (_, flagged, elder, marks, state) => {
	expect(willState(flagged, elder, marks)).toBe(state);
});
