import type { PrinterModel } from './models/models.ts';
import type { PrinterStatus } from './printer.ts';
import type { KeptWire } from './wire/keep.ts';
import type { Timers } from './wire/timers.ts';

export interface TalkLimits {
	/** for one answer, ms; a printer gives it at once, whatever it is doing */
	answerMs: number;
	/** after an answer, for more of them than were asked for: then some were noise */
	settleMs: number;
}

/** What a printer tells of its own accord. */
export interface TalkNews {
	/** an automatic status came in */
	onStatus(status: PrinterStatus): void;
	onPrinted(id: string): void;
}

export interface TalkParts {
	wire: KeptWire;
	model: PrinterModel;
	timers: Timers;
	limits: TalkLimits;
	news: TalkNews;
}

/** Questions to a printer and what it says, in its language. One caller at a time. */
export interface Conversation {
	/** whether it has ever answered: one that did and is silent now is in trouble, one that never did is a one-way line */
	readonly answered: boolean;
	/** whether a ticket lies in the output, by the newest status that can tell */
	readonly ticketOut: boolean;
	/** Takes in whatever arrived. */
	hear(bytes: Uint8Array): void;
	/** A fresh link: what was half said on the old one means nothing. */
	restart(): void;
	/** The status by question and answer; `unknown` when it does not answer. Trouble is believed when it is said twice. */
	probe(): Promise<PrinterStatus>;
	/**
	 * The status while there is nothing to do. A printer that tells every change by itself is only asked whether it is
	 * there. `clean`: no job broke off, so that it may be told to do so.
	 */
	look(clean: boolean): Promise<PrinterStatus>;
	/** What is sent behind a job: the word "printed" is wanted, with this id, and status again after its reset. */
	acknowledge(id: string): Uint8Array;
}
