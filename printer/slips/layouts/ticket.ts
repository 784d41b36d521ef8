import type { Layout } from '../layout.ts';

/** A ticket: the number first, then where, how long, what for and with what, when and in which order. */
export const TICKET: Layout = [
	{ block: 'logo', align: 'center' },
	{ block: 'hall', bold: true, align: 'center' },
	{ block: 'reprint', size: 2, bold: true, align: 'center' },
	{ block: 'number-caption', align: 'center' },
	{ block: 'number', size: 6, align: 'center' },
	{ block: 'place', size: 2, bold: true, align: 'center' },
	{ block: 'windows', size: 2, align: 'center' },
	{ block: 'rule' },
	{ block: 'ahead', size: 2, bold: true, align: 'left' },
	{ block: 'expected', size: 2, align: 'left' },
	{ block: 'rule' },
	{ block: 'item' },
	{ block: 'steps', bold: true },
	{ block: 'priority' },
	{ block: 'materials', bold: true },
	{ block: 'feed' },
	{ block: 'qr' },
	{ block: 'feed' },
	{ block: 'scan', align: 'center' },
	{ block: 'rule' },
	{ block: 'taken-at' },
	{ block: 'order' },
	{ block: 'valid-today' },
	{ block: 'note' }
];
