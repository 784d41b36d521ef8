import type { Layout } from '../layout.ts';

/** A receipt: what it is, by when it is answered, its code and QR, and how to ask. */
export const RECEIPT: Layout = [
	{ block: 'logo', align: 'center' },
	{ block: 'hall', bold: true, align: 'center' },
	{ block: 'reprint', size: 2, bold: true, align: 'center' },
	{ block: 'title', size: 2, bold: true, align: 'center' },
	{ block: 'rule' },
	{ block: 'number' },
	{ block: 'opened' },
	{ block: 'staff' },
	{ block: 'rule' },
	{ block: 'due', size: 2, bold: true, align: 'left' },
	{ block: 'contact' },
	{ block: 'rule' },
	{ block: 'code-caption', align: 'center' },
	{ block: 'code', size: 2, bold: true, align: 'center' },
	{ block: 'qr' },
	{ block: 'feed' },
	{ block: 'scan', align: 'center' },
	{ block: 'kiosk', align: 'center' },
	{ block: 'desk', align: 'center' },
	{ block: 'phone', align: 'center' },
	{ block: 'keep', align: 'center' },
	{ block: 'note', align: 'center' }
];
