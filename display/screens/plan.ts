/** What of a hall screen has room when its figures are as large as the farthest seat needs them. Pure. */
import { LIST_SHARE, neededEm, type Room, type Sight } from './physics.ts';

/** How a call stands: with its names, without them, or in two lines. */
export type Form = 'wide' | 'lean' | 'stacked';

/** What there is to show. */
export interface Content {
	/** the widest row in each form, in em of its figures */
	row: Readonly<Record<Form, number>>;
	/** calls that the board knows */
	calls: number;
	queues: number;
	windows: number;
	/** pictures and videos stand beside the calls */
	media: boolean;
	/** nobody is called at this moment */
	quiet: boolean;
}

/** Rows of calls: how many, in how many columns. */
export interface Rows {
	rows: number;
	columns: number;
}

/** The column of queues and windows; everything in it is `scale` times as large as it would be without a distance. */
export interface Side {
	scale: number;
	queues: number;
	windows: number;
	columns: number;
	/** pictures stand where the windows would */
	media: boolean;
}

/** How the middle of a hall screen is divided. */
export interface Plan {
	/** for grid-template: areas now, list, side, media */
	template: string;
	form: Form;
	now: Rows;
	list: Rows | null;
	side: Side | null;
	media: boolean;
	/** type size of the called numbers and of the list, px; of the list ∞ where there is none */
	em: number;
	listEm: number;
	/** everything is as large as the farthest seat needs it */
	fits: boolean;
}

/** Lengths of the page that the plan has to know, in units of --s; the components set the same. */
const GAP = { columns: 48, rows: 20 };
const HEADING = 40;
const ROW_LINE = 2;
const LIST_GAP = 40;
/** of a row's height */
const FIGURE: Record<Form, number> = { wide: 0.84, lean: 0.84, stacked: 0.42 };
/** The column of queues and windows as it is drawn at scale 1. */
const SIDE = { width: 640, figure: 30, queue: 84, window: 100, head: 90, queues: 7, rows: 4, most: 1.5 };

interface Wish {
	now: number;
	list: (Rows & { beside: boolean }) | null;
	with: 'side' | 'media' | null;
}

const below = (rows: number, columns: number): Wish['list'] => ({ rows, columns, beside: false });
const beside = (rows: number): Wish['list'] => ({ rows, columns: 1, beside: true });

/** From the richest to the one call that has the whole screen. */
const LANDSCAPE: readonly Wish[] = [
	{ now: 3, list: below(2, 2), with: 'side' },
	{ now: 2, list: below(2, 2), with: 'side' },
	{ now: 3, list: null, with: 'media' },
	{ now: 2, list: null, with: 'media' },
	{ now: 3, list: beside(6), with: null },
	{ now: 3, list: beside(5), with: null },
	{ now: 3, list: beside(4), with: null },
	{ now: 2, list: beside(4), with: null },
	{ now: 3, list: below(1, 2), with: null },
	{ now: 2, list: beside(3), with: null },
	{ now: 2, list: below(1, 2), with: null },
	{ now: 3, list: null, with: null },
	{ now: 2, list: null, with: null },
	{ now: 1, list: below(1, 2), with: null },
	{ now: 1, list: null, with: null }
];

const PORTRAIT: readonly Wish[] = [
	{ now: 3, list: below(2, 2), with: 'side' },
	{ now: 4, list: null, with: 'media' },
	{ now: 2, list: null, with: 'media' },
	{ now: 4, list: below(3, 2), with: null },
	{ now: 4, list: below(4, 1), with: null },
	{ now: 3, list: below(3, 1), with: null },
	{ now: 6, list: null, with: null },
	{ now: 4, list: null, with: null },
	{ now: 3, list: null, with: null },
	{ now: 2, list: null, with: null },
	{ now: 1, list: null, with: null }
];

interface Given {
	room: Room;
	/** one unit of the page's lengths, px */
	s: number;
	content: Content;
	/** type size that the farthest seat needs */
	em: number;
	upright: boolean;
	form: Form;
}

function sideOf({ s, content, em, upright }: Given): Side | null {
	const scale = Math.max(1, (em * LIST_SHARE) / (SIDE.figure * s));
	if (scale > SIDE.most) return null;
	const columns = Math.floor((upright ? 4 : 3) / scale);
	const queues = Math.floor((content.media ? SIDE.queues - 2 : SIDE.queues) / scale);
	return { scale, queues, columns, windows: columns * Math.floor(SIDE.rows / scale), media: content.media };
}

/** How much of the room the column beside the calls takes (upright: the band below them), px. */
function taken({ room, s, content, upright }: Given, side: Side | null): number {
	if (!side) return (upright ? room.height : room.width) * 0.5;
	if (!upright) return SIDE.width * s * side.scale;
	const queues = Math.min(content.queues, side.queues) * SIDE.queue;
	const windows = Math.ceil(Math.min(content.windows, side.windows) / side.columns) * SIDE.window;
	const media = (room.width * 9) / 16 / (s * side.scale);
	return (SIDE.head + queues + (side.media ? media : windows)) * s * side.scale;
}

/** The type size that rows have in a place, px. */
function emOf(place: Room, { rows, columns }: Rows, { s, content, form }: Given): number {
	const height = (place.height - HEADING * s) / rows - ROW_LINE * s;
	const width = (place.width - (columns - 1) * LIST_GAP * s) / columns;
	return Math.max(0, Math.min(FIGURE[form] * height, width / content.row[form]));
}

interface Places {
	now: Room;
	list: Room;
	template: string;
}

const fr = (px: number): string => `minmax(0, ${String(Math.max(1, Math.round(px)))}fr)`;

function placesBeside({ width, height }: Room, s: number): Places {
	const third = (width - GAP.columns * s) / 3;
	return {
		now: { width: third * 2, height },
		list: { width: third, height },
		template: `'now list' ${fr(height)} / ${fr(third * 2)} ${fr(third)}`
	};
}

/** Called rows are twice as high as those of the list below them. */
function heightsOf(height: number, { now, list }: Wish, s: number): [now: number, list: number] | [now: number] {
	if (!list) return [height];
	const free = height - GAP.rows * s;
	const share = Math.min(0.6, (2 * now) / (2 * now + list.rows));
	return [free * share, free * (1 - share)];
}

function placesBelow(calls: Room, wish: Wish, { s, upright }: Given, size: number): Places {
	const heights = heightsOf(calls.height, wish, s);
	const extra = wish.with;
	const areas = heights.map((high, i) => {
		const area = i === 0 ? 'now' : 'list';
		return `'${extra && !upright ? `${area} ${extra}` : area}' ${fr(high)}`;
	});
	const lines = extra && upright ? [...areas, `'${extra}' ${fr(size)}`] : areas;
	const columns = extra && !upright ? `${fr(calls.width)} ${fr(size)}` : fr(calls.width);
	const [now, list = 0] = heights;
	return {
		now: { width: calls.width, height: now },
		list: { width: calls.width, height: list },
		template: `${lines.join(' ')} / ${columns}`
	};
}

function placesOf(wish: Wish, given: Given, size: number): Places {
	const { width, height } = given.room;
	const across = wish.with && !given.upright ? size + GAP.columns * given.s : 0;
	const down = wish.with && given.upright ? size + GAP.rows * given.s : 0;
	const calls = { width: width - across, height: height - down };
	return wish.list?.beside ? placesBeside(calls, given.s) : placesBelow(calls, wish, given, size);
}

/** Pictures alone stand beside the calls only while nobody is called; the last one called is then as one of a list. */
function isWanted(wish: Wish, side: Side | null, { content }: Given): boolean {
	if (wish.with === 'side') return side !== null;
	return wish.with === null || (content.media && content.quiet);
}

function planOf(asked: Wish, given: Given): Plan | null {
	// A list of nothing takes no room.
	const wish = given.content.calls > asked.now ? asked : { ...asked, list: null };
	const side = wish.with === 'side' ? sideOf(given) : null;
	if (!isWanted(wish, side, given)) return null;
	const places = placesOf(wish, given, taken(given, side));
	const now = { rows: wish.now, columns: 1 };
	const em = emOf(places.now, now, given);
	const listEm = wish.list ? emOf(places.list, wish.list, given) : Infinity;
	return {
		...{ template: places.template, form: given.form, now, side, em, listEm },
		list: wish.list && { rows: wish.list.rows, columns: wish.list.columns },
		media: wish.with === 'media' || side?.media === true,
		fits: em >= (wish.with === 'media' ? given.em * LIST_SHARE : given.em) && listEm >= given.em * LIST_SHARE
	};
}

/**
 * The richest division of a hall screen in which the farthest seat can read everything; where there is none, the one with the
 * largest numbers, and `fits` is false.
 * @param room the middle of the screen, between masthead and foot, px
 * @param s one unit of the page's lengths, px
 */
export function plan(room: Room, s: number, content: Content, sight: Sight | null): Plan {
	const upright = room.height > room.width;
	const given = { room, s, content, em: neededEm(sight), upright };
	const wishes = upright ? PORTRAIT : LANDSCAPE;
	const inForm =
		(...forms: Form[]) =>
		(wish: Wish): Plan[] =>
			forms.flatMap((form) => planOf(wish, { ...given, form }) ?? []);
	const plans = [...wishes.flatMap(inForm('wide', 'lean')), ...wishes.flatMap(inForm('stacked'))];
	const largest = plans.reduce((best, one) => (one.em > best.em ? one : best));
	return plans.find((one) => one.fits) ?? largest;
}
