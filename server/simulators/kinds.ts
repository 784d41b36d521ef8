import { BOARDS } from './boards.ts';
import { EVALUATORS, PADS } from './key-lines.ts';
import type { Kind } from './kind.ts';
import { PRINTERS } from './printers.ts';
import { READERS } from './readers.ts';
import { SCANNERS } from './scanners.ts';

/** Every kind of device that can be simulated, by the word that is typed. */
export const KINDS: Readonly<Record<string, Kind>> = {
	printer: PRINTERS,
	board: BOARDS,
	pad: PADS,
	evaluator: EVALUATORS,
	reader: READERS,
	scanner: SCANNERS
};
