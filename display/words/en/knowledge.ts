import type { Words } from '../zh-CN/index.ts';

export const knowledge: Words['knowledge'] = {
	title: 'Knowledge',
	search: 'What to find: Chinese, pinyin, first letters or English',
	nothing: 'Nothing was found. Try other words, or write a new entry.',
	begin: 'Type what you look for; Enter opens the first.',
	work: 'Being written and reviewed',
	noWork: 'Nothing is being written or reviewed',
	results: 'Found',
	kinds: {
		department: 'Department',
		window: 'Window',
		telephone: 'Telephone',
		address: 'Address',
		way: 'Way',
		hours: 'Hours',
		guide: 'Guide',
		fee: 'Fee',
		policy: 'Policy',
		question: 'Question',
		item: 'Item',
		zone: 'Zone',
		desk: 'Desk'
	},
	states: {
		draft: 'Draft',
		review: 'In review',
		published: 'Published',
		expired: 'Expired',
		replaced: 'Replaced',
		retired: 'Retired',
		discarded: 'Discarded'
	},
	authorised: 'May be answered here',
	unauthorised: 'Not to be answered here',
	askThem: ({ whom }) => `Ask: ${whom}`,
	hidden: 'Its department answers this; it is not shown here.',
	usedIn: 'Used with',
	validUntil: ({ day }) => `holds until ${day}`,
	versions: 'Versions',
	version: ({ version }) => `Version ${String(version)}`,
	writtenBy: ({ staff }) => `written by ${staff}`,
	reviewedBy: ({ staff }) => `reviewed by ${staff}`,
	remark: ({ remark }) => `Remark: ${remark}`,
	acts: {
		rewrite: 'Edit',
		submit: 'Submit for review',
		approve: 'Approve and publish',
		return: 'Send back',
		discard: 'Discard',
		retire: 'Retire'
	},
	reason: 'Reason',
	new: 'New entry',
	renew: 'New version',
	save: 'Save draft',
	saveAndSubmit: 'Save and submit',
	fields: {
		kind: 'Kind',
		titleZh: 'Title (Chinese)',
		titleEn: 'Title (English)',
		bodyZh: 'Text (Chinese)',
		bodyEn: 'Text (English)',
		keywords: 'What else it is called, with commas between',
		department: 'Department',
		authorised: 'The desk may answer with it',
		askZh: 'Whom to ask instead (empty: the department)',
		askEn: 'The same in English',
		items: 'Used with which items',
		validUntil: 'Holds until (empty: without end)'
	},
	wholeHall: 'The whole hall',
	addItem: 'Add an item',
	takeOff: ({ name }) => `Take off ${name}`,
	told: {
		saved: 'Saved as a draft',
		submitted: 'Submitted; another person reviews it',
		done: 'Done'
	},
	unconfirmed: 'No answer came: it is not known whether it was done. Look before you act again.',
	keyNames: {
		search: 'Search',
		move: 'Previous, next',
		open: 'Open',
		new: 'New entry',
		acts: 'Edit, submit, approve, send back, discard, retire'
	}
};
