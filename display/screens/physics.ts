/**
 * How large a figure must stand to be read from the farthest seat, and what of a hall screen has room then. Pure.
 *
 * EN 301 549 V3.2.1, 5.1.4: where a text cannot be enlarged, a capital H fills 0.7° of sight at the distance it is made for:
 * height = π · distance · 0.7 / 180. It is asked of the called number and its window; of the list, half.
 */

/** millimetres of figure for a millimetre of distance */
const SIGHT = (Math.PI * 0.7) / 180;
/** The shortest figure of Noto Sans SC from weight 500 on, in em; measured in test/e2e/physics.spec.ts. */
export const FIGURE_EM = 0.72;
/** of the called number's height, for what stands in lists */
const LIST_SHARE = 0.5;
const MM_PER_INCH = 25.4;

/** What is printed on the box, or what a tape measure says of a wall of LED modules. */
export type GlassSize = { inches: number } | { widthMm: number; heightMm: number };

/** A screen as it hangs: how large one of its pixels is, and how far away the farthest seat stands. */
export interface Sight {
	mmPerPx: number;
	metres: number;
}

export interface Room {
	width: number;
	height: number;
}

/** The size of a pixel. @param glass the whole screen in CSS pixels, whatever part of it the browser fills */
export function mmPerPx(size: GlassSize, glass: Room): number {
	if (!('inches' in size)) return size.heightMm / glass.height;
	return (size.inches * MM_PER_INCH) / Math.hypot(glass.width, glass.height);
}

/** How high a figure must be to be read from so far: 10 m → 122 mm. */
export function neededMm(metres: number): number {
	return metres * 1000 * SIGHT;
}

/** The type size, in px, whose figures are high enough; 0 where nothing is known of the screen. */
export function neededEm(sight: Sight | null): number {
	return sight ? neededMm(sight.metres) / (FIGURE_EM * sight.mmPerPx) : 0;
}

/** From how far figures of a type size can be read, in metres. */
export function readableMetres(em: number, pxMm: number): number {
	return (em * FIGURE_EM * pxMm) / (SIGHT * 1000);
}

/** The diagonal in inches from which on such a screen would do, rounded up. @param inches its own diagonal, whatever of it is known */
export function inchesNeeded(inches: number, readable: number, metres: number): number {
	return Math.ceil((inches * metres) / readable);
}

/** The diagonal of a size, in inches. */
export function inchesOf(size: GlassSize): number {
	return 'inches' in size ? size.inches : Math.hypot(size.widthMm, size.heightMm) / MM_PER_INCH;
}

/** What there is to show, and how much of it a row needs. */
export interface Content {
	/** the widest row, in em of its figures */
	row: number;
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
	now: Rows;
	list: Rows | null;
	side: Side | null;
	media: boolean;
	/** type size of the called numbers and of the list, px */
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
const FIGURE_OF_ROW = 0.84;
/** The column of queues and windows as it is drawn at scale 1. */
const SIDE = { width: 640, figure: 30, queue: 84, window: 100, head: 60, queues: 7, rows: 4, most: 1.5 };

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
function emOf(place: Room, { rows, columns }: Rows, { s, content }: Given): number {
	const height = (place.height - HEADING * s) / rows - ROW_LINE * s;
	const width = (place.width - (columns - 1) * LIST_GAP * s) / columns;
	return Math.max(0, Math.min(FIGURE_OF_ROW * height, width / content.row));
}

interface Places {
	now: Room;
	list: Room;
	template: string;
}

const fr = (px: number): string => `minmax(0, ${String(Math.max(1, Math.round(px)))}fr)`;

/** Called rows are twice as high as those of the list. */
function stacked(calls: Room, { now, list }: Wish, s: number): { now: number; list: number } {
	if (!list || list.beside) return { now: calls.height, list: calls.height };
	const free = calls.height - GAP.rows * s;
	const share = Math.min(0.6, (2 * now) / (2 * now + list.rows));
	return { now: free * share, list: free * (1 - share) };
}

function placesOf(wish: Wish, given: Given, size: number): Places {
	const { room, s, upright } = given;
	const extra = wish.with;
	const gap = extra ? size + (upright ? GAP.rows : GAP.columns) * s : 0;
	const calls = upright
		? { width: room.width, height: room.height - gap }
		: { width: room.width - gap, height: room.height };
	const heights = stacked(calls, wish, s);
	if (wish.list?.beside) {
		const width = (calls.width - GAP.columns * s) / 3;
		return {
			now: { width: width * 2, height: calls.height },
			list: { width, height: calls.height },
			template: `'now list' ${fr(calls.height)} / ${fr(width * 2)} ${fr(width)}`
		};
	}
	const rows = wish.list ? [`now`, `list`] : ['now'];
	const high = [heights.now, heights.list];
	const lines = rows.map((area, i) => `'${area}${extra && !upright ? ` ${extra}` : ''}' ${fr(high[i] ?? 0)}`);
	if (extra && upright) lines.push(`'${extra}' ${fr(size)}`);
	const columns = extra && !upright ? `${fr(calls.width)} ${fr(size)}` : fr(calls.width);
	return {
		now: { width: calls.width, height: heights.now },
		list: { width: calls.width, height: heights.list },
		template: `${lines.join(' ')} / ${columns}`
	};
}

function planOf(wish: Wish, given: Given): Plan | null {
	const side = wish.with === 'side' ? sideOf(given) : null;
	if (wish.with === 'side' && !side) return null;
	// Pictures alone stand beside the calls only while nobody is called.
	if (wish.with === 'media' && !(given.content.media && given.content.quiet)) return null;
	const places = placesOf(wish, given, taken(given, side));
	const now = { rows: wish.now, columns: 1 };
	const em = emOf(places.now, now, given);
	const listEm = wish.list ? emOf(places.list, wish.list, given) : Infinity;
	return {
		template: places.template,
		now,
		list: wish.list && { rows: wish.list.rows, columns: wish.list.columns },
		side,
		media: wish.with === 'media' || (side?.media ?? false),
		em,
		listEm,
		fits: em >= given.em && listEm >= given.em * LIST_SHARE
	};
}

/**
 * The richest division of a hall screen in which the farthest seat can read everything; where none does, one call alone,
 * as large as it goes, and `fits` is false.
 * @param room the middle of the screen, between masthead and foot, px
 * @param s one unit of the page's lengths, px
 */
export function plan(room: Room, s: number, content: Content, sight: Sight | null): Plan {
	const upright = room.height > room.width;
	const given: Given = { room, s, content, em: neededEm(sight), upright };
	const plans = (upright ? PORTRAIT : LANDSCAPE).flatMap((wish) => planOf(wish, given) ?? []);
	const best = plans.find((one) => one.fits) ?? plans.at(-1);
	if (!best) throw new Error('one call alone is always a plan');
	return best;
}

/** The figures of a window screen as they are drawn: of its name in the head, and of the number below it. */
const WINDOW = { name: 150, nameMost: 0.3, height: 0.56, width: 0.86 };

/**
 * How large the screen above one window sets its name and its number, px. The name grows with the distance up to a third of the
 * glass; the number always has what the middle gives.
 * @param middle what is left below the head
 * @param ems the width of the number in em
 * @param em what the farthest visitor needs
 */
export function windowFigures(glass: Room, middle: Room, ems: number, em: number): { name: number; number: number } {
	const upright = glass.height > glass.width;
	const s = upright
		? Math.min(glass.width / 1080, glass.height / 1920)
		: Math.min(glass.width / 1920, glass.height / 1080);
	return {
		name: Math.max(WINDOW.name * s, Math.min(em, WINDOW.nameMost * glass.height)),
		number: Math.min(WINDOW.height * middle.height, (WINDOW.width * middle.width) / ems)
	};
}
