/** How complaints are counted for the management: nobody is named. */
import type { CaseRow } from '#db/schema.ts';

export interface Counted extends Pick<CaseRow, 'state' | 'outcome' | 'late'> {
	/** of the acts that are counted, those that were done */
	acts: ReadonlySet<string>;
}

export interface Counts {
	taken: number;
	open: number;
	/** share of those in which no limit was passed; null without any */
	inTime: number | null;
	reopened: number;
	/** share of those closed in which the visitor said so; null without any */
	satisfied: number | null;
	justified: number;
	joined: number;
}

const REOPENED = ['not-satisfied', 'called-not-satisfied'];
const JUSTIFIED = ['answer-justified', 'solved'];

/** Sums of a group. One that was joined to another counts as joined only. */
export function countAll(all: readonly Counted[]): Counts {
	const own = all.filter(({ outcome }) => outcome !== 'joined');
	const closed = own.filter(({ state }) => state === 'closed');
	const did = (acts: readonly string[]): number => own.filter((one) => acts.some((act) => one.acts.has(act))).length;
	return {
		taken: own.length,
		open: own.length - closed.length,
		inTime: share(own.filter(({ late }) => late === 0).length, own.length),
		reopened: did(REOPENED),
		satisfied: share(closed.filter(({ outcome }) => outcome === 'satisfied').length, closed.length),
		justified: did(JUSTIFIED),
		joined: all.length - own.length
	};
}

function share(some: number, all: number): number | null {
	return all === 0 ? null : some / all;
}
