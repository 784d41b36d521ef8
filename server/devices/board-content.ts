import type { BoardCaps, BoardContent } from '#display/led/driver.ts';
import { words as wordsOf, type Words } from '#display/words/index.ts';
import type { WindowState } from '#db/schema.ts';
import type { BroadcastView } from '../views.ts';

/** What a board above a window, or on the wall of a zone, tells. */
export interface BoardFacts {
	/** the window it hangs above; null for a board of a zone */
	window: {
		code: string;
		state: WindowState;
		reason: string | null;
		number: string | null;
		serving: boolean;
	} | null;
	/** the newest calls of the zone, newest first */
	calls: { number: string; window: string }[];
	/** what is told to the whole hall; it stands in place of everything else */
	broadcast: Pick<BroadcastView, 'short' | 'drill' | 'calm'> | null;
}

/** Boards that can count down blank stale text after so long without a refresh: a dead server shows no old calls. */
const TTL_MS = 180_000;

/** What should stand on a board that can do this much. Pure. */
export function boardContent(facts: BoardFacts, caps: BoardCaps, words: Words['boards']): BoardContent {
	const { window, broadcast } = facts;
	if (broadcast && isCovered(facts)) return { lines: alertLines(broadcast, caps, words), ttlMs: TTL_MS };
	const all = window === null ? zoneLines(facts, caps, words) : windowLines(window, caps, words);
	const lines = fitted(all, caps);
	const number = caps.number && window?.number ? Number(window.number.replace(/\D/g, '')) : undefined;
	return number === undefined ? { lines, ttlMs: TTL_MS } : { lines, number, ttlMs: TTL_MS };
}

/** For boards without Chinese. */
const ENGLISH = wordsOf('en').boards;

/** Whether a broadcast stands in place of the calls; when all is well again windows show their own once more. */
export function isCovered({ broadcast, window }: BoardFacts): boolean {
	return broadcast !== null && !(broadcast.calm && window !== null);
}

/** A board that can draw Chinese has it first; a drill says so before anything else. */
function alertLines(
	{ short, drill }: NonNullable<BoardFacts['broadcast']>,
	{ font, lines }: BoardCaps,
	words: Words['boards']
): string[] {
	const own = font === 'gb2312' ? short.zh : short.en;
	const mark = font === 'gb2312' ? words.drill : ENGLISH.drill;
	if (lines === 1) return [drill ? `${mark} ${own}` : own];
	const other = font === 'gb2312' ? [short.en] : [];
	return (drill ? [mark, own, ...other] : [own, ...other]).slice(0, lines);
}

function windowLines(window: NonNullable<BoardFacts['window']>, caps: BoardCaps, words: Words['boards']): string[] {
	const { code, state, number, serving } = window;
	if (caps.font !== 'gb2312') return number === null ? ['', ''] : [number, `>${code}`];
	if (number !== null) return [number, serving ? words.serving : words.comeTo({ window: code })];
	if (state === 'open') return [words.window({ code }), words.welcome];
	return [words.window({ code }), stateWord(state, window.reason, words)];
}

function stateWord(state: Exclude<WindowState, 'open'>, reason: string | null, words: Words['boards']): string {
	if (state === 'paused') return reason ?? words.paused;
	return state === 'wrap-up' ? words.wrapUp : words.closed;
}

function zoneLines({ calls }: BoardFacts, caps: BoardCaps, words: Words['boards']): string[] {
	if (calls.length === 0) return caps.font === 'gb2312' ? [words.welcome] : [''];
	return calls.map(({ number, window }) =>
		caps.font === 'gb2312' ? `${number} ${words.comeTo({ window })}` : `${number} >${window}`
	);
}

/** A board with one line has both halves of the sentence on it. */
function fitted(lines: string[], caps: BoardCaps): string[] {
	return caps.lines === 1 ? [lines.join(' ').trim()] : lines.slice(0, caps.lines);
}
