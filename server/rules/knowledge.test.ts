import { describe, expect, test } from 'vitest';
import type { KnowledgeState } from '#db/schema.ts';
import { knowledgeActs, knowledgeBar, stateAfter, type KnowledgePerson } from './knowledge.ts';

const row = (state: KnowledgeState, department: string | null = 'hrss'): Parameters<typeof knowledgeBar>[0] => ({
	state,
	written_by: '8001',
	department
});
const WRITER: KnowledgePerson = { name: '8001', role: 'guide', department: null, reviews: false };
const BOSS: KnowledgePerson = { name: '9001', role: 'supervisor', department: null, reviews: true };
const OWN: KnowledgePerson = { name: '8101', role: 'liaison', department: 'hrss', reviews: true };
const OTHER: KnowledgePerson = { name: '8102', role: 'liaison', department: 'medical', reviews: true };

describe('Q-04 who may do what with a version', () => {
	test('a draft is its writer’s; another may only throw it away', () => {
		expect(knowledgeActs(row('draft'), WRITER)).toEqual(['rewrite', 'submit', 'discard']);
		expect(knowledgeActs(row('draft'), BOSS)).toEqual(['discard']);
	});

	test('it is reviewed by another person, of the own department or for the whole hall', () => {
		expect(knowledgeActs(row('review'), WRITER)).toEqual(['discard']);
		expect(knowledgeBar(row('review'), 'approve', { ...WRITER, reviews: true })).toBe('knowledge-own');
		expect(knowledgeActs(row('review'), BOSS)).toEqual(['approve', 'return', 'discard']);
		expect(knowledgeActs(row('review'), OWN)).toEqual(['approve', 'return', 'discard']);
		expect(knowledgeActs(row('review'), OTHER)).toEqual([]);
		expect(knowledgeBar(row('review', null), 'approve', OWN)).toBe('knowledge-not-yours');
		expect(knowledgeBar(row('review'), 'approve', { ...WRITER, name: '8002' })).toBe('not-allowed');
	});

	test('what is in force is only taken back, and what is over is left alone', () => {
		expect(knowledgeActs(row('published'), BOSS)).toEqual(['retire']);
		expect(knowledgeActs(row('expired'), BOSS)).toEqual(['retire']);
		for (const state of ['replaced', 'retired', 'discarded'] as const) {
			expect([state, knowledgeActs(row(state), BOSS)]).toEqual([state, []]);
		}
		expect(stateAfter('approve')).toBe('published');
	});
});
