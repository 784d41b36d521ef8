import type { Words } from './zh-CN/index.ts';

type Refusals = Words['refusals'];
type Kinds = Words['cases']['kinds'];

/** The kinds of cases that a visitor follows by a code. */
export type FollowedKind = 'complaint' | 'unsolved' | 'petition' | 'praise' | 'question' | 'message';

/**
 * What every language says in full: all that a visitor reads or hears at a kiosk, on a phone, at the tablet of a window, and
 * from the loudspeaker. What only staff read, and what stands on paper, on screens and on boards, is in `STAFF_LANGS`.
 */
export interface VisitorWords extends Pick<
	Words,
	| 'arrival'
	| 'booking'
	| 'common'
	| 'ease'
	| 'find'
	| 'identity'
	| 'keyboard'
	| 'kiosk'
	| 'marks'
	| 'notice'
	| 'offline'
	| 'phone'
	| 'rating'
	| 'say'
	| 'speech'
	| 'voice'
> {
	cases: { kinds: Record<FollowedKind, Kinds[string]> };
	follow: Omit<Words['follow'], 'slip'>;
	help: Omit<Words['help'], 'atDesk' | 'line' | 'go' | 'there' | 'by' | 'number' | 'silent'>;
	ledger: Omit<Words['ledger'], 'none' | 'whole' | 'older' | 'signed' | 'replayed' | 'broken' | 'faults'>;
	matters: Omit<Words['matters'], 'slip'>;
	questions: {
		faq: Words['questions']['faq'];
		referral: Pick<Words['questions']['referral'], 'title' | 'about' | 'fields' | 'page' | 'byStaff' | 'callIt'>;
	};
	refusals: { [Code in keyof Refusals]: Pick<Refusals[Code], 'visitor'> };
	services: Pick<Words['services'], 'title' | 'state' | 'places' | 'waiting'>;
}

function isGroup(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function over(base: unknown, said: unknown): unknown {
	if (!isGroup(base) || !isGroup(said)) return said ?? base;
	const names = Object.keys({ ...base, ...said });
	return Object.fromEntries(names.map((name) => [name, over(base[name], said[name])]));
}

/** The whole catalogue of a language that has the words of visitors: those of the staff are English. */
export function withStaff(said: VisitorWords, staff: Words): Words {
	// What `said` has, it has in the shape of Words; the rest is Words itself.
	return over(staff, said) as Words;
}
