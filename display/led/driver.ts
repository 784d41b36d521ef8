/**
 * A board driver turns what should stand on an LED board into bytes, and what a board answers into
 * meaning. Pure: no wire, no clock, no memory. The bus (`printer/wire/bus.ts`) moves the bytes.
 */

/** The characters a board has in its font. */
export type BoardFont = 'none' | 'ascii' | 'gb2312';

/** What one configured board can do. */
export interface BoardCaps {
	font: BoardFont;
	/** characters in a line, a Chinese character counting two */
	columns: number;
	lines: number;
	/** has digits of its own, apart from the text */
	number: boolean;
	/** the lowest and highest level, or null when the level cannot be set */
	brightness: { min: number; max: number } | null;
	/** how it is known that a picture has arrived */
	ack: 'none' | 'protocol' | 'readback';
	health: 'none' | 'ping' | 'read';
	/** the shortest time between two pictures that the board survives */
	minRefreshMs: number;
	/** true when the picture is gone after a power cut */
	volatile: boolean;
	/** a line that is too long runs through it; else it is shown page by page */
	scrolls?: boolean;
	/** has a place for alarms, which shows them whole */
	alarms?: boolean;
}

/** What should stand on a board. */
export interface BoardContent {
	lines: readonly string[];
	/** for boards with digits of their own */
	number?: number;
	/** after this the board itself blanks the picture, where it can: a dead server must not show old calls */
	ttlMs?: number;
	/** told to the whole hall: boards with a place for alarms show it there */
	alert?: boolean;
	/** 0 (lowest) to 100 (highest); absent: left as it is */
	brightness?: number;
}

/** What a frame learns from the bytes that came back. */
export interface Reading {
	/** how many bytes are dealt with and may be thrown away */
	used: number;
	/**
	 * `acked`: the answer to this very frame; `again`: refused now, worth another try (busy, damaged on the way);
	 * `rejected`: refused for good; `stray`: sound, but not the answer to this frame. Absent: not known yet.
	 */
	verdict?: 'acked' | 'again' | 'rejected' | 'stray';
	/** why it was refused, for the log and the device page */
	reason?: string;
}

/** One request on the line, with what its answer looks like. */
export interface Frame {
	bytes: Uint8Array;
	expect: 'ack' | 'none';
	/** counted from the last byte sent */
	timeoutMs: number;
	/** may be sent twice without harm */
	idempotent: boolean;
	/** silence on the line that the board needs before this frame */
	quietBeforeMs: number;
	/** the board hears nothing for so long after it; others are spoken to meanwhile */
	deafMs?: number;
	/** reads the bytes received since this frame was sent; any bytes, split anywhere */
	read: (received: Uint8Array) => Reading;
}

/** The frames that put a content on a board, and what had to be left out. */
export interface Picture {
	frames: Frame[];
	/** the lines as the board will really show them */
	lines: string[];
	/** characters the board does not have, each shown as □ (or ? on a board without it) */
	replaced: string[];
	/** true when a line or a number was too long and was cut */
	cut: boolean;
}

/** What is known of a picture that was sent; never a plain "ok". */
export type Outcome = 'acked' | 'sent-unconfirmed' | 'rejected' | 'timeout';

/** The result of looking for one message at the head of what was received. */
export interface Parsed<Message> {
	/** bytes dealt with: a message, or garbage before one; 0 means "wait for more" */
	used: number;
	message?: Message;
	/** how many of the used bytes meant nothing */
	garbage?: number;
}

/** One kind of board, configured. Every method returns bytes; nothing is sent. */
export interface BoardDriver {
	readonly caps: BoardCaps;
	/** Puts a content on the board. Never throws on any text: what the board lacks is replaced and reported. */
	show(address: number, content: BoardContent): Picture;
	/** Makes the board dark. */
	clear(address: number): Frame[];
	/** Sets the brightness, 0 (lowest) to 100 (highest), in the board's own steps; empty when it cannot. */
	brightness(address: number, percent: number): Frame[];
	/** Asks whether the board is there without changing it; empty when it cannot answer. */
	ping(address: number): Frame[];
	/** Prepares a board that has to be laid out before its first picture, once; each frame is a step of its own. */
	setup?(address: number): Frame[];
	/** Boards with a place for alarms that stands before everything else; the picture beneath is kept up meanwhile. */
	alarm?: { show(address: number, content: BoardContent): Picture; release(address: number): Frame[] };
	/** Asks for something that is another on every board (serial number, uptime), where the board has it. */
	identity?(address: number): Identity;
}

/** A request whose answer two boards of one address cannot give in the same bits. */
export interface Identity {
	frame: Frame;
	/** what the answer says, as a person may compare it with the label; null when there is none */
	value(heard: Uint8Array): string | null;
}
