import type { notice as chinese } from '../zh-CN/notice.ts';

/** Words of what is told in writing: on paper and on the page of its code. */
export const notice: typeof chinese = {
	title: { missing: 'What is still missing', refusal: 'Refusal notice', negative: 'Answer in writing' },
	item: 'Service',
	number: 'Number',
	windowStaff: ({ window, staff }) => `${window}, staff ${staff}`,
	at: 'Told at',
	lead: {
		missing: 'Please bring the following. This is the whole list, told once; with it your application is accepted.',
		refusal: 'What you applied for cannot be granted. The reasons and the law are below.',
		negative: 'This window cannot do what you asked. The reason and where to go are below.'
	},
	second: 'This takes the place of the notice before it.',
	paper: ({ kind, copies }) => `${kind} × ${copies}`,
	where: ({ where }) => `Where to get it: ${where}`,
	sample: ({ sample }) => `Sample: ${sample}`,
	basis: ({ basis }) => `Legal basis: ${basis}`,
	came: 'received',
	stillMissing: 'still missing',
	due: ({ day }) => `Please bring it by ${day}`,
	dueLabel: 'Bring it by',
	overdue: 'That day has passed. You can still come back with this notice; please take a number first.',
	comeBack: 'How to come back',
	comeBackHow:
		'With everything at hand, scan the code or type its digits at a kiosk and take a number; the guide desk does it too.',
	sameDay: 'On the same day you keep the place of your first number.',
	laterDay: ({ minutes }) => `On a later day your first number counts as taken ${minutes} minutes earlier.`,
	code: 'Notice code',
	scan: 'Scan for the list; you can take your return number on the phone',
	appeal: 'If you disagree',
	unsolved: ({ windows }) =>
		`You can also go to the window for unsolved matters (${windows}), where somebody looks into it.`,
	way: {
		unsolved: ({ place }) => `Please go to the window for unsolved matters (${place}) with the same number.`,
		window: ({ place }) => `Please go to ${place} with the same number.`,
		office: ({ place }) => `Please go to: ${place}`
	},
	law: 'Administrative Licensing Law, art. 32: everything missing is told once, on the spot or within five days; if it is not, the application counts as accepted from the day it was received.',
	reprint: 'REPRINT',
	take: 'Take a return number',
	taking: 'Taking a number',
	taken: ({ number }) => `Your return number is ${number}`,
	complete: 'Everything has been brought. Please wait for the result from the window.',
	over: 'This matter is over.',
	takenBack: 'The window has taken this notice back. What counts is what you were told there.',
	closedNow: 'No number can be taken now.',
	keep: 'This page shows nothing personal. Keep the code, and give it to nobody.'
};
