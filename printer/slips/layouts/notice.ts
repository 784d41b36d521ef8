import type { Layout } from '../layout.ts';

/** A notice: what it is, the whole list, until when, how to come back, the code and its QR. */
export const NOTICE: Layout = [
	{ block: 'logo', align: 'center' },
	{ block: 'hall', bold: true, align: 'center' },
	{ block: 'reprint', size: 2, bold: true, align: 'center' },
	{ block: 'title', size: 2, bold: true, align: 'center' },
	{ block: 'rule' },
	{ block: 'facts' },
	{ block: 'rule' },
	{ block: 'lead' },
	{ block: 'feed' },
	{ block: 'entries', bold: true },
	{ block: 'rule' },
	{ block: 'due', size: 2, bold: true, align: 'left' },
	{ block: 'after', bold: true },
	{ block: 'rule' },
	{ block: 'code-caption', align: 'center' },
	{ block: 'code', size: 2, bold: true, align: 'center' },
	{ block: 'qr' },
	{ block: 'feed' },
	{ block: 'scan', align: 'center' },
	{ block: 'note', align: 'center' }
];
