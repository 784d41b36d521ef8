import { WORKERS, type CaseAct, type CaseKind, type CaseStage, type Standing } from './kind.ts';

/** So many further working days can be set, once, where what is wrong is too complex: with a date, and explained. */
const MOST_MORE = 30;
/** So often one is not reached before it may be left at that. */
const TRIES = 2;

const BY: readonly Standing[] = ['owner', 'overseer'];

const NOTE: CaseAct = { to: null, by: BY, text: 'needed' };

/** The visitor is told what was found and done; who cannot be reached was tried for. */
function callingBack(outcome: string): CaseStage {
	return {
		due: 'kept',
		acts: {
			'called-back': { to: null, by: BY, text: 'needed', closes: outcome },
			'not-reached': NOTE,
			unreached: { to: null, by: BY, text: 'needed', closes: outcome, after: { act: 'not-reached', times: TRIES } },
			note: NOTE
		}
	};
}

/** What a finding leads to: a named visitor is called back, and with nobody to call it is the end. */
function ending(named: boolean, stage: string, outcome: string): Pick<CaseAct, 'to' | 'closes'> {
	return named ? { to: stage } : { to: null, closes: outcome };
}

/** To be put right by the day that the stage has kept. */
function rectifying(named: boolean, stage: string, outcome: string): CaseStage {
	return {
		due: 'kept',
		acts: { rectified: { ...ending(named, stage, outcome), by: BY, text: 'needed', read: true }, note: NOTE }
	};
}

/**
 * Looked into, and found to be one of four 分类处理: justified, put right at once; complex, explained, with a date;
 * without a legal ground, explained; mistaken or malicious, which another person reviews.
 */
function looking(named: boolean): CaseStage {
	return {
		due: 'given',
		acts: {
			justified: { to: 'rectifying', by: BY, text: 'needed' },
			complex: { to: 'planned', by: BY, text: 'needed', read: true, extends: { most: MOST_MORE, unit: 'workdays' } },
			'no-ground': { ...ending(named, 'calling-back-no-ground', 'no-ground'), by: BY, text: 'needed', read: true },
			mistaken: { to: 'review', by: BY, text: 'needed' },
			note: NOTE
		}
	};
}

/** 国办发〔2019〕51号: the contact of a named one comes first, within one working day (安阳 art. 52). */
const CONTACT: CaseStage = {
	due: { term: { workdays: 1 }, from: 'case' },
	acts: {
		contacted: { to: 'looking', by: BY, text: 'needed' },
		'not-reached': NOTE,
		unreached: { to: 'looking', by: BY, text: 'needed', after: { act: 'not-reached', times: TRIES } },
		note: NOTE
	}
};

/**
 * By a person who neither handles it nor claimed that it is mistaken, and whom it does not concern. Where there is no such
 * person, what was claimed is taken back and the rating found to be something else.
 */
const REVIEW: CaseStage = {
	due: 'given',
	acts: {
		uphold: { to: null, by: ['judge'], text: 'needed', closes: 'mistaken' },
		overturn: { to: 'looking', by: ['judge'], text: 'needed' },
		'take-back': { to: 'looking', by: BY, text: 'needed' },
		note: NOTE
	}
};

function ratingKind(code: string, named: boolean): CaseKind {
	const common = {
		looking: looking(named),
		review: REVIEW,
		rectifying: rectifying(named, 'calling-back', 'justified'),
		planned: rectifying(named, 'calling-back-planned', 'complex')
	};
	const withVisitor = {
		contact: CONTACT,
		'calling-back': callingBack('justified'),
		'calling-back-planned': callingBack('complex'),
		'calling-back-no-ground': callingBack('no-ground')
	};
	return {
		...{ code, prefix: 'P', first: named ? 'contact' : 'looking' },
		...{ impartial: true, coded: false, roles: WORKERS, freezes: true, explainsDelay: false },
		stages: named ? { ...withVisitor, ...common } : common
	};
}

/** A bad rating 差评 whose visitor left a telephone: contacted, looked into, put right, called back. */
export const RATING = ratingKind('rating', true);

/** A bad rating of somebody who left none: looked into and put right all the same. */
export const RATING_UNNAMED = ratingKind('rating-unnamed', false);
