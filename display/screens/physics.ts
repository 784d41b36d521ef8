/**
 * How large a figure must stand to be read from the farthest seat. Pure.
 *
 * EN 301 549 V3.2.1, 5.1.4: where a text cannot be enlarged, a capital H fills 0.7° of sight at the distance it is made for:
 * height = π · distance · 0.7 / 180. It is asked of the called number and its window; of the list, half.
 */

/** millimetres of figure for a millimetre of distance */
const SIGHT = (Math.PI * 0.7) / 180;
/** The shortest figure of Noto Sans SC from weight 500 on, in em; measured in test/e2e/physics.spec.ts. */
export const FIGURE_EM = 0.72;
/** of the called number's height, for what stands in lists */
export const LIST_SHARE = 0.5;
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

/** The figures of a window screen as they are drawn: of its name in the head, and of the number below it. */
const WINDOW = { plain: 100, name: 150, high: 0.3, wide: 0.4, height: 0.56, width: 0.86 };

/**
 * How large the screen above one window sets its name and its number, px. The name grows with the distance, up to a third of
 * the glass; the number always has what the middle gives.
 * @param middle what is left below the head
 * @param ems the widths of name and number in em
 * @param em what the farthest visitor needs
 */
export function windowFigures(
	glass: Room,
	middle: Room,
	ems: { name: number; number: number },
	em: number
): { name: number; number: number } {
	const upright = glass.height > glass.width;
	const s = upright
		? Math.min(glass.width / 1080, glass.height / 1920)
		: Math.min(glass.width / 1920, glass.height / 1080);
	const most = Math.min(em, WINDOW.high * glass.height, (WINDOW.wide * glass.width) / ems.name);
	return {
		// Signs of a name without a figure are higher than figures of the same type.
		name: ems.name === 0 ? WINDOW.plain * s : Math.max(WINDOW.name * s, most),
		number: Math.min(WINDOW.height * middle.height, (WINDOW.width * middle.width) / ems.number)
	};
}
