import type { Layout } from '../layout.ts';

/** A written acceptance: number, item, day, window and staff number; the promised day large. */
export const ACCEPTANCE: Layout = [
	{ block: 'logo', align: 'center' },
	{ block: 'hall', bold: true, align: 'center' },
	{ block: 'title', size: 2, bold: true, align: 'center' },
	{ block: 'reprint', size: 2, bold: true, align: 'center' },
	{ block: 'rule' },
	{ block: 'number' },
	{ block: 'item' },
	{ block: 'accepted' },
	{ block: 'window' },
	{ block: 'staff' },
	{ block: 'ticket' },
	{ block: 'rule' },
	{ block: 'promised', size: 2, bold: true, align: 'left' },
	{ block: 'legal' },
	{ block: 'delivery' },
	{ block: 'feed' },
	{ block: 'qr' },
	{ block: 'feed' },
	{ block: 'follow', align: 'center' },
	{ block: 'phone', align: 'center' },
	{ block: 'keep', align: 'center' },
	{ block: 'at', align: 'center' },
	{ block: 'note', align: 'center' }
];
