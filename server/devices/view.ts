import type { BoardOutcome, SlipState } from '#db/schema.ts';
import type { KeyLineView, ScannerView } from '#server/inputs/view.ts';
import type { PrinterFault } from '#printer/printer.ts';
import type { AgentView } from '#server/agents/view.ts';
import type { Text } from '#server/views.ts';

/** Every device of the hall for the bench `/dev/devices` and, later, the device page. Types only. */
export interface DevicesView {
	seq: number;
	printers: PrinterView[];
	boards: BoardDeviceView[];
	screens: ScreenView[];
	idReaders: IdReaderView[];
	agents: AgentView[];
	keyLines: KeyLineView[];
	scanners: ScannerView[];
}

export type { PrinterFault };

export interface PrinterView {
	code: string;
	name: Text;
	group: string;
	virtual: boolean;
	width: 58 | 80;
	/** what is known: ready, paper-low, paper-out, cover-open, head-up, cutter-jam, jam, not-taken, … (`PrinterStatus`) */
	state: string;
	since: number;
	queued: number;
	/** newest first: what came out, drawn; virtual printers only */
	papers: { slip: number | null; at: number; svg: string }[];
	/** newest first */
	slips: { id: number; number: string | null; state: SlipState; reason: string | null; at: number }[];
	/** faults that can be switched, and those that are on; virtual printers only */
	knows: readonly PrinterFault[];
	faults: PrinterFault[];
}

export type BoardFault = 'silent' | 'slow' | 'rejecting' | 'garbled' | 'unplugged';

export interface BoardDeviceView {
	code: string;
	name: Text;
	driver: string;
	bus: string;
	address: number;
	virtual: boolean;
	/** what should stand there */
	wanted: string[];
	/** what stands there as far as is known; the emulator's own memory for virtual boards */
	shown: string[] | null;
	outcome: BoardOutcome | null;
	at: number | null;
	/** characters of its text that the board lacks; it shows □ or ? in their place */
	substituted: string[];
	/** set while the bus leaves it alone between probes */
	quarantined: boolean;
	/** faults that can be switched, and those that are on; virtual boards only */
	knows: readonly BoardFault[];
	faults: BoardFault[];
}

export interface ScreenView {
	device: string;
	zone: string | null;
	connected: boolean;
	sound: 'on' | 'refused' | 'failed' | 'unknown';
	/** the last words its speaker said */
	lastSpoken: { text: string; at: number } | null;
	/** metres from which it can be read, and should be; null where its size is not known */
	sight: { readable: number; farthest: number } | null;
	/** pictures and videos that it could not show */
	broken: string[];
	lastSeen: number;
}

export type IdReaderFault = 'bad-sum' | 'inserted' | 'cut' | 'unreadable' | 'silent' | 'unplugged';

/** A reader of identity cards. What it reads is on no page but that of the kiosk which asked. */
export interface IdReaderView {
	code: string;
	kiosk: string;
	virtual: boolean;
	/** what it does, or what came of it last; null before it was ever asked */
	state: 'asked' | 'read' | 'none' | 'unreadable' | 'absent' | null;
	at: number | null;
	/** names of the invented cards that can be laid, and which one lies there; virtual readers only */
	cards: string[];
	laid: number | null;
	/** faults that can be switched, and those that are on; virtual readers only */
	knows: readonly IdReaderFault[];
	faults: IdReaderFault[];
}
