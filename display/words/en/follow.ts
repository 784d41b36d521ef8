import type { Words } from '../zh-CN/index.ts';

export const follow: Words['follow'] = {
	slip: {
		title: ({ kind }) => `Receipt: ${kind}`,
		reprint: 'Reprint',
		number: 'Number',
		opened: 'Taken at',
		staff: 'Staff number',
		due: ({ day }) => `Answered by ${day}`,
		contact: {
			page: 'The answer can be read with the code; no other word is sent',
			call: 'You are told by the telephone number that you left',
			none: 'The answer can be read with the code'
		},
		code: 'Code',
		scan: 'Scan to see how far it is and what was answered',
		kiosk: 'or type the code at a kiosk',
		desk: 'or ask at the guide desk',
		phone: ({ phone }) => `Telephone: ${phone}`,
		keep: 'Whoever has the code can read it: keep it safe'
	}
};
