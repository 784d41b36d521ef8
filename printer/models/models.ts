/** The kinds of printers, by the code a hall file writes. One table a family; nothing here does anything. */
import { gprinter, sprt, xprinter } from './families/clones.ts';
import { custom } from './families/custom.ts';
import { epson, epsonIntl, print801 } from './families/epson.ts';
import { generic, masung, plain } from './families/generic.ts';
import { snbc } from './families/snbc.ts';
import { star, starIntl } from './families/star.ts';
import type { About, Family, Paper, PaperWidth } from './family.ts';

export type { PaperWidth } from './family.ts';

export type ModelCode = keyof typeof FAMILIES;

/** What a kind of printer has and understands, at one paper width. */
export interface PrinterModel extends Omit<Family, 'papers'>, Paper {
	code: ModelCode;
	/** paper, in millimetres */
	width: PaperWidth;
}

const FAMILIES = {
	generic,
	epson,
	'epson-intl': epsonIntl,
	custom,
	snbc,
	masung,
	xprinter,
	gprinter,
	sprt,
	print801,
	star,
	'star-intl': starIntl,
	plain
} satisfies Record<string, Family>;

const isCode = (code: string): code is ModelCode => code in FAMILIES;

export const MODEL_CODES: readonly ModelCode[] = Object.keys(FAMILIES).filter(isCode);

/** The models whose tickets wait in a mouth. */
export const PRESENTERS: readonly ModelCode[] = MODEL_CODES.filter((code) => familyOf(code).presenter !== null);

/** The data of one model at one paper width. */
export function printerModel(code: ModelCode, width: PaperWidth): PrinterModel {
	const { papers, ...traits } = familyOf(code);
	return { code, width, ...papers[width], ...traits };
}

/** What people are told of a model. */
export function aboutModel(code: ModelCode): About {
	return familyOf(code).about;
}

function familyOf(code: ModelCode): Family {
	return FAMILIES[code];
}
