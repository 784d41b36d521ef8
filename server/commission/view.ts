import type { BoardCheckRow } from '#db/schema.ts';
import type { Text } from '#server/views.ts';

/**
 * What the answers of one address sound like. `clean` one sound answer each time, `double` two, `unreadable` pieces of
 * answers, `silent` none, `mute` the board never answers, `down` the line is down.
 */
export type Sign = NonNullable<BoardCheckRow['sign']>;

/** What a person sees of a text that was sent to one address: on how many boards, or on another than it should be. */
export const SEEN = ['one', 'two', 'none', 'other'] as const;
export type Seen = (typeof SEEN)[number];

/**
 * What is known of an address. `alone` one board and the right one, `double` more than one, `suspect` answers collide
 * here and nowhere else, `elsewhere` another board hangs there, `absent` nobody, `line` answers are damaged everywhere,
 * `open` not known yet.
 */
export type Verdict = BoardCheckRow['verdict'] | 'open';

/** One address of the line in a check. */
export interface PlaceView {
	board: string;
	name: Text;
	driver: string;
	address: number;
	sign: Sign | null;
	/** serial number or the like, where the board tells it */
	identity: string | null;
	seen: (Seen | null)[];
	verdict: Verdict;
	/** a free address for one of two boards, and which switches of eight are ON for it (switch 1 counts 1, 2 counts 2, 3 counts 4 …) */
	move: { address: number; switches: number[] } | null;
}

/** A check that goes on. The boards of its line show what the check writes, no calls. */
export interface CheckView {
	bus: string;
	staff: string;
	phase: 'asking' | 'looking' | 'over';
	places: PlaceView[];
	/** the text that stands on the address that is looked at */
	now: { board: string; text: string; turn: 1 | 2 } | null;
	/** addresses that answer and are not in the hall file */
	found: { driver: string; address: number }[];
	/** the address that is asked, and the last one */
	scan: { at: number; upTo: number } | null;
}

export interface LineEntryView {
	code: string;
	wire: string;
	open: boolean;
	/** why it is down */
	reason: string | null;
	boards: { code: string; name: Text; driver: string; address: number }[];
}

/** A result that was kept. */
export interface KeptResult {
	id: number;
	bus: string;
	board: string;
	address: number;
	sign: Sign | null;
	verdict: BoardCheckRow['verdict'];
	staff: string;
	at: number;
}

/** The page of lines. */
export interface LinesView {
	/** false where another process drives them */
	here: boolean;
	lines: LineEntryView[];
	check: CheckView | null;
	/** newest first */
	results: KeptResult[];
}
