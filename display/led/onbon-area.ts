/** A dynamic area of an Onbon card: a rectangle with a text, kept in RAM (protocol 1.4, sections 8.2.1 and 9.1). */
import { low16 } from './crc.ts';

export interface OnbonArea {
	/** 0-4, on 5K cards 0-7 */
	id: number;
	/** pixels */
	x: number;
	y: number;
	width: number;
	height: number;
	/** one line that runs on, instead of lines that end with `\n` */
	singleLine: boolean;
	motion: 'still' | 'left';
	/** text in the card's code, with its `\` commands */
	text: Uint8Array;
	/** the card itself removes the area when nothing new came for so long */
	blankAfterS?: number;
}

/** Set in x and width: they count pixels, not groups of eight. */
const IN_PIXELS = 0x8000;
const LOOP = 0;
const BLANK_WHEN_STALE = 2;
const MOTIONS = { still: 1, left: 3 };
/** Half seconds; how long a page stands before the next one. */
const STAY = 10;

/** The data of command A3 06 that draws these areas and deletes none. */
export function dynamicAreas(areas: readonly OnbonArea[]): number[] {
	const blocks = areas.map(areaBytes);
	return [0, blocks.length, ...blocks.flatMap((block) => [...low16(block.length), ...block])];
}

function areaBytes(area: OnbonArea): number[] {
	const { blankAfterS = 10 } = area;
	const mode = area.blankAfterS === undefined ? LOOP : BLANK_WHEN_STALE;
	return [
		...[0, ...low16(area.x | IN_PIXELS), ...low16(area.y), ...low16(area.width | IN_PIXELS), ...low16(area.height)],
		...[area.id, 0, mode, ...low16(Math.min(blankAfterS, 0xffff)), 0],
		...[0, 0, area.singleLine ? 1 : 2, 1, MOTIONS[area.motion], 0, 2, STAY],
		...[...low16(area.text.length), 0, 0],
		...area.text
	];
}
