import type { Words } from '../zh-CN/index.ts';

export const loans: Words['loans'] = {
	lendTo: ({ number }) => `For ${number}: press the figure of the thing`,
	lendTag: 'No number is chosen: press the figure of the thing, then write the tag',
	lend: 'Lend',
	left: ({ left, count }) => `${left} of ${count} here`,
	nothing: 'This desk lends nothing',
	tag: 'Tag kept as a deposit',
	phone: 'Telephone (may be left out; sealed, deleted some days after the return)',
	takeBack: 'Take back',
	whichBack: 'Which one comes back?',
	noneOut: 'Nothing is lent',
	until: ({ time }) => `due by ${time}`,
	overdue: 'overdue',
	way: { returned: 'As it went', damaged: 'Damaged', lost: 'Lost' },
	count: 'Stocktake',
	countWhat: 'Which is counted?',
	here: 'How many are at the desk now (lent ones not counted)',
	over: ({ name, until }) => `${name} could be used until ${until}; replace it`,
	ending: ({ name, until }) => `${name} may be used until ${until}`,
	done: {
		lent: ({ good, whom }) => `${good} lent to ${whom}`,
		returned: ({ good, whom }) => `${good} (${whom}) is back`,
		damaged: ({ good, whom }) => `${good} (${whom}) is back, damaged`,
		lost: ({ good, whom }) => `${good} (${whom}) is lost`,
		counted: ({ good, whom }) => `${good} counted: ${whom}`
	}
};
