import { expect, test } from 'vitest';
import { willState } from './true-will.ts';

test.each([
	['an item that does not ask', { flagged: false, elder: true, marks: [] }, 'none'],
	['somebody who is no elder', { flagged: true, elder: false, marks: [] }, 'none'],
	['an elder by class', { flagged: true, elder: true, marks: [] }, 'ask'],
	['an elder as the clerk says', { flagged: true, elder: false, marks: ['elder'] }, 'ask'],
	['asked: the own wish', { flagged: true, elder: true, marks: ['own'] }, 'own'],
	['asked: not the own wish', { flagged: true, elder: false, marks: ['elder', 'not-own'] }, 'not-own'],
	['asked again', { flagged: true, elder: true, marks: ['not-own', 'own', 'elder'] }, 'own']
] as const)('老年人权益保障法 art. 55, %s', (_, { flagged, elder, marks }, state) => {
	expect(willState(flagged, elder, marks)).toBe(state);
});
