/** Slip lines → what is written on paper, line by line, the same in every printer's language. */
import { encode as encodeQr } from 'uqr';
import { columns, encode, pair, wrap } from './escpos/text.ts';
import type { Face } from './escpos/text.ts';
import type { Glyphs } from './glyphs/glyphs.ts';
import { lay } from './glyphs/lay.ts';
import { placedDots } from './images/rows.ts';
import type { DotRow } from './images/rows.ts';
import type { PrinterModel } from './models/models.ts';
import type { Align, Size, SlipLine } from './slips/lines.ts';

/** How a language puts it. Changes are told only at the start of a line, where alone a printer heeds them. */
export interface Hand {
	align(align: Align): void;
	bold(on: boolean): void;
	size(size: Size): void;
	/** one line of text, ended */
	write(bytes: Uint8Array): void;
	/** from the left edge of the paper; at plain size and left */
	dots(rows: readonly DotRow[]): void;
	/** at plain size, centred */
	qr(data: Uint8Array, settings: QrSettings): void;
}

export interface QrSettings {
	/** dots of a module */
	module: number;
	level: 'L' | 'M' | 'Q' | 'H';
}

/** Dots from one line to the next, and of a rule, at plain size. */
const LINE_DOTS = 30;
/** 24 mm: read by phones from an arm's length. */
const QR_DOTS = 192;
/** The largest modules: `GS ( k`, Star's `ESC GS y`. */
const MODULE_DOTS = { escpos: 16, star: 8 };
/** Cheap printers count the bytes of a symbol, three of them their own, in one byte. */
const QR_BYTES = 252;

interface Style {
	size: Size;
	align: Align;
	bold: boolean;
}

const PLAIN: Size = { wide: 1, high: 1 };

/** Breaks lines, sets them, and draws those that the printer has no letters for. */
export class Typesetter {
	readonly #model: PrinterModel;
	readonly #face: Face;
	readonly #hand: Hand;
	#style: Style = { size: PLAIN, align: 'left', bold: false };
	/** what no font has, and □ stands for */
	readonly substituted = new Set<string>();
	/** the length of the paper so far, about */
	dots = 0;

	constructor(model: PrinterModel, glyphs: Glyphs, hand: Hand) {
		this.#model = model;
		this.#face = { font: model.font, glyphs };
		this.#hand = hand;
	}

	line(line: SlipLine): void {
		switch (line.type) {
			case 'text':
				this.#text(line);
				break;
			case 'pair':
				this.#set({ size: PLAIN, align: 'left', bold: line.bold ?? false });
				for (const one of pair(line.left, line.right, this.#model.columns, this.#face)) this.#write(one);
				break;
			case 'rule':
				this.#rule();
				break;
			case 'qr':
				this.#qr(line);
				break;
			case 'image':
				this.#image(placedDots(line, this.#model.dots));
				break;
			case 'feed':
				for (let n = 0; n < line.lines; n += 1) this.#write('');
		}
	}

	#rule(): void {
		const { columns: width, font } = this.#model;
		this.#set({ size: PLAIN, align: 'left', bold: false });
		this.#write(font === 'none' ? '-'.repeat(width) : '─'.repeat(width / 2));
	}

	#text({ text, size = PLAIN, align = 'left', bold = false, indent = 0 }: Extract<SlipLine, { type: 'text' }>): void {
		this.#set({ size, align, bold });
		const width = Math.floor(this.#model.columns / size.wide);
		for (const one of this.#broken(text, { width, align, indent })) this.#write(one);
	}

	/** Lines of a text; centred ones are made about equally long, so that no word stands alone. */
	#broken(text: string, { width, align, indent }: { width: number; align: Align; indent: number }): string[] {
		if (indent > 0) return this.#hang(text, width, indent);
		let lines = wrap(text, width, this.#face);
		for (let less = width - 1; align === 'center' && lines.length > 1 && less > width / 2; less -= 1) {
			const narrower = wrap(text, less, this.#face);
			if (narrower.length > lines.length) break;
			lines = narrower;
		}
		return lines;
	}

	/** The first line keeps its bullet, the others are set in under it. */
	#hang(text: string, width: number, indent: number): string[] {
		const chars = [...text];
		let bullet = '';
		while (chars.length > 0 && columns(bullet + (chars[0] ?? ''), this.#face) <= indent) bullet += chars.shift() ?? '';
		const pad = ' '.repeat(indent);
		return wrap(chars.join(''), width - indent, this.#face).map((line, i) => (i === 0 ? bullet : pad) + line);
	}

	/** Only what changes is told. */
	#set({ size, align, bold }: Style): void {
		if (align !== this.#style.align) this.#hand.align(align);
		if (bold !== this.#style.bold) this.#hand.bold(bold);
		const { wide, high } = this.#style.size;
		if (size.wide !== wide || size.high !== high) this.#hand.size(size);
		this.#style = { size, align, bold };
	}

	#write(text: string): void {
		const { bytes, substituted, drawn } = encode(text, this.#face);
		for (const char of substituted) this.substituted.add(char);
		if (drawn === undefined) {
			this.#hand.write(bytes);
			this.dots += Math.max(LINE_DOTS, 24 * this.#style.size.high);
		} else this.#draw(drawn);
	}

	#draw(text: string): void {
		const style = this.#style;
		const face = this.#face;
		const columnsOf = (char: string): number => columns(char, face);
		const line = lay(text, { ...style, ...style.size, width: this.#model.dots, columnsOf });
		this.#image(face.glyphs.draw(line));
		this.#set(style);
	}

	#image(rows: readonly DotRow[]): void {
		this.#set({ size: PLAIN, align: 'left', bold: false });
		this.#hand.dots(rows);
		this.dots += rows.length;
	}

	#qr({ data, module, level = 'M' }: Extract<SlipLine, { type: 'qr' }>): void {
		const bytes = Buffer.from(data, 'utf8');
		if (bytes.length > QR_BYTES) {
			this.#text({ type: 'text', text: data });
			return;
		}
		this.#set({ size: PLAIN, align: 'center', bold: false });
		const { size } = encodeQr([...bytes], { ecc: level, boostEcc: false, border: 0, maskPattern: 0 });
		const wanted = module ?? Math.min(8, Math.max(3, Math.floor(QR_DOTS / size)));
		// A symbol that is wider than the paper is not printed at all.
		const dots = Math.min(wanted, Math.floor(this.#model.dots / size), MODULE_DOTS[this.#model.language]);
		this.#hand.qr(bytes, { module: dots, level });
		this.dots += size * dots;
	}
}
