/** Slip lines → ESC/POS bytes. node-thermal-printer composes the commands; Chinese, wide sizes and whatever it gets wrong is ours. */
import { printer as ComposerOf, types } from 'node-thermal-printer';
import { machineGlyphs } from '../glyphs/canvas.ts';
import type { Glyphs } from '../glyphs/glyphs.ts';
import type { PrinterModel } from '../models/models.ts';
import type { SlipLine } from '../slips/lines.ts';
import { Typesetter } from '../typeset.ts';
import type { Hand, QrSettings } from '../typeset.ts';
import { rasterBytes } from './raster.ts';

/** A slip as bytes, from reset to cut. */
export interface Composed {
	bytes: Uint8Array;
	/** the characters that neither the printer's font nor one of this machine has, and that stand there as □ */
	substituted: string[];
	/** the length of its paper, in dots, about */
	dots: number;
}

/**
 * ESC @ reset, FS & Chinese on (an international printer starts without), ESC R 0 ($ stays $), GS ! 0 plain size
 * (ESC @ leaves the size of Chinese characters in some firmwares).
 */
const START = Buffer.from('1b401c261b52001d2100', 'hex');
/** GS V 66 and 65: feeds to the cutter and cuts, leaving a bridge or not; ESC d: far enough to tear it off by hand. */
const END = {
	partial: Buffer.from('1d564200', 'hex'),
	full: Buffer.from('1d564100', 'hex'),
	none: Buffer.from('1b6404', 'hex')
};

/**
 * Composes one slip for one model. Never fails for what a text contains: a line with letters that the printer's font lacks
 * is drawn, what cannot be drawn is replaced and told, a QR too long for the printer stands there as text.
 */
export function compose(lines: readonly SlipLine[], model: PrinterModel, glyphs: Glyphs = machineGlyphs): Composed {
	const out = new ComposerOf({ type: types.EPSON, interface: '', width: model.columns });
	out.append(START);
	const setter = new Typesetter(model, glyphs, handOf(out, model));
	for (const line of lines) setter.line(line);
	out.append(END[model.cutter]);
	const bytes = out.getBuffer();
	const at = realtimeAt(bytes);
	if (at >= 0) throw new Error(`a slip would contain a realtime command at byte ${String(at)}`);
	return { bytes, substituted: [...setter.substituted], dots: setter.dots };
}

/** GS ( H: asks for `37 22 id 00` once everything before it is on paper. The id is four characters. */
export function acknowledge(id: string): Uint8Array {
	return Buffer.concat([Buffer.from('1d284806003030', 'hex'), Buffer.from(id, 'latin1')]);
}

/**
 * Brings a printer that was left in the middle of a job back to the start of a line, and cuts off the torn slip, lest the
 * next visitor gets two numbers. `broken`: bytes are missing, so its buffer is cleared where it can be, and a symbol that
 * it may still be waiting for is filled up; without that a printer that is merely slow may finish first.
 */
export function recover(model: PrinterModel, broken: boolean): Uint8Array {
	const clear = Buffer.from(broken && model.clears ? '10140801031401060208' : '', 'hex');
	const fill = new Uint8Array(broken ? 256 : 0);
	return Buffer.concat([clear, fill, Buffer.from('0a1b40', 'hex'), END[model.cutter]]);
}

/** Where a command stands that a printer obeys at once, even within other data; -1 when there is none. */
export function realtimeAt(bytes: Uint8Array): number {
	return bytes.findIndex((byte, i) => byte === 0x10 && [0x04, 0x05, 0x14].includes(bytes[i + 1] ?? 0));
}

type Out = InstanceType<typeof ComposerOf>;

function handOf(out: Out, model: PrinterModel): Hand {
	return {
		align: (align) => {
			if (align === 'left') out.alignLeft();
			else if (align === 'center') out.alignCenter();
			else out.alignRight();
		},
		bold: (on) => {
			out.bold(on);
		},
		// GS ! acts on ASCII and Chinese alike; ESC ! leaves Chinese as it was. The library takes the height for the width.
		size: ({ wide, high }) => {
			out.setTextSize(wide - 1, high - 1);
		},
		write: (bytes) => {
			if (bytes.length > 0) out.append(Buffer.from(bytes));
			out.newLine();
		},
		dots: (rows) => {
			out.append(Buffer.from(rasterBytes(rows, model.dots)));
		},
		qr: (data, settings) => {
			out.append(qr(data, settings));
		}
	};
}

/**
 * GS ( k: model 2, dots of a module, level, the data with its length, print. The library has no module of more than eight
 * dots, and counts characters where the printer counts bytes.
 */
function qr(data: Uint8Array, { module, level }: QrSettings): Buffer {
	const symbol = (...more: number[]): Buffer => Buffer.of(0x1d, 0x28, 0x6b, ...more);
	return Buffer.concat([
		symbol(4, 0, 0x31, 0x41, 0x32, 0),
		symbol(3, 0, 0x31, 0x43, module),
		symbol(3, 0, 0x31, 0x45, 0x30 + 'LMQH'.indexOf(level)),
		symbol(data.length + 3, 0, 0x31, 0x50, 0x30),
		data,
		symbol(3, 0, 0x31, 0x51, 0x30)
	]);
}
