/** The stored words of the knowledge base. */

/** What an entry tells. */
export const KNOWLEDGE_KINDS = [
	'department',
	'window',
	'telephone',
	'address',
	'way',
	'hours',
	'guide',
	'fee',
	'policy',
	'question'
] as const;
export type KnowledgeKind = (typeof KNOWLEDGE_KINDS)[number];

/**
 * A version of an entry: being written; looked at by another person; in force; in force until a day that is past; a later
 * one stands in its place; taken back; thrown away before it was ever in force.
 */
export const KNOWLEDGE_STATES = [
	'draft',
	'review',
	'published',
	'expired',
	'replaced',
	'retired',
	'discarded'
] as const;
export type KnowledgeState = (typeof KNOWLEDGE_STATES)[number];
