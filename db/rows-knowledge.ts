/** Rows of the knowledge base. */
import type { KnowledgeKind, KnowledgeState } from './words-knowledge.ts';

/** One version of an entry. An entry is the ledger number of the act that made its first version. */
export interface KnowledgeRow {
	hall: number;
	entry: number;
	/** 1, 2, 3 … */
	version: number;
	kind: KnowledgeKind;
	state: KnowledgeState;
	title_zh: string;
	title_en: string;
	body_zh: string;
	body_en: string;
	/** what else it is called: JSON list of texts */
	keywords: string;
	/** code of the department that it is of; null for the hall's own */
	department: string | null;
	/** 授权, 0 or 1: whether the desk may answer with it */
	authorised: number;
	/** whom to ask instead; empty where the department says it */
	ask_zh: string;
	ask_en: string;
	/** codes of the items that it is used with: JSON list */
	items: string;
	/** 统一口径, 0 or 1: the answer that was agreed for a difficult question, offered before others */
	agreed: number;
	/** 0 or 1: stands on the public page of questions */
	public: number;
	/** the last day on which it holds; null without an end */
	valid_until: string | null;
	/** staff number, or name of the program */
	written_by: string;
	written_at: number;
	submitted_at: number | null;
	/** never who wrote it */
	reviewed_by: string | null;
	reviewed_at: number | null;
	/** why it was sent back or taken back, in the reviewer's words */
	remark: string;
	changed_at: number;
	/** the client's id of its wish: the same intent is the same version */
	intent: string;
}

/** How often something was asked on a day, and whether anything was found. No person stands in it. */
export interface KnowledgeAskedRow {
	hall: number;
	day: string;
	/** in the form in which texts are compared */
	words: string;
	/** 0 or 1 */
	found: number;
	times: number;
}
