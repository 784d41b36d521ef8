import type { Words } from '../zh-CN/index.ts';

export const talk: Words['talk'] = {
	fitting: 'Fits this moment',
	nobody: 'When a visitor is here, a fitting phrase stands here. Press H for all of them.',
	search: 'Type a situation, or words of a phrase',
	another: 'Another one',
	toScreen: 'To the text screen',
	sent: 'It stands on the screen that faces the visitor',
	which: ({ n, of }) => `${n} of ${of}`,
	ownDay: (marks) => `greeted ${marks.welcomed} · ${marks.answered} · ${marks['seen-off']}`,
	kindOf: 'Kind',
	kind: { opinion: 'Opinion', criticism: 'Criticism', praise: 'Praise', complaint: 'Complaint' },
	words: "The visitor's own words",
	contactHint: 'Name and telephone are given freely, kept encrypted, used for the answer only. One may stay anonymous.',
	name: 'Name (optional)',
	phone: 'Telephone (optional)',
	keep: 'Record it',
	takenAs: ({ kind, id }) => `Recorded: ${kind}, number ${id}`,
	tell: ({ id, day }) =>
		`Please tell the visitor: answered by ${day} at the latest; the guide desk knows how it stands by number ${id}.`,
	tellCode: ({ code, day }) =>
		`Please tell the visitor: answered by ${day} at the latest; code ${code}, on the receipt too, shows how it stands on a phone, at a kiosk or at the guide desk.`,
	opinions: {
		title: 'Opinions, criticism, praise',
		hint: "The visitors' own words, hidden from the staff concerned. Contacts are masked.",
		none: 'Nothing was said on these days.',
		due: ({ day }) => `answer by ${day}`,
		open: 'See the contact, to answer (recorded)',
		anonymous: 'anonymous',
		withCase: 'contact, if any, is kept with the complaint',
		ofHall: 'the hall',
		takenBy: ({ staff }) => `recorded by ${staff}`
	}
};
