import type { BoardCaps, BoardContent } from '#display/led/driver.ts';
import { words as wordsOf, type Words } from '#display/words/index.ts';
import type { WindowState } from '#db/schema.ts';
import type { BroadcastView, Text } from '../views.ts';
import type { BoardTexts } from './board-texts.ts';

/** What a board above a window, or on the wall of a zone, tells. */
export interface BoardFacts {
	/** the window it hangs above; null for a board of a zone */
	window: {
		code: string;
		state: WindowState;
		/** of a pause, where the clerk gave one: it says more than that there is one */
		reason: Text | null;
		number: string | null;
		serving: boolean;
	} | null;
	/** the newest calls of the zone, newest first */
	calls: { number: string; window: string }[];
	/** its queues, or those of its zone, are not served any more today */
	ended: boolean;
	texts: BoardTexts;
	/** what is told to the whole hall; it stands in place of everything else */
	broadcast: Pick<BroadcastView, 'short' | 'drill' | 'calm'> | null;
}

/** Boards that can count down blank stale text after so long without a refresh: a dead server shows no old calls. */
const TTL_MS = 180_000;

/** What should stand on a board that can do this much. Pure. */
export function boardContent(facts: BoardFacts, caps: BoardCaps, words: Words['boards']): BoardContent {
	const { window, broadcast } = facts;
	if (broadcast && isCovered(facts)) return { lines: alertLines(broadcast, caps, words), alert: true, ttlMs: TTL_MS };
	const all = window === null ? zoneLines(facts, caps) : windowLines(window, facts, caps, words);
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

function windowLines(
	window: NonNullable<BoardFacts['window']>,
	{ texts, ended }: BoardFacts,
	caps: BoardCaps,
	words: Words['boards']
): string[] {
	const { code, number, serving } = window;
	const say = (text: Text): string => saidOn(caps, text);
	if (number !== null) return [number, say(serving ? texts.serving(code) : texts.call(code))];
	const state = say(stateText(window, ended, texts));
	if (caps.font !== 'gb2312') return [state, ''];
	return [words.window({ code }), state];
}

function stateText(
	{ code, state, reason }: NonNullable<BoardFacts['window']>,
	ended: boolean,
	texts: BoardTexts
): Text {
	switch (state) {
		case 'open':
			return texts.idle(code);
		case 'paused':
			return reason ?? texts.paused(code);
		case 'wrap-up':
			return texts.wrapUp(code);
		case 'closed':
			return ended ? texts.ended(code) : texts.closed(code);
	}
}

function zoneLines({ calls, texts, ended }: BoardFacts, caps: BoardCaps): string[] {
	if (calls.length === 0) return [saidOn(caps, ended ? texts.ended('') : texts.zone(''))];
	return calls.map(({ number, window }) => `${number} ${saidOn(caps, texts.call(window))}`);
}

/** A text as this board can say it; one that it could only show in pieces of a word it does not say. */
function saidOn(caps: BoardCaps, { zh, en }: Text): string {
	if (caps.font === 'gb2312') return zh;
	const longest = Math.max(...en.split(' ').map((word) => word.length));
	return caps.scrolls === true || longest <= caps.columns ? en : '';
}

/** A board with one line has both halves of the sentence on it. */
function fitted(lines: string[], caps: BoardCaps): string[] {
	return caps.lines === 1 ? [lines.join(' ').trim()] : lines.slice(0, caps.lines);
}
