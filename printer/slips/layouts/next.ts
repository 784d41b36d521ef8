import type { Layout } from '../layout.ts';

/** Where to go next: the window is the news and the largest, the number is known and stays smaller than on its own slip. */
export const NEXT: Layout = [
	{ block: 'logo', align: 'center' },
	{ block: 'hall', bold: true, align: 'center' },
	{ block: 'reprint', size: 2, bold: true, align: 'center' },
	{ block: 'go-to', size: 2, align: 'center' },
	{ block: 'windows', size: 3, bold: true, align: 'center' },
	{ block: 'place', size: 2, align: 'center' },
	{ block: 'rule' },
	{ block: 'number-caption', align: 'center' },
	{ block: 'number', size: 4, bold: true, align: 'center' },
	{ block: 'same-number', align: 'center' },
	{ block: 'rule' },
	{ block: 'item' },
	{ block: 'feed' },
	{ block: 'qr' },
	{ block: 'feed' },
	{ block: 'scan', align: 'center' },
	{ block: 'at', align: 'center' },
	{ block: 'note', align: 'center' }
];
