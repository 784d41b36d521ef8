import { WORKERS, type CaseAct, type CaseKind, type CaseStage, type Standing } from './kind.ts';

/** P-05: who is not reached is tried for at least so often in all, before it may be left at that. */
const TRIES = 3;

/** Whoever answers: who owns it, the liaison of its department, who watches over the hall. */
const ANSWERS: readonly Standing[] = ['owner', 'department', 'overseer'];
/** A message may be answered by whoever of the desk has it before him. */
const ANYBODY: readonly Standing[] = [...ANSWERS, 'first', 'colleague'];
/** Whoever tells the visitor: who was asked first, or whoever of the staff meets the visitor. */
const TELLS: readonly Standing[] = ['owner', 'first', 'colleague', 'overseer'];

const NOTE: CaseAct = { to: null, by: TELLS, text: 'needed' };
const WITHDRAW: CaseAct = {
	to: null,
	by: ['visitor', 'owner', 'first', 'overseer'],
	text: 'free',
	closes: 'withdrawn'
};
/** The visitor adds a word. */
const ADD: CaseAct = { to: null, by: ['visitor'], text: 'needed' };

/** What is answered goes back to who was asked first 首问, and who wants to be called is called. */
function answering(by: readonly Standing[]): CaseStage['acts'] {
	const said = { by, returns: true, text: 'needed', read: true } as const;
	return {
		answer: { to: 'calling', uncalled: 'answered', ...said },
		// G-03: nobody is sent away without a place, and how to get there (server/questions/refer.ts).
		'cannot-answer': {
			...{ to: 'calling-referred', uncalled: 'referred', ...said },
			after: { act: 'referral', times: 1 }
		},
		note: NOTE,
		add: ADD,
		withdraw: WITHDRAW
	};
}

/** What a visitor who has an answer does with it. */
function opinion(outcome: string): CaseStage['acts'] {
	return {
		satisfied: { to: null, by: ['visitor'], text: 'free', closes: outcome },
		'not-satisfied': { to: 'asked', by: ['visitor'], text: 'needed', reopens: true }
	};
}

/** It stands on the visitor's page; who has said nothing more in this time has been answered. */
function shown(outcome: string): CaseStage {
	return {
		due: { term: { workdays: 10 }, from: 'stage' },
		lapses: 'shown',
		acts: {
			'tell-in-person': { to: null, by: TELLS, text: 'free', closes: outcome, tells: 'in-person' },
			shown: { to: null, by: ['system'], closes: outcome, tells: 'page' },
			...opinion(outcome),
			note: NOTE
		}
	};
}

/** Called back, and tried for again and again; the answer may be told face to face as well. */
function calling(outcome: string, due: CaseStage['due']): CaseStage {
	return {
		due,
		acts: {
			'called-back': { to: null, by: TELLS, text: 'free', closes: outcome, tells: 'call' },
			'not-reached': { to: null, by: TELLS, text: 'free' },
			unreached: {
				...{ to: null, by: TELLS, text: 'free', closes: 'unreachable' },
				after: { act: 'not-reached', times: TRIES }
			},
			'tell-in-person': { to: null, by: TELLS, text: 'free', closes: outcome, tells: 'in-person' },
			...opinion(outcome),
			note: NOTE
		}
	};
}

interface Asking {
	code: AskedKind;
	prefix: string;
	/** by when who is to be called is called */
	callBy: CaseStage['due'];
	answers: readonly Standing[];
}

function askingKind({ code, prefix, callBy, answers }: Asking): CaseKind {
	const open = answering(answers);
	return {
		...{ code, prefix, first: 'asked' },
		...{ impartial: false, coded: true, roles: WORKERS, freezes: false, explainsDelay: false },
		...{ liaison: true, seenBy: ['desk:work'] },
		stages: {
			asked: {
				due: { term: { workdays: 3 }, from: 'case' },
				acts: {
					...open,
					'ask-back': { to: 'asking-back', by: answers, text: 'needed', read: true },
					// It goes to whose it is (server/questions/send.ts).
					'not-ours': { to: null, by: ANSWERS, text: 'free', returns: true }
				}
			},
			'asking-back': {
				due: 'kept',
				acts: { clarified: { to: 'asked', by: ['visitor', ...TELLS], text: 'needed' }, ...open }
			},
			answered: shown('answered'),
			calling: calling('answered', callBy),
			referred: shown('referred'),
			'calling-referred': calling('referred', callBy)
		}
	};
}

/** A question that nobody could answer at once 查无信息补充流程: to the liaison of its department, and back to the asker. */
export const QUESTION = askingKind({
	...{ code: 'question', prefix: 'WT', answers: ANSWERS },
	callBy: { term: { workdays: 1 }, from: 'stage' }
});

/** A message 留言: answered within the days that were told, the call included (P-05, K-10). */
export const MESSAGE = askingKind({ code: 'message', prefix: 'LY', answers: ANYBODY, callBy: 'kept' });

export type AskedKind = 'question' | 'message';

/** The codes of both. */
export const ASKED_KINDS: readonly string[] = ['question', 'message'] satisfies AskedKind[];
