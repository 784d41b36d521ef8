/** The bytes of a picture file → grey dots. PNG, BMP and PBM: what a hall has its sign in, and what old tools write. */
import { PNG } from 'pngjs';
import { readBmp } from './bmp.ts';
import { luma, type Found, type Picture } from './grey.ts';
import { readPbm } from './pbm.ts';

export type PictureFault = 'wrong-kind' | 'broken' | 'too-large';
export type PictureRead = { ok: true; picture: Picture } | { ok: false; fault: PictureFault };

/** A sign of three times the widest head and as high; more is a photograph. */
const MOST_PIXELS = 4_000_000;

/** Reads a file by how it begins. Never throws for what a file contains. */
export function readPicture(bytes: Uint8Array): PictureRead {
	try {
		const found = [readPng, readBmp, readPbm].map((reader) => reader(bytes)).find((one) => one !== null);
		if (!found) return { ok: false, fault: 'wrong-kind' };
		const { width, height } = found;
		if (width < 1 || height < 1) return { ok: false, fault: 'broken' };
		return width * height > MOST_PIXELS ? { ok: false, fault: 'too-large' } : { ok: true, picture: found.read() };
	} catch {
		return { ok: false, fault: 'broken' };
	}
}

const SIGNATURE = '89504e470d0a1a0a';

/** The size stands in the first chunk, IHDR (PNG specification, 11.2.2). */
function readPng(bytes: Uint8Array): Found | null {
	const file = Buffer.from(bytes);
	if (file.toString('hex', 0, 8) !== SIGNATURE) return null;
	const [width, height] = [file.readUInt32BE(16), file.readUInt32BE(20)];
	return { width, height, read: () => greyOf(PNG.sync.read(file)) };
}

function greyOf({ width, height, data }: { width: number; height: number; data: Uint8Array }): Picture {
	const grey = Uint8Array.from({ length: width * height }, (_, i) => {
		const [red = 0, green = 0, blue = 0, alpha = 0] = data.subarray(i * 4, i * 4 + 4);
		return onWhite(luma(red, green, blue), alpha);
	});
	return { width, height, grey };
}

function onWhite(grey: number, alpha: number): number {
	return Math.round((grey * alpha + 255 * (255 - alpha)) / 255);
}
