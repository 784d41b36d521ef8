/** What every reader of pictures gives. */

/** 0 is black, 255 white; row by row from above. What was transparent is white, as paper is. */
export interface Picture {
	width: number;
	height: number;
	grey: Uint8Array;
}

/** The size that a file says it has, before anything is unpacked, and how to read it; may throw for a broken file. */
export interface Found {
	width: number;
	height: number;
	read(): Picture;
}

/** How light a colour is (ITU-R BT.601). */
export function luma(red: number, green: number, blue: number): number {
	return Math.round(0.299 * red + 0.587 * green + 0.114 * blue);
}
