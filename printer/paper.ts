import { languageOf } from './language.ts';
import type { PrinterModel } from './models/models.ts';
import type { SlipLine } from './slips/lines.ts';

/**
 * From the head to the knife, and the feed by which a slip is torn off by hand: 15 mm, what common mechanisms have (10 to
 * 17 mm); it is fed with every slip.
 */
const MARGIN_DOTS = 120;

/** How much of the roll a slip takes, in dots of 1/8 mm, with the feed to the knife. */
export function paperDots(lines: readonly SlipLine[], model: PrinterModel): number {
	return languageOf(model).compose(lines, model).dots + MARGIN_DOTS;
}
