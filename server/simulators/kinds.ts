import { BOARDS } from './boards.ts';
import type { Kind } from './kind.ts';
import { PADS } from './pads.ts';
import { PRINTERS } from './printers.ts';
import { READERS } from './readers.ts';

/** Every kind of device that can be simulated, by the word that is typed. */
export const KINDS: Readonly<Record<string, Kind>> = { printer: PRINTERS, board: BOARDS, pad: PADS, reader: READERS };
