import type { Layout } from '../layout.ts';

/** An answer that is too long to be written down, and by whom. */
export const ANSWER: Layout = [
	{ block: 'logo', align: 'center' },
	{ block: 'hall', bold: true, align: 'center' },
	{ block: 'reprint', size: 2, bold: true, align: 'center' },
	{ block: 'title', size: 2, bold: true, align: 'center' },
	{ block: 'rule' },
	{ block: 'answer' },
	{ block: 'rule' },
	{ block: 'staff' },
	{ block: 'phone', align: 'center' },
	{ block: 'at', align: 'center' },
	{ block: 'note', align: 'center' }
];
