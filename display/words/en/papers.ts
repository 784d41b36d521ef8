import type { papers as chinese } from '../zh-CN/papers.ts';
import { count as counted } from '../plural.ts';

/** Words of the console's sheets for missing papers, refusals and papers received. */
export const papers: typeof chinese = {
	noticeTitle: 'One-time notice: tick what is missing',
	noticeHint: 'Figures tick, Enter issues and prints. Tell everything that is missing at once.',
	keptFor: ({ number }) => `For the papers received with number ${number}`,
	page: ({ page, of }) => `Page ${page} of ${of} (← →)`,
	onList: 'on the list',
	optional: 'if any',
	came: 'came last time',
	told: 'told last time',
	fresh: 'not told last time',
	other: 'Not on the list',
	otherKey: 'Another paper',
	otherText: 'What is needed',
	otherBasis: 'Legal basis (law and article)',
	otherHint: 'What the list does not have needs its law. Enter adds it.',
	add: 'Add to the list',
	dueKey: 'Due day',
	due: 'Bring it by',
	codeKey: 'Earlier code',
	codeField: "The 12 digits of the visitor's notice",
	codeUnknown: 'No notice has this code; compare it with the paper',
	codeOther: 'That notice is of another service',
	look: 'Look up',
	issue: 'Issue the notice',
	issueAgain: 'Print again what is still missing',
	allCame: 'Everything has come',
	earlier: {
		return: ({ day, window, staff }) =>
			`Back with a notice of ${day}, ${window} (staff ${staff}). Ticked is what is still missing: untick what has come.`,
		visitor: ({ day, window, staff }) =>
			`The same visitor was told in this matter on ${day} at ${window} (staff ${staff}).`,
		code: ({ day, window, staff }) => `This notice was given on ${day} at ${window} (staff ${staff}).`
	},
	empty: 'Nothing is ticked yet',
	secondTitle: 'Why there is a second notice',
	secondHint:
		'Asking for something new in the same matter needs a reason in words; it goes to the supervisor and the figures.',
	reason: { 'rules-changed': 'The rules have changed', 'new-facts': 'New facts', 'our-mistake': 'Our mistake' },
	reasonWords: 'In words',
	refuseTitle: 'Refusal: choose the reasons',
	refuseHint: 'Figures choose, Enter issues and prints. The notice tells reasons, law and what can be done.',
	ground: 'Another reason',
	groundText: 'Reason',
	refuse: 'Issue the refusal notice',
	negativeKey: 'Another "cannot be done" instead',
	negativeTitle: 'Negative answer: reason, basis, way onward',
	negativeHint:
		'Every such answer is kept on record and shows a way onward; within the hall the number stays the same.',
	what: 'What cannot be done, and why',
	negativeBasis: 'Basis (rule, list or fact)',
	way: { unsolved: 'Unsolved matters', window: 'Another window', office: 'Another office' },
	toWindow: 'Which window',
	toOffice: 'Name and address of the office',
	negative: 'Issue the answer',
	back: 'Back',
	keptTitle: 'Papers received, nothing told yet',
	keptHint:
		'The papers are here and the visitor has neither a notice nor an acceptance. After the last day they count as accepted from the day of receipt.',
	kept: ({ day, due }) => `received ${day}, to be told by ${due}`,
	keptSoon: 'due today',
	keptGone: 'the visitor has left',
	keptNotice: 'One-time notice',
	keptAccept: 'Nothing is missing: accept',
	keptBack: 'Papers given back',
	keptBackWhy: 'Why they were given back',
	received: ({ due }) => `Papers received; tell or accept by ${due}`,
	receivedOver: 'Papers received have been dealt with',
	will: {
		own: 'Asked in person: it is the own wish',
		'not-own': 'Asked in person: it is not the own wish',
		elder: 'The visitor is an elder (60 or over), not asked yet'
	},
	willMeans: {
		own: 'Kept with staff number and time; it may be accepted',
		'not-own': 'It cannot be accepted; give a refusal notice',
		elder: 'Nothing can be accepted before the elder was asked'
	},
	willState: {
		none: ({ key }) => `Elders are asked in person for their own wish (${key})`,
		ask: ({ key }) => `Ask in person for the own wish first, and mark it with ${key}`,
		own: 'Asked in person: the own wish',
		'not-own': 'Asked in person: not the own wish; cannot be accepted'
	},
	backWith: ({ count }) =>
		count === 0
			? 'Back with a notice, everything has come'
			: `Back with a notice, ${counted(count, 'paper', 'papers')} missing (Q)`,
	toldNow: ({ title, number, code }) => `${title} given to ${number}; code ${code}`,
	toldUnprinted: 'It was not printed: write the code down for the visitor, or have it printed at the desk',
	toldBefore: ({ day }) => `Told once in this matter on ${day}`
};
