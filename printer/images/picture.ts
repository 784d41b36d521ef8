/** The bytes of a picture file → grey dots. PNG, BMP and PBM: what a hall has its sign in, and what old tools write. */
import { inflateSync } from 'node:zlib';
import { PNG } from 'pngjs';
import { readBmp } from './bmp.ts';
import { luma, type Found, type Picture } from './grey.ts';
import { readPbm } from './pbm.ts';

export type PictureFault = 'wrong-kind' | 'broken' | 'too-large';
export type PictureRead = { ok: true; picture: Picture } | { ok: false; fault: PictureFault };

/** A sign of three times the widest head and as high; more is a photograph. */
const MOST_PIXELS = 4_000_000;
/** Rows of paper, about 30 cm: a narrow picture that is higher would unroll metres with every slip. */
const MOST_HIGH = 2500;

/** Reads a file by how it begins. Never throws for what a file contains. */
export function readPicture(bytes: Uint8Array): PictureRead {
	try {
		const found = [readPng, readBmp, readPbm].map((reader) => reader(bytes)).find((one) => one !== null);
		if (!found) return { ok: false, fault: 'wrong-kind' };
		const { width, height } = found;
		if (width < 1 || height < 1) return { ok: false, fault: 'broken' };
		if (width * height > MOST_PIXELS || height > MOST_HIGH) return { ok: false, fault: 'too-large' };
		return { ok: true, picture: found.read() };
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
	return {
		width,
		height,
		read() {
			unpack(file, (width * 8 + PASSES) * height + PASSES);
			return greyOf(PNG.sync.read(file));
		}
	};
}

/** An interlaced picture comes in so many parts, each row of each with a byte of its own before it. */
const PASSES = 7;

/** Throws for a file that unpacks to more bytes than its picture can have: the library has no limit of its own for all kinds. */
function unpack(file: Buffer, most: number): void {
	const parts: Buffer[] = [];
	for (let at = 8; at + 8 < file.length; at += 12 + file.readUInt32BE(at)) {
		const end = at + 8 + file.readUInt32BE(at);
		if (file.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(file.subarray(at + 8, end));
	}
	inflateSync(Buffer.concat(parts), { maxOutputLength: most });
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
