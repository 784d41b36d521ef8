/** Who may do what with a version of an entry, and what becomes of it. */
import type { KnowledgeRow, KnowledgeState, Role } from '#db/schema.ts';
import type { RefusalCode } from './refusal.ts';

export const KNOWLEDGE_ACTS = ['rewrite', 'submit', 'approve', 'return', 'discard', 'retire'] as const;
export type KnowledgeAct = (typeof KNOWLEDGE_ACTS)[number];

/** Who acts: as the row names writers, and the department of a liaison. */
export interface KnowledgePerson {
	name: string;
	role: Role | 'visitor' | 'system';
	/** null for who speaks for the whole hall */
	department: string | null;
	/** may look at what others have written */
	reviews: boolean;
}

const STEPS: Record<
	KnowledgeAct,
	{ from: readonly KnowledgeState[]; to: KnowledgeState; by: 'writer' | 'other' | 'reviewer' }
> = {
	rewrite: { from: ['draft'], to: 'draft', by: 'writer' },
	submit: { from: ['draft'], to: 'review', by: 'writer' },
	approve: { from: ['review'], to: 'published', by: 'other' },
	return: { from: ['review'], to: 'draft', by: 'other' },
	discard: { from: ['draft', 'review'], to: 'discarded', by: 'reviewer' },
	retire: { from: ['published', 'expired'], to: 'retired', by: 'reviewer' }
};

/** The state that an act leads to. */
export function stateAfter(act: KnowledgeAct): KnowledgeState {
	return STEPS[act].to;
}

/** Why somebody may not do it; undefined where it may be done. */
export function knowledgeBar(
	row: Pick<KnowledgeRow, 'state' | 'written_by' | 'department'>,
	act: KnowledgeAct,
	person: KnowledgePerson
): RefusalCode | undefined {
	const { from, by } = STEPS[act];
	if (!from.includes(row.state)) return 'knowledge-moved';
	const own = row.written_by === person.name;
	if (!own && isForeign(row.department, person)) return 'knowledge-not-yours';
	return by === 'writer' ? writerBar(own) : reviewerBar(act, own, person.reviews);
}

function writerBar(own: boolean): RefusalCode | undefined {
	return own ? undefined : 'knowledge-not-yours';
}

/** Nobody reviews what is the own; throwing that away is no review. */
function reviewerBar(act: KnowledgeAct, own: boolean, reviews: boolean): RefusalCode | undefined {
	if (own && act === 'discard') return undefined;
	if (own && STEPS[act].by === 'other') return 'knowledge-own';
	return reviews ? undefined : 'not-allowed';
}

/** Whether an entry is of another department than the one that this person speaks for. */
export function isForeign(department: string | null, person: KnowledgePerson): boolean {
	return person.department !== null && department !== person.department;
}

/** What somebody may do with a version now. */
export function knowledgeActs(
	row: Pick<KnowledgeRow, 'state' | 'written_by' | 'department'>,
	person: KnowledgePerson
): KnowledgeAct[] {
	return KNOWLEDGE_ACTS.filter((act) => knowledgeBar(row, act, person) === undefined);
}
