/** WAV files to sound and back. Pure: bytes in, bytes out. */

/** One channel of sound. */
export interface Sound {
	/** samples a second */
	rate: number;
	/** −1 to 1 */
	samples: Float32Array;
}

export type ParsedWav =
	| { ok: true; sound: Sound }
	/** not-wav: no RIFF/WAVE file; not-pcm: compressed, or of an unknown width or rate; empty: no samples in it */
	| { ok: false; fault: 'not-wav' | 'not-pcm' | 'empty' };

interface Format {
	kind: number;
	channels: number;
	rate: number;
	bits: number;
}

const PCM = 1;
const EXTENSIBLE = 0xfffe;
const HEADER_BYTES = 44;
/** Of whatever was ever recorded with; any other rate is a broken header, and would ask for hours of work or for all memory. */
const RATES = { least: 4000, most: 384_000 };

function tag(view: DataView, at: number): string {
	return String.fromCharCode(view.getUint8(at), view.getUint8(at + 1), view.getUint8(at + 2), view.getUint8(at + 3));
}

function formatAt(view: DataView, at: number, size: number): Format {
	const kind = view.getUint16(at, true);
	return {
		// An extensible header names the true kind in the first two bytes of its GUID.
		kind: kind === EXTENSIBLE && size >= 26 ? view.getUint16(at + 24, true) : kind,
		channels: view.getUint16(at + 2, true),
		rate: view.getUint32(at + 4, true),
		bits: view.getUint16(at + 14, true)
	};
}

type Reader = (view: DataView, at: number) => number;

const READERS: Record<string, Reader> = {
	'1:8': (view, at) => (view.getUint8(at) - 128) / 128,
	'1:16': (view, at) => view.getInt16(at, true) / 32768,
	'1:24': (view, at) => (view.getUint16(at, true) + view.getInt8(at + 2) * 65536) / 8388608,
	'1:32': (view, at) => view.getInt32(at, true) / 2147483648,
	'3:32': (view, at) => view.getFloat32(at, true)
};

/** How one sample is read; undefined for what cannot be. */
function readerOf({ kind, bits, channels, rate }: Format): Reader | undefined {
	if (channels < 1 || rate < RATES.least || rate > RATES.most) return undefined;
	return READERS[`${kind}:${bits}`];
}

function mixed(view: DataView, format: Format, read: Reader): Float32Array {
	const width = format.bits / 8;
	const frame = width * format.channels;
	const samples = new Float32Array(Math.floor(view.byteLength / frame));
	for (let i = 0; i < samples.length; i++) {
		let sum = 0;
		for (let c = 0; c < format.channels; c++) sum += read(view, i * frame + c * width);
		samples[i] = sum / format.channels;
	}
	return samples;
}

interface Chunks {
	format: Format | null;
	data: DataView | null;
}

/** A program that writes to a pipe does not know the length: a size beyond the end means "up to the end". */
function chunksOf(view: DataView): Chunks {
	const chunks: Chunks = { format: null, data: null };
	let at = 12;
	while (at + 8 <= view.byteLength) {
		const start = at + 8;
		const size = Math.min(view.getUint32(at + 4, true), view.byteLength - start);
		const name = tag(view, at);
		if (name === 'fmt ' && size >= 16) chunks.format = formatAt(view, start, size);
		if (name === 'data') chunks.data = new DataView(view.buffer, view.byteOffset + start, size);
		at = start + size + (size % 2);
	}
	return chunks;
}

/**
 * Reads a WAV file: PCM of 8, 16, 24 or 32 bit or 32-bit float, 4 to 384 kHz, channels mixed to one.
 * Layout: Microsoft/IBM "Multimedia Programming Interface and Data Specifications 1.0" and WAVEFORMATEXTENSIBLE.
 */
export function parseWav(bytes: Uint8Array): ParsedWav {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	if (view.byteLength < 12 || tag(view, 0) !== 'RIFF' || tag(view, 8) !== 'WAVE')
		return { ok: false, fault: 'not-wav' };
	const { format, data } = chunksOf(view);
	if (!format || !data) return { ok: false, fault: 'not-wav' };
	const read = readerOf(format);
	if (!read) return { ok: false, fault: 'not-pcm' };
	const samples = mixed(data, format, read);
	return samples.length === 0 ? { ok: false, fault: 'empty' } : { ok: true, sound: { rate: format.rate, samples } };
}

function header(view: DataView, rate: number, dataBytes: number): void {
	const put = (at: number, text: string): void => {
		for (let i = 0; i < text.length; i++) view.setUint8(at + i, text.charCodeAt(i));
	};
	put(0, 'RIFF');
	view.setUint32(4, HEADER_BYTES - 8 + dataBytes, true);
	put(8, 'WAVEfmt ');
	view.setUint32(16, 16, true);
	view.setUint16(20, PCM, true);
	view.setUint16(22, 1, true);
	view.setUint32(24, rate, true);
	view.setUint32(28, rate * 2, true);
	view.setUint16(32, 2, true);
	view.setUint16(34, 16, true);
	put(36, 'data');
	view.setUint32(40, dataBytes, true);
}

/** A sound as a WAV file: PCM, 16 bit, mono. Samples beyond ±1 are clipped. */
export function writeWav(sound: Sound): Uint8Array {
	const bytes = new Uint8Array(HEADER_BYTES + sound.samples.length * 2);
	const view = new DataView(bytes.buffer);
	header(view, sound.rate, sound.samples.length * 2);
	for (let i = 0; i < sound.samples.length; i++) {
		const sample = Math.max(-1, Math.min(1, sound.samples[i] ?? 0));
		view.setInt16(HEADER_BYTES + i * 2, Math.round(sample * 32767), true);
	}
	return bytes;
}
