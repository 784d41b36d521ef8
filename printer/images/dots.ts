/** Grey → black or white, as many dots across as the paper has room for. Pure. */
import type { Picture } from './grey.ts';
import type { DotRow } from './rows.ts';

/** A sign of flat colours is cut at half grey, so that its edges stay sharp; from so many greys on, dots imitate them. */
const FLAT_SHARE = 0.9;
const NEARLY = 40;

/** The dots of a picture, at most so many across and in its own proportions: made smaller, never larger. */
export function dotsOf(picture: Picture, across: number): DotRow[] {
	const { width, height, grey } = smaller(picture, across);
	const values = Float64Array.from(grey);
	const spreads = shareOfGreys(grey) > 1 - FLAT_SHARE;
	return Array.from({ length: height }, (_, y) =>
		Array.from({ length: width }, (_dot, x) => {
			const value = values[y * width + x] ?? 255;
			const black = value < 128;
			if (spreads) spread(values, { x, y, width, height }, value - (black ? 0 : 255));
			return black;
		})
	);
}

function shareOfGreys(grey: Uint8Array): number {
	return grey.filter((value) => value > NEARLY && value < 255 - NEARLY).length / grey.length;
}

/** Each dot is the mean of what it covers. */
function smaller(picture: Picture, across: number): Picture {
	const scale = picture.width / Math.max(1, Math.floor(across));
	if (scale <= 1) return picture;
	const width = Math.max(1, Math.floor(across));
	const height = Math.max(1, Math.round(picture.height / scale));
	const down = picture.height / height;
	const grey = Uint8Array.from({ length: width * height }, (_, i) => {
		const [x, y] = [i % width, Math.floor(i / width)];
		return mean(picture, { left: x * scale, right: (x + 1) * scale, top: y * down, bottom: (y + 1) * down });
	});
	return { width, height, grey };
}

function mean(
	{ width, height, grey }: Picture,
	{ left, right, top, bottom }: { left: number; right: number; top: number; bottom: number }
): number {
	let [sum, count] = [0, 0];
	const [endX, endY] = [
		Math.min(width, Math.max(Math.floor(left) + 1, Math.floor(right))),
		Math.min(height, Math.max(Math.floor(top) + 1, Math.floor(bottom)))
	];
	for (let y = Math.floor(top); y < endY; y += 1) {
		for (let x = Math.floor(left); x < endX; x += 1) {
			sum += grey[y * width + x] ?? 255;
			count += 1;
		}
	}
	return Math.round(sum / Math.max(1, count));
}

/** What a dot is too dark or too light is made good by those after it (Floyd and Steinberg, 1976). */
const SHARES = [
	[1, 0, 7],
	[-1, 1, 3],
	[0, 1, 5],
	[1, 1, 1]
] as const;

function spread(
	values: Float64Array,
	{ x, y, width, height }: { x: number; y: number; width: number; height: number },
	error: number
): void {
	for (const [right, down, share] of SHARES) {
		const [toX, toY] = [x + right, y + down];
		if (toX < 0 || toX >= width || toY >= height) continue;
		const at = toY * width + toX;
		values[at] = (values[at] ?? 0) + (error * share) / 16;
	}
}
