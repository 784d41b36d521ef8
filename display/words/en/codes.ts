import type { Words } from '../zh-CN/index.ts';

export const codes: Words['codes'] = {
	scanned: 'Scanned',
	unknown: 'This code is not one of this hall; nothing has changed.',
	sheet: 'Please close the open sheet first, then scan again.',
	case: 'This is the code of a complaint, message or question.',
	seeCase: 'See how it stands (new page)',
	item: 'This is the code of a guide.',
	seeItem: 'See the guide (new page)',
	appointment: 'This is the code of an appointment: it is checked in at a kiosk or the guide desk.',
	back: ({ number }) =>
		`Back with what was missing: number ${number}, with the place of the first visit. No slip was printed; please tell the visitor.`,
	here: 'This is the visitor before you.',
	ahead: ({ count }) => `${String(count)} ahead`,
	close: 'Close'
};
