/**
 * What the hall sees of a printer: its status, one way to print, and the end of it.
 *
 * A *job* is one slip for one printer, cut off at its end. What became of it is told exactly as far as it is known:
 *
 * PRINTED: the printer itself said that it came to the end of the job.
 * SENT: every byte was taken and no trouble was seen, but this printer cannot say "printed".
 * FAILED: not one byte of the slip has left; another printer can have the job.
 * UNSURE: bytes have left and the end was not seen. It may be on paper, or half of it, or come out when the cover is
 * closed. A person looks; nobody prints it again by himself.
 */
import type { PrinterModel } from './models/models.ts';
import type { SlipLine } from './slips/lines.ts';

/** What is known of a printer. */
export type PrinterStatus =
	| { state: 'ready' }
	/** prints, but the roll ends soon */
	| { state: 'paper-low' }
	| { state: 'paper-out' }
	| { state: 'cover-open' }
	/** the head is lifted off the paper */
	| { state: 'head-up' }
	| { state: 'cutter-jam' }
	/** paper is stuck on its way */
	| { state: 'jam' }
	/** a ticket lay in the output for longer than its owner needs; the printer prints */
	| { state: 'not-taken' }
	/** the head is too hot and goes on by itself */
	| { state: 'overheated' }
	/** offline, with no cause that is the same with every maker */
	| { state: 'error' }
	/** no link to it; `reason` is the system's, for the log */
	| { state: 'unreachable'; since: number; reason: string }
	/** there is a link, and no answer on it */
	| { state: 'unknown' };

/** Why the end of a job is not known, when it is not the printer's own status. */
export type LostSight =
	/** the link broke after bytes had left */
	| { state: 'link-lost' }
	/** the printer stopped taking bytes */
	| { state: 'stalled' }
	/** status is fine, yet the word "printed" did not come in time */
	| { state: 'not-acknowledged' }
	/** the machine that had the job ended in the middle, or has not come back to say */
	| { state: 'agent-gone' };

export type PrintResult = { substituted: string[] } & (
	| { state: 'printed' }
	| { state: 'sent' }
	| { state: 'failed'; why: PrinterStatus }
	| { state: 'unsure'; why: PrinterStatus | LostSight }
);

export interface PrintJob {
	/** its name, never used for another job: by it a printer on another machine tells later what became of it */
	id?: string;
	lines: readonly SlipLine[];
	/**
	 * Called when an unsure job turns out to be printed after all: the roll was changed and the printer went on. At most
	 * once, and never after `close`.
	 */
	onLate?(): void;
}

export interface Printer {
	readonly name: string;
	/** its paper and columns, for whoever composes a slip */
	readonly model: PrinterModel;
	/** what is known now; kept fresh while idle */
	status(): PrinterStatus;
	/** Queues a job behind those before it. Never rejects for what a printer can do; a slip that cannot be composed throws. */
	print(job: PrintJob): Promise<PrintResult>;
	/** Called at every change of `status()`. One listener. */
	onStatus(listener: (status: PrinterStatus) => void): void;
	/** Ends after the job in work; jobs still waiting fail. */
	close(): Promise<void>;
}

/** Whether a job would be taken now. */
export function canPrint(status: PrinterStatus): boolean {
	return ['ready', 'paper-low', 'not-taken', 'unknown'].includes(status.state);
}

/** What can be switched on at a virtual printer. */
export type PrinterFault =
	| 'paper-out'
	| 'near-end'
	| 'cover-open'
	| 'head-up'
	| 'cutter'
	| 'jam'
	| 'hot'
	/** nobody takes the tickets out of the mouth */
	| 'not-taken'
	| 'unplugged'
	| 'mute'
	| 'slow'
	| 'hung';

/** One piece of paper, cut off. */
export interface Paper {
	/** counted from 1 */
	no: number;
	/** when it was cut */
	at: number;
	/** dots */
	width: number;
	height: number;
	/** what stands on it, a line a line */
	text: string;
	/** the contents of its QR codes */
	qrs: string[];
	marks: readonly Mark[];
	/** drawn dot for dot, one unit a dot */
	svg: string;
}

/** Something on paper; all measures in dots, from the upper left corner. */
export type Mark =
	| { kind: 'char'; x: number; y: number; char: string; width: number; height: number; bold: boolean }
	| { kind: 'dots'; x: number; y: number; scale: number; rows: readonly (readonly boolean[])[] };
