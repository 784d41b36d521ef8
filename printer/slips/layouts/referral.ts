import type { Layout } from '../layout.ts';

/** What it is about, where and how, then whom, when and with what; its page as a QR. */
export const REFERRAL: Layout = [
	{ block: 'logo', align: 'center' },
	{ block: 'hall', bold: true, align: 'center' },
	{ block: 'reprint', size: 2, bold: true, align: 'center' },
	{ block: 'title', size: 2, bold: true, align: 'center' },
	{ block: 'subject', bold: true, align: 'center' },
	{ block: 'facts', bold: true },
	{ block: 'rule' },
	{ block: 'staff' },
	{ block: 'qr' },
	{ block: 'feed' },
	{ block: 'scan', align: 'center' },
	{ block: 'at', align: 'center' },
	{ block: 'note', align: 'center' }
];
