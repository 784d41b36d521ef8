import { luma, type Found, type Picture } from './grey.ts';

interface Header {
	width: number;
	height: number;
	/** rows stand from below to above unless the height is negative */
	upright: boolean;
	bits: number;
	/** where the colours stand, and how many */
	palette: number;
	colours: number;
	/** where the dots stand */
	dots: number;
}

const DEPTHS = [1, 4, 8, 24, 32];

/**
 * A Windows bitmap without compression, 1, 4, 8, 24 or 32 bits (BITMAPFILEHEADER, BITMAPINFOHEADER). The fourth byte of
 * 32 bits is not heeded: few programs fill it. Null for other files.
 */
export function readBmp(bytes: Uint8Array): Found | null {
	const file = Buffer.from(bytes);
	if (file.toString('latin1', 0, 2) !== 'BM') return null;
	const header = headerOf(file);
	return { width: header.width, height: header.height, read: () => dotsOf(file, header) };
}

function headerOf(file: Buffer): Header {
	const [size, high] = [file.readUInt32LE(14), file.readInt32LE(22)];
	const [bits, compression, used] = [file.readUInt16LE(28), file.readUInt32LE(30), file.readUInt32LE(46)];
	// 3: the bits of each colour are told; with 32 bits they are where they would be anyway.
	const plain = compression === 0 || (compression === 3 && bits === 32);
	if (!DEPTHS.includes(bits) || !plain) throw new Error(`a bitmap of ${String(bits)} bits, ${String(compression)}`);
	return {
		...{ width: file.readInt32LE(18), height: Math.abs(high), upright: high < 0, bits },
		...{ palette: 14 + size, colours: used === 0 ? 2 ** bits : used, dots: file.readUInt32LE(10) }
	};
}

/** Rows are filled up to four bytes. */
function dotsOf(file: Buffer, header: Header): Picture {
	const { width, height, upright, bits, dots } = header;
	const across = Math.ceil((width * bits) / 32) * 4;
	const grey = new Uint8Array(width * height);
	for (let y = 0; y < height; y += 1) {
		const at = dots + (upright ? y : height - 1 - y) * across;
		for (let x = 0; x < width; x += 1) grey[y * width + x] = greyAt(file, at, { x, header });
	}
	return { width, height, grey };
}

function greyAt(file: Buffer, row: number, { x, header }: { x: number; header: Header }): number {
	const { bits, palette, colours } = header;
	if (bits > 8) return colourAt(file, row + (x * bits) / 8);
	const first = x * bits;
	const index = (file.readUInt8(row + (first >> 3)) >> (8 - bits - (first & 7))) & (2 ** bits - 1);
	return colourAt(file, palette + 4 * Math.min(index, colours - 1));
}

/** Blue, green, red. */
function colourAt(file: Buffer, at: number): number {
	return luma(file.readUInt8(at + 2), file.readUInt8(at + 1), file.readUInt8(at));
}
