import type { BoardContent } from '#display/led/driver.ts';
import { words } from '#display/words/index.ts';
import type { BusPriority } from '#printer/wire/bus-types.ts';
import type { HungBoard } from '../hardware/boards.ts';
import type { CalledLine } from '../realtime/touched.ts';
import { boardContent, type BoardFacts } from './board-content.ts';
import { pagesOf } from './pages.ts';

/** What stands on one board, as far as this process knows. */
export interface Drawn {
	/** everything that was to be shown, to know a change by */
	key: string;
	/** what follows from the hour alone */
	hour: string;
	/** the lines of the page that is up */
	lines: string[];
	/** characters the board lacks, over all its pages */
	replaced: string[];
	/** what was last heard of it, while the same text stands */
	outcome: string | null;
}

export interface Page {
	content: BoardContent;
	/** as the board will draw it */
	lines: string[];
	replaced: string[];
}

export interface Wish extends Page {
	priority: BusPriority;
	call: CalledLine | undefined;
	/** the first tells what became of the text; the others only what changes */
	first: boolean;
}

/** What should stand on a board, page by page; an alarm is one, where the board has a place for it. */
export function pagesFor(board: HungBoard, facts: BoardFacts, light: Pick<BoardContent, 'brightness'>): Page[] {
	const { caps } = board;
	const content = { ...boardContent(facts, caps, words('zh-CN').boards), ...light };
	const whole = content.alert === true && caps.alarms === true;
	return (whole ? [content.lines] : pagesOf(content.lines, caps)).map((lines) => pageOf(board, { ...content, lines }));
}

function pageOf(board: HungBoard, content: BoardContent): Page {
	const { lines, replaced } = board.picture(content);
	return { content, lines, replaced };
}

/** A call goes before what is only drawn anew, and an alarm before both. */
export function priorityOf(alert: boolean, call: CalledLine | undefined): BusPriority {
	if (alert) return 'alert';
	return call ? 'call' : 'refresh';
}
