import type { BoardView, CallView, ServiceView, Text, WindowLine } from '#server/views.ts';
import { textIn, words, type Lang } from '../words/index.ts';
import type { Form } from './plan.ts';

/** Whether a screen can be heard; unknown until its browser was asked. */
export type Sound = 'on' | 'refused' | 'failed' | 'unknown';

/** How long a call stays marked as new: time enough to look up, read and stand up. */
const FRESH_MS = 20_000;

/** So long a new call flashes, once a second; a row that moves within that time goes on and does not begin again. */
const FLASH_MS = 5000;

/** One row of the hall screen. */
export interface CallRow {
	call: CallView;
	/** called just now: the row draws attention to itself */
	fresh: boolean;
	/** called a moment ago: it flashes */
	flash: boolean;
	/** called just now, or still awaited at its window: amber */
	current: boolean;
}

/**
 * The rows of the hall screen, newest first: one row a number, so that a recall moves its row up instead of adding one.
 * `now` is the hall's time in milliseconds.
 */
export function rows({ calls, windows }: Pick<BoardView, 'calls' | 'windows'>, now: number): CallRow[] {
	const awaited = new Set(windows.filter((line) => stateOf(line) === 'calling').map((line) => line.number));
	const seen = new Set<string>();
	const list: CallRow[] = [];
	for (const call of [...calls].sort((a, b) => b.id - a.id)) {
		if (seen.has(call.number)) continue;
		seen.add(call.number);
		const fresh = now - call.at < FRESH_MS;
		list.push({ call, fresh, flash: now - call.at < FLASH_MS, current: fresh || awaited.has(call.number) });
	}
	return list;
}

/** Splits the rows into the current ones, at most `most`, and the rest; without a current one the newest stands alone. */
export function stage(list: readonly CallRow[], most: number): { now: CallRow[]; recent: CallRow[] } {
	const current = list.filter((row) => row.current).slice(0, most);
	const now = current.length > 0 ? current : list.slice(0, 1);
	return { now, recent: list.filter((row) => !now.includes(row)) };
}

/** A page of calls that do not fit stands so long. */
const PAGE_MS = 6000;

/** The rows on the screen, of so many places; calls that are current and find none turn page by page, the newest first. */
export function staged(
	list: readonly CallRow[],
	places: { now: number; list: number },
	now: number
): { now: CallRow[]; recent: CallRow[]; at: number; of: number } {
	const current = list.filter((row) => row.current);
	if (current.length <= places.now + places.list) {
		const { now: called, recent } = stage(list, places.now);
		return { now: called, recent: recent.slice(0, places.list), at: 0, of: 1 };
	}
	const of = Math.ceil(current.length / places.now);
	// Counted from the newest call, which is always on the page that stands first.
	const at = Math.floor(Math.max(0, now - (current[0]?.call.at ?? 0)) / PAGE_MS) % of;
	const called = current.slice(at * places.now, (at + 1) * places.now);
	return { now: called, recent: current.filter((row) => !called.includes(row)).slice(0, places.list), at, of };
}

/** A window's name in parts, so that its figure can be set as large as the number: 综合 | 12 | 号窗口 | 办不成事反映. */
export interface NameParts {
	before: string;
	figure: string;
	after: string;
	/** what the name says in brackets */
	note: string;
}

/** Takes a window's name apart; a name without a figure stands whole in `before`. */
export function parts(name: string): NameParts {
	const bracket = /^(.*?)\s*[（(](.+)[）)]$/u.exec(name);
	const plain = bracket?.[1] ?? name;
	const note = bracket?.[2] ?? '';
	const found = /^(\D*?)\s*([A-Z]?\d+)\s*(.*)$/u.exec(plain);
	if (!found) return { before: plain, figure: '', after: '', note };
	return { before: found[1] ?? '', figure: found[2] ?? '', after: found[3] ?? '', note };
}

/** The width of a text in em as the screen's face sets it, rounded up: a han character is 1, a figure or letter 0.62. */
export function ems(text: string): number {
	let sum = 0;
	for (const character of text) sum += /[\u2e80-\uffef]/u.test(character) ? 1 : 0.62;
	return sum;
}

/** The room that the widest row of a list needs, in em of its figures. */
export interface Need {
	number: number;
	window: number;
}

/** Room for the widest of these rows: a column for the numbers, with air, and the arrow with the window's name. */
export function needOf(list: readonly CallRow[], form: Form = 'wide'): Need {
	return widest(
		list.map(({ call }) => call.number),
		list.map(({ call }) => call.windowName),
		form
	);
}

function widest(numbers: readonly string[], names: readonly Text[], form: Form): Need {
	return {
		number: Math.max(2.5, ...numbers.map(ems)) + 0.25,
		window: Math.max(1, ...names.map((name) => nameEms(name, form))) + 0.8
	};
}

function nameEms(name: Text, form: Form): number {
	const { before, figure, after, note } = parts(name.zh);
	const own = (figure === '' ? 0.84 : 0.4) * ems(before + after);
	const beside = form === 'wide' ? [0.2 * ems(note), 0.2 * ems(name.en)] : [];
	return ems(figure) + Math.max(own, ...beside);
}

/** The width of a row in em. */
export function widthOf({ number, window }: Need, form: Form): number {
	return form === 'stacked' ? Math.max(number, window) : number + window;
}

/** Room for whatever this board may call: so that nothing is divided anew by the next call. */
export function needOfBoard(
	{ calls, queues, windows }: Pick<BoardView, 'calls' | 'queues' | 'windows'>,
	form: Form
): number {
	const called = calls.map((call) => call.number);
	const numbers = queues.flatMap((queue) => [`${queue.prefix}000`, ...queue.next]);
	const names = [...calls.map((call) => call.windowName), ...windows.map((window) => window.name)];
	return widthOf(widest([...called, ...numbers], names, form), form);
}

/** One page of a list, which page it is (from 0) and how many there are. */
export interface Page<T> {
	page: T[];
	at: number;
	of: number;
}

/** The page of a list that stands at a moment: pages of at most `most`, all about as full, each for `seconds`. */
export function pageOf<T>(list: readonly T[], most: number, now: number, seconds: number): Page<T> {
	const of = Math.max(1, Math.ceil(list.length / most));
	const size = Math.ceil(list.length / of);
	const at = Math.floor(now / (seconds * 1000)) % of;
	return { page: list.slice(at * size, (at + 1) * size), at, of };
}

/** Which word a window's line carries. */
export function stateOf(line: WindowLine): 'closed' | 'paused' | 'wrap-up' | 'serving' | 'calling' | 'free' {
	if (line.state !== 'open') return line.state;
	if (line.number === null) return 'free';
	return line.serving ? 'serving' : 'calling';
}

/** So many free services stand in one notice: what is longer wraps. */
const IN_A_NOTICE = 3;

/** The free services of a zone as notices: whether each works, and how many wait for it. */
export function serviceNotices(services: readonly ServiceView[]): Text[] {
	const said = (lang: Lang): string[] =>
		services.map(({ name, state, waiting }) => {
			const w = words(lang).services;
			const wait = waiting > 0 && state !== 'out-of-order' ? ` ${w.waiting({ count: waiting })}` : '';
			return `${textIn(lang, name)} ${w.state[state]}${wait}`;
		});
	const [zh, en] = [said('zh-CN'), said('en')];
	const parts = Array.from({ length: Math.ceil(services.length / IN_A_NOTICE) }, (_, i) => i * IN_A_NOTICE);
	return parts.map((from) => ({
		zh: zh.slice(from, from + IN_A_NOTICE).join(' · '),
		en: en.slice(from, from + IN_A_NOTICE).join(' · ')
	}));
}
