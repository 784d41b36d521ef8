/** What pages draw of the knowledge base. */
import type { KnowledgeKind, KnowledgeState } from '#db/schema.ts';
import type { KnowledgeAct } from '../rules/knowledge.ts';
import type { Text } from '../views.ts';

/** A kind of entry, or a thing of the hall file. */
export type KnowledgeSort = KnowledgeKind | 'item' | 'zone' | 'desk';

/** One of the things that were found. */
export interface KnowledgeHit {
	/** `entry:318`, `item:card-new`, `department:hrss`, `zone:police`, `window:12`, `desk:main` */
	key: string;
	kind: KnowledgeSort;
	title: Text;
	/** the beginning of what it says; empty where the desk may not answer with it */
	extract: Text;
	department: Text | null;
	/** 授权 */
	authorised: boolean;
	/** whom to ask instead; null where the desk may answer */
	ask: Text | null;
	/** its last day is past */
	expired: boolean;
	/** 统一口径: agreed for a difficult question */
	agreed: boolean;
}

export interface KnowledgeFound {
	question: string;
	hits: KnowledgeHit[];
}

/** One thing, opened. */
export interface KnowledgeEntryView extends Omit<KnowledgeHit, 'extract'> {
	/** null where the desk may not answer with it */
	body: Text | null;
	items: { code: string; name: Text }[];
	validUntil: string | null;
	/** for who writes; newest first */
	versions: KnowledgeVersionView[];
	/** whether a new version may be begun */
	renews: boolean;
	/** numbers of the questions that it answers; none for who may not see cases */
	answers: { id: number; number: string }[];
}

/** What stands in a version. */
export interface KnowledgeVersionView {
	entry: number;
	version: number;
	state: KnowledgeState;
	kind: KnowledgeKind;
	title: Text;
	body: Text;
	keywords: string[];
	/** code */
	department: string | null;
	authorised: boolean;
	ask: Text;
	/** codes */
	items: string[];
	agreed: boolean;
	/** stands, or is to stand, on the public page of questions */
	public: boolean;
	validUntil: string | null;
	writtenBy: string;
	writtenAt: number;
	submittedAt: number | null;
	reviewedBy: string | null;
	reviewedAt: number | null;
	/** why it was sent back or taken back */
	remark: string;
	/** what this reader may do with it now */
	acts: KnowledgeAct[];
}

/** What the page of the knowledge base needs beside what is searched. */
export interface KnowledgeDesk {
	hall: Text;
	staff: { no: string };
	timeZone: string;
	writes: boolean;
	/** being written or looked at, longest untouched first; none for who does not write */
	open: KnowledgeVersionView[];
	/** to choose from */
	departments: { code: string; name: Text }[];
	items: { code: string; name: Text }[];
}
