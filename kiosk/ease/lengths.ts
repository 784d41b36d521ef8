/** From millimetres on the glass to pixels of the page. Pure. */
import type { KioskScreen } from '#server/views.ts';
import { SIZES, type Size } from './ease.svelte.ts';

/** What a seated person reaches: not above 1 220 mm (EN 301 549 clause 8.3.3; ADA 308). */
const REACH_MM = 1220;
/** The least height of a capital letter on a kiosk (Section 508, 2001: 4.8 mm). */
const CAPITAL_MM = 4.8;
/** The least side of what is touched. */
const TARGET_MM = 20;
/** Height of a capital letter of our typeface, in em. */
const CAPITAL_EM = 0.733;
/** A pixel where nobody has measured the screen: 96 to the inch. */
const MM_UNMEASURED = 96 / 25.4;
/** So much of a page is needed to be of use, however low one sits. */
const LEAST_PART = 0.45;

export interface Glass {
	/** CSS pixels */
	width: number;
	height: number;
	/** as the hall file has measured it; null when nobody has */
	screen: KioskScreen | null;
}

/** CSS pixels of one millimetre. */
export function pixelsPerMm({ width, screen }: Pick<Glass, 'width' | 'screen'>): number {
	return screen ? width / screen.widthMm : MM_UNMEASURED;
}

/**
 * CSS pixels, from the lower edge, that a seated person reaches; never less than what a page needs. Of a screen that nobody
 * has measured, the lower half of an upright one and the whole of a lying one, which is hardly 40 cm high.
 */
export function reachPx(glass: Glass): number {
	const { width, height, screen } = glass;
	const least = height * LEAST_PART;
	if (!screen) return height > width ? height / 2 : height;
	return Math.min(height, Math.max(least, (REACH_MM - screen.lowerEdgeMm) * pixelsPerMm(glass)));
}

/** The custom properties of the frame: scale of the text, millimetre, reach, and the least sizes where it is measured. */
export function lengths(glass: Glass, size: Size): string {
	const mm = pixelsPerMm(glass);
	const least = glass.screen ? mm : 0;
	const values = {
		...{ scale: String(SIZES[size]), mm: px(mm), reach: px(reachPx(glass)) },
		...{ 'least-text': px((CAPITAL_MM / CAPITAL_EM) * least), 'least-target': px(TARGET_MM * least) }
	};
	return Object.entries(values)
		.map(([name, value]) => `--${name}: ${value}`)
		.join('; ');
}

function px(value: number): string {
	return `${value.toFixed(2)}px`;
}
