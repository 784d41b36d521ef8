import type { StatusDialect } from './status.ts';

export type PaperWidth = 58 | 80;

/** What a font has: nothing Chinese, GB 2312, GBK, or the four-byte hanzi of GB 18030 as well. */
export type Font = 'none' | 'gb2312' | 'gbk' | 'gb18030';

/** A family of printers that understand and report the same. */
export interface Family {
	about: About;
	language: 'escpos' | 'star';
	papers: Record<PaperWidth, Paper>;
	font: Font;
	/** whether it says when a job is on paper (`GS ( H`, Star: ETB); `probe`: asked once, makers differ */
	processId: 'yes' | 'no' | 'probe';
	/** whether it empties its buffer when told to (`DLE DC4 8`, Star: `ESC ACK CAN`) */
	clears: boolean;
	/** null: it never answers */
	status: StatusDialect | null;
	cutter: 'partial' | 'full' | 'none';
	presenter: Presenter | null;
}

/** For people: docs and pages. */
export interface About {
	name: { zh: string; en: string };
	note: { zh: string; en: string };
	/** where its bytes were read */
	source: string;
}

/** The printed width of a roll. */
export interface Paper {
	/** 8 to the millimetre */
	dots: number;
	/** characters across, a Chinese one counting two */
	columns: number;
}

/** Holds a cut ticket in its mouth until somebody takes it. All hex. */
export interface Presenter {
	/** pushes it out so far that a hand can take it */
	present: string;
	/** drops it out in front */
	eject: string;
	/** draws it back in */
	retract: string;
}

/** What nearly all heads have: 48 and 72 mm. */
export const PAPERS: Family['papers'] = { 58: { dots: 384, columns: 32 }, 80: { dots: 576, columns: 48 } };
