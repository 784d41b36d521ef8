import type { Layout } from '../layout.ts';

/** The guide of an item: what to bring first of all, then what it costs, how long and where; its page as a QR. */
export const GUIDE: Layout = [
	{ block: 'logo', align: 'center' },
	{ block: 'hall', bold: true, align: 'center' },
	{ block: 'reprint', size: 2, bold: true, align: 'center' },
	{ block: 'caption', align: 'center' },
	{ block: 'name', size: 2, bold: true, align: 'center' },
	{ block: 'rule' },
	{ block: 'materials', bold: true },
	{ block: 'rule' },
	{ block: 'facts' },
	{ block: 'after', bold: true },
	{ block: 'rule' },
	{ block: 'qr' },
	{ block: 'feed' },
	{ block: 'scan', align: 'center' },
	{ block: 'at', align: 'center' },
	{ block: 'note', align: 'center' }
];
