import type { Words } from '../zh-CN/index.ts';

export const pages: Words['pages'] = {
	visitors: 'For visitors',
	screens: 'Screens',
	staff: 'For staff',
	kiosk: 'Ticket kiosk',
	kioskWhat: 'Choose the zone, choose the service, take a number',
	book: 'Book a time',
	bookWhat: 'Book a time on the phone, then check in at the hall',
	signInWhat: 'With staff number and password, to a window',
	consoleWhat: 'Call, serve, hold, transfer; after signing in',
	deskWhat: 'Find a number, bring it back, transfer, confirm priority, take one; for guides after signing in',
	superviseWhat: 'Windows, release, end and balance of the day, history of a number; for supervisors',
	rate: 'Rating screens, on the tablet at a window',
	papersWhat: 'Two people enter each paper form; for a guide or supervisor who has signed in',
	start: 'All pages',
	wrong: {
		missing: 'There is no such page',
		forbidden: 'Please sign in first',
		broken: 'This page cannot be shown now'
	},
	wrongHelp: {
		missing: 'Check the address, or start from the list of pages.',
		forbidden: 'This page is for members of staff who may use it. Sign in with your own staff number.',
		broken: 'Try again in a moment; if it stays so, call the administrator. Visitors please ask at the guide desk.'
	}
};
