/** Slip lines → ESC/POS bytes. node-thermal-printer composes the commands; Chinese, wide sizes and whatever it gets wrong is ours. */
import { printer as ComposerOf, types } from 'node-thermal-printer';
import { encode as encodeQr } from 'uqr';
import type { PrinterModel } from '../models/models.ts';
import { placedDots } from '../images/rows.ts';
import type { Align, Size, SlipLine } from '../slips/lines.ts';
import { rasterBytes } from './raster.ts';
import { columns, encode, pair, wrap } from './text.ts';

/** A slip as bytes, from reset to cut. */
export interface Composed {
	bytes: Uint8Array;
	/** the characters that are not in the printer's font and stand there as □ */
	substituted: string[];
	/** the length of its paper, in dots, about */
	dots: number;
}

/**
 * ESC @ reset, FS & Chinese on (an international printer starts without), ESC R 0 ($ stays $), GS ! 0 plain size
 * (ESC @ leaves the size of Chinese characters in some firmwares).
 */
const START = Buffer.from('1b401c261b52001d2100', 'hex');
/** GS V 66: feeds to the cutter and cuts, leaving a bridge. */
const CUT = Buffer.from('1d564200', 'hex');
/** ESC d: far enough to tear the paper off by hand. */
const TEAR = Buffer.from('1b6404', 'hex');

/** Dots from one line to the next, and of a rule, at plain size. */
const LINE_DOTS = 30;
/** 24 mm: read by phones from an arm's length. */
const QR_DOTS = 192;
/** Cheap printers count the bytes of a symbol, three of them their own, in one byte. */
const QR_BYTES = 252;

/**
 * Composes one slip for one model. Never fails for what a text contains: what the font lacks is replaced and told, a QR
 * too long for the printer stands there as text.
 */
export function compose(lines: readonly SlipLine[], model: PrinterModel): Composed {
	const pen = new Pen(model);
	for (const line of lines) pen.line(line);
	return pen.done();
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
	return Buffer.concat([clear, fill, Buffer.from('0a1b40', 'hex'), model.cutter ? CUT : TEAR]);
}

/** Where a command stands that a printer obeys at once, even within other data; -1 when there is none. */
export function realtimeAt(bytes: Uint8Array): number {
	return bytes.findIndex((byte, i) => byte === 0x10 && [0x04, 0x05, 0x14].includes(bytes[i + 1] ?? 0));
}

interface Style {
	size: Size;
	align: Align;
	bold: boolean;
}

const PLAIN: Size = { wide: 1, high: 1 };

class Pen {
	readonly #model: PrinterModel;
	readonly #out: InstanceType<typeof ComposerOf>;
	#style: Style = { size: PLAIN, align: 'left', bold: false };
	#substituted = new Set<string>();
	#dots = 0;

	constructor(model: PrinterModel) {
		this.#model = model;
		this.#out = new ComposerOf({ type: types.EPSON, interface: '', width: model.columns });
		this.#out.append(START);
	}

	line(line: SlipLine): void {
		const { columns: width, font } = this.#model;
		switch (line.type) {
			case 'text':
				this.#text(line);
				break;
			case 'pair':
				this.#set({ size: PLAIN, align: 'left', bold: line.bold ?? false });
				for (const one of pair(line.left, line.right, width, font)) this.#write(one);
				break;
			case 'rule':
				this.#set({ size: PLAIN, align: 'left', bold: false });
				this.#write('─'.repeat(width / 2));
				break;
			case 'qr':
				this.#qr(line);
				break;
			case 'image':
				this.#image(line);
				break;
			case 'feed':
				for (let n = 0; n < line.lines; n += 1) this.#write('');
		}
	}

	done(): Composed {
		this.#out.append(this.#model.cutter ? CUT : TEAR);
		const bytes = this.#out.getBuffer();
		const at = realtimeAt(bytes);
		if (at >= 0) throw new Error(`a slip would contain a realtime command at byte ${String(at)}`);
		return { bytes, substituted: [...this.#substituted], dots: this.#dots };
	}

	#text({ text, size = PLAIN, align = 'left', bold = false, indent = 0 }: Extract<SlipLine, { type: 'text' }>): void {
		this.#set({ size, align, bold });
		const width = Math.floor(this.#model.columns / size.wide);
		for (const one of this.#broken(text, { width, align, indent })) this.#write(one);
	}

	/** Lines of a text; centred ones are made about equally long, so that no word stands alone. */
	#broken(text: string, { width, align, indent }: { width: number; align: Align; indent: number }): string[] {
		const { font } = this.#model;
		if (indent > 0) return this.#hang(text, width, indent);
		let lines = wrap(text, width, font);
		for (let less = width - 1; align === 'center' && lines.length > 1 && less > width / 2; less -= 1) {
			const narrower = wrap(text, less, font);
			if (narrower.length > lines.length) break;
			lines = narrower;
		}
		return lines;
	}

	/** The first line keeps its bullet, the others are set in under it. */
	#hang(text: string, width: number, indent: number): string[] {
		const { font } = this.#model;
		const chars = [...text];
		let bullet = '';
		while (chars.length > 0 && columns(bullet + (chars[0] ?? ''), font) <= indent) bullet += chars.shift() ?? '';
		const pad = ' '.repeat(indent);
		return wrap(chars.join(''), width - indent, font).map((line, i) => (i === 0 ? bullet : pad) + line);
	}

	/** Only what changes is sent, and only at the start of a line, where alone a printer heeds it. */
	#set({ size, align, bold }: Style): void {
		if (align !== this.#style.align) this.#align(align);
		if (bold !== this.#style.bold) this.#out.bold(bold);
		// GS ! acts on ASCII and Chinese alike; ESC ! leaves Chinese as it was. The library takes the height for the width.
		const { wide, high } = this.#style.size;
		if (size.wide !== wide || size.high !== high) this.#out.setTextSize(size.wide - 1, size.high - 1);
		this.#style = { size, align, bold };
	}

	#align(align: Align): void {
		if (align === 'left') this.#out.alignLeft();
		else if (align === 'center') this.#out.alignCenter();
		else this.#out.alignRight();
	}

	#write(text: string): void {
		const { bytes, substituted } = encode(text, this.#model.font);
		for (const char of substituted) this.#substituted.add(char);
		if (bytes.length > 0) this.#out.append(Buffer.from(bytes));
		this.#out.newLine();
		this.#dots += Math.max(LINE_DOTS, 24 * this.#style.size.high);
	}

	#qr({ data, module, level = 'M' }: Extract<SlipLine, { type: 'qr' }>): void {
		const bytes = Buffer.from(data, 'utf8');
		if (bytes.length > QR_BYTES) {
			this.#text({ type: 'text', text: data });
			return;
		}
		this.#set({ size: PLAIN, align: 'center', bold: false });
		const { size } = encodeQr([...bytes], { ecc: level, boostEcc: false, border: 0, maskPattern: 0 });
		const cellSize = module ?? Math.min(8, Math.max(3, Math.floor(QR_DOTS / size)));
		const settings = { model: 2, cellSize, correction: level };
		if (bytes.length === data.length) this.#out.printQR(data, settings);
		else this.#wideQr(bytes, settings);
		this.#dots += size * cellSize;
	}

	#image(line: Extract<SlipLine, { type: 'image' }>): void {
		this.#set({ size: PLAIN, align: 'left', bold: false });
		const rows = placedDots(line, this.#model.dots);
		this.#out.append(Buffer.from(rasterBytes(rows, this.#model.dots)));
		this.#dots += rows.length;
	}

	/** The library counts characters where the printer counts bytes, so other than ASCII is stored here. */
	#wideQr(bytes: Buffer, settings: { cellSize: number; correction: string }): void {
		const level = 0x30 + 'LMQH'.indexOf(settings.correction);
		this.#out.append(Buffer.from([0x1d, 0x28, 0x6b, 4, 0, 0x31, 0x41, 0x32, 0]));
		this.#out.append(Buffer.from([0x1d, 0x28, 0x6b, 3, 0, 0x31, 0x43, settings.cellSize]));
		this.#out.append(Buffer.from([0x1d, 0x28, 0x6b, 3, 0, 0x31, 0x45, level]));
		this.#out.append(Buffer.from([0x1d, 0x28, 0x6b, bytes.length + 3, 0, 0x31, 0x50, 0x30]));
		this.#out.append(bytes);
		this.#out.append(Buffer.from([0x1d, 0x28, 0x6b, 3, 0, 0x31, 0x51, 0x30]));
	}
}
