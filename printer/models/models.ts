/** What a kind of printer has and understands. */
export interface PrinterModel {
	code: ModelCode;
	/** paper, in millimetres */
	width: PaperWidth;
	/** dots across the printed width, 8 to the millimetre */
	dots: number;
	/** characters across, a Chinese one counting two */
	columns: number;
	/** what its font has: two-byte GBK, or the four-byte hanzi of GB 18030 as well */
	font: 'gbk' | 'gb18030';
	/** whether it says when a job is on paper (`GS ( H`); `probe`: asked once, makers differ */
	processId: 'yes' | 'no' | 'probe';
	/** whether it empties its buffer when told to (`DLE DC4 8`) */
	clears: boolean;
	/** `custom`: answers `DLE EOT 20` with six bytes, finer than the four of `DLE EOT 1–4`; `none`: never answers */
	status: 'standard' | 'custom' | 'none';
	cutter: boolean;
}

export type PaperWidth = 58 | 80;
export type ModelCode = 'generic' | 'epson' | 'custom' | 'plain';

type Traits = Omit<PrinterModel, 'code' | 'width' | 'dots' | 'columns'>;

const TRAITS: Record<ModelCode, Traits> = {
	/** the 58 and 80 mm printers of the Chinese market: Xprinter, Gprinter, SPRT, SNBC, MASUNG and their like */
	generic: { font: 'gbk', processId: 'probe', clears: false, status: 'standard', cutter: true },
	/** Epson TM and those that follow it closely */
	epson: { font: 'gb18030', processId: 'yes', clears: true, status: 'standard', cutter: true },
	/** Custom VKP80, KPM, TG02 in a kiosk */
	custom: { font: 'gbk', processId: 'no', clears: false, status: 'custom', cutter: true },
	/** hears but never speaks: a one-way cable, a portable printer; torn off by hand */
	plain: { font: 'gbk', processId: 'no', clears: false, status: 'none', cutter: false }
};

export const MODEL_CODES: readonly ModelCode[] = ['generic', 'epson', 'custom', 'plain'];

/** The data of one model at one paper width. */
export function printerModel(code: ModelCode, width: PaperWidth): PrinterModel {
	const paper = width === 58 ? { dots: 384, columns: 32 } : { dots: 576, columns: 48 };
	return { code, width, ...paper, ...TRAITS[code] };
}
