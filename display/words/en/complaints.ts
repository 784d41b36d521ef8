/** Words of complaints: the page, the desk sheet, the listening script. */
import type { Words } from '../zh-CN/index.ts';

export const complaints: Words['complaints'] = {
	title: 'Complaints',
	short: 'Complaints',
	kinds: { complaint: 'Complaint', unsolved: 'Could not be done', petition: 'Matter of petition' },
	lists: { open: 'Open', mine: 'Mine', overdue: 'Overdue', closed: 'Closed', all: 'All' },
	classes: {
		conduct: 'Conduct',
		'wrong-information': 'Wrong information',
		slowness: 'Slowness',
		rules: 'Rules',
		misunderstanding: 'Misunderstanding',
		facility: 'Facilities',
		accessibility: 'Accessibility',
		'second-notice': 'Told piecemeal',
		media: 'Media',
		other: 'Other'
	},
	against: { staff: 'Staff', hall: 'The hall', department: 'A department' },
	routes: { hall: 'Head of the hall', department: 'Supervision office' },
	origins: { desk: 'Desk', window: 'Window', telephone: 'Telephone', kiosk: 'Kiosk', page: 'Page' },
	causes: {
		papers: 'Papers cannot be had',
		'rules-unclear': 'Rules are unclear',
		'rules-differ': 'Rules contradict each other',
		'between-offices': 'Between departments',
		system: 'A system',
		history: 'An old matter',
		'not-told': 'Not explained, not in the knowledge base',
		other: 'Other'
	},
	because: {
		ticket: 'same number',
		phone: 'same telephone',
		staff: 'same person, like words',
		department: 'same department, like words'
	},
	filter: 'Filter',
	allClasses: 'All classes',
	allRoutes: 'All offices',
	allKinds: 'All kinds',
	none: 'Nothing fits these filters',
	more: 'Earlier ones',
	first: 'Back to the newest',
	choose: 'Choose one on the left, Enter opens it',
	class: 'Class',
	about: 'Against',
	servedBy: 'Staff number',
	route: 'Looked into by',
	origin: 'Came by',
	takenBy: ({ who }) => `taken by ${who}`,
	cause: 'Cause',
	negative: 'Negative answer before',
	from: 'From the complaint',
	became: 'Became the matter of petition',
	sort: 'Sort anew',
	sortHint: 'The class decides who looks into it; where that is another office, it is handed over and must be accepted',
	setCause: 'Note the cause',
	toPetition: 'Turn into a matter of petition',
	petitionHint:
		'A matter of petition is opened on its own calendar, and this one ends so. The visitor reads this text.',
	export: 'Take the file out',
	exported: ({ hash }) => `The file has been taken out, digest ${hash}`,
	scriptTitle: 'How to say it',
	script: {
		taken: [
			'Hear it out; neither interrupt nor argue; look at the visitor and write along.',
			'Say that you are sorry for the trouble, and thank for its being raised.',
			'Say it again in your own words and ask whether it is meant so.',
			'Ask when, where, who and what; name and telephone are voluntary.',
			'Put right at once what can be; where it is our fault, say so plainly.',
			'Say who looks into it, until when, and how to ask; hand over the slip.'
		],
		looking: [
			'Look at the frozen evidence: calls, service, greetings, notices, ledger.',
			'Hear those involved and those who were there one by one; ask for facts only.',
			'Whom it is about takes no part; stand aside where it is about yourself.'
		],
		complex: ['Before the day, tell how far it is, how long it takes, and why.'],
		'calling-back': [
			'Ask first whether it suits, then name the hall and your staff number.',
			'Say what was found and what has changed; where it was not so, say why, without blame.',
			'Ask whether that is satisfying; if not, note why, and begin again.',
			'Thank the visitor.'
		],
		told: ['The visitor reads the answer by the code; who calls or comes need not tell it all again.'],
		reopened: [
			'Listen anew: what did the last answer leave open?',
			'Do not repeat it; ask the next higher person to listen too where that helps.',
			'If it is still not enough, another head gives the final answer and names the further ways.'
		],
		registered: [
			'Who is asked first keeps it: nobody is sent around again.',
			'Name owner and date at once; where it is unclear, the centre names them.',
			'Give a first word today: who has it, and what comes next.'
		],
		working: ['If there is no result the day before, tell why, and the new day.'],
		joint: ['Call the departments together; write down who does what until when.']
	},
	ways: {
		'outside-court': 'This is for a court or an arbitration body that is competent; legal aid answers at 12348.',
		'outside-petition':
			'This is a matter of petition: the national platform, the petition office or a letter; we can also register it now and send it on.',
		'outside-dispute':
			'This is a private dispute: it can be settled by agreement, people’s mediation or a court; 12348 gives advice.',
		'outside-decided': 'This has been decided for good. The decision names the ways against it and until when.',
		'outside-secret': 'This touches information that is not public. Please ask the deciding office in writing.',
		'outside-elsewhere': 'Another office does this; please turn to (office, address, telephone):'
	},
	sheet: {
		title: 'Take a complaint',
		kind: 'Kind',
		text: 'In the visitor’s own words',
		urgent: 'Urgent, at once',
		number: 'Number (may be left empty)',
		notFound: 'Nobody has this number today',
		about: 'Against whom',
		staff: 'Staff number, if known',
		department: 'Department',
		window: 'Window',
		unknown: 'not known',
		name: 'Name (voluntary)',
		phone: 'Telephone (voluntary)',
		contact: 'How to answer',
		contacts: { page: 'on the page, by the code', call: 'by telephone', none: 'no answer wished' },
		private:
			'Name and telephone are sealed, serve the answer to this only, and are deleted in time. Without them it is looked into all the same.',
		resultDay: 'Result by',
		today: 'today',
		tell: {
			complaint: ({ first, answer }) =>
				`Tell the visitor: a first word by ${first}, an answer by ${answer}; by the code on the slip one can ask on the page, at the desk or by telephone.`,
			unsolved: ({ first, answer }) =>
				`Tell the visitor: a first word on ${first}, a result by ${answer}; by the code on the slip one can ask on the page, at the desk or by telephone.`,
			petition: ({ first }) =>
				`Tell the visitor: by ${first} it is told in writing whether it is accepted; by the code on the slip one can ask on the page, at the desk or by telephone.`
		},
		urgentTell: 'Urgent: somebody looks into it within half an hour.',
		told: 'The visitor has been told this',
		same: 'Perhaps said before',
		sameHint:
			'The same matter goes to the open case, and is not worked on twice; another visitor has a code of the own',
		link: 'Add to this one',
		linked: ({ number }) => `Added to ${number}`,
		unlink: 'Take as a new one',
		take: 'Take and print',
		done: ({ number, code }) => `Taken: ${number}, code ${code}; the slip is printed`,
		again: 'Take another'
	},
	digest: {
		title: 'Digest of complaints',
		week: 'By week',
		month: 'By month',
		earlier: 'Earlier',
		later: 'Later',
		print: 'Print',
		list: 'Back to the list',
		note: 'No personal data; for the meeting of the management.'
	},
	keyNames: {
		list: 'choose a list',
		filter: 'filter by class, office, kind',
		digest: 'digest',
		more: 'earlier ones',
		script: 'how to say it'
	},
	detailKeys: { sort: 'sort anew', petition: 'turn into a petition', export: 'take the file out' }
};
