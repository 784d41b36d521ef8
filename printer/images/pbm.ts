import type { Found } from './grey.ts';

/** A portable bitmap, letters (P1) or bytes (P4); 1 is black (netpbm, pbm(5)). Null for other files. */
export function readPbm(bytes: Uint8Array): Found | null {
	const head = /^(P[14])((?:\s+|\s*#[^\n]*\n)+)(\d+)\s+(\d+)\s/.exec(
		Buffer.from(bytes.subarray(0, 512)).toString('latin1')
	);
	if (!head) return null;
	const [width, height] = [Number(head[3]), Number(head[4])];
	const body = bytes.subarray(head[0].length);
	const black = head[1] === 'P4' ? packed(body, width) : written(body);
	return { width, height, read: () => ({ width, height, grey: greyOf(black, width * height) }) };
}

type BlackAt = (i: number) => boolean;

function packed(body: Uint8Array, width: number): BlackAt {
	const across = Math.ceil(width / 8);
	return (i) => {
		const [x, y] = [i % width, Math.floor(i / width)];
		const byte = body[y * across + (x >> 3)];
		if (byte === undefined) throw new Error('the picture ends early');
		return ((byte >> (7 - (x & 7))) & 1) === 1;
	};
}

function written(body: Uint8Array): BlackAt {
	const dots = Buffer.from(body)
		.toString('latin1')
		.replaceAll(/#[^\n]*\n|\s/g, '');
	return (i) => {
		const dot = dots[i];
		if (dot !== '0' && dot !== '1') throw new Error('the picture ends early');
		return dot === '1';
	};
}

function greyOf(black: BlackAt, count: number): Uint8Array {
	return Uint8Array.from({ length: count }, (_, i) => (black(i) ? 0 : 255));
}
