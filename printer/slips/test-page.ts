import type { SlipLine } from './lines.ts';

/** What a test page tells of its printer; every text in the language of the staff. */
export interface TestFacts {
	title: string;
	hall: string;
	name: string;
	/** a name and its value: device, model, paper, group */
	facts: readonly (readonly [string, string])[];
	at: string;
	/** what the QR holds: where this server is */
	link: string;
	/** says that this is no number */
	note: string;
}

/** One of every kind of character that a slip may hold. */
const SAMPLES = ['永字八法 社保医保 不动产', '囍㐂鑫 “·—…” ￥①', 'ABC xyz 0123456789 #&@%'];

/** A page that shows at a glance whether a printer prints its whole width, Chinese, every size, a QR, and cuts. */
export function testPage(facts: TestFacts, columns: number): SlipLine[] {
	return [
		{ type: 'text', text: facts.title, align: 'center', bold: true, size: { wide: 2, high: 2 } },
		{ type: 'text', text: facts.hall, align: 'center' },
		{ type: 'text', text: facts.name, align: 'center', bold: true },
		{ type: 'rule' },
		...facts.facts.map(([left, right]): SlipLine => ({ type: 'pair', left, right })),
		{ type: 'rule' },
		...ruler(columns),
		...SAMPLES.map((text): SlipLine => ({ type: 'text', text })),
		{ type: 'text', text: '大字 Aa 08', align: 'center', size: { wide: 3, high: 3 } },
		{ type: 'qr', data: facts.link },
		{ type: 'text', text: facts.at, align: 'center' },
		{ type: 'text', text: facts.note, align: 'center', bold: true },
		{ type: 'feed', lines: 1 }
	];
}

/** Tens above ones, as wide as the paper: a column that is missing shows which. */
function ruler(columns: number): SlipLine[] {
	const each = Array.from({ length: columns }, (_, i) => i + 1);
	const tens = each.map((n) => (n % 10 === 0 ? String(n / 10) : '-')).join('');
	const ones = each.map((n) => String(n % 10)).join('');
	return [
		{ type: 'text', text: tens },
		{ type: 'text', text: ones }
	];
}
