import { encode as encodeQr } from 'uqr';
import type { Mark } from '../printer.ts';
import type { ModeCommand, PaperCommand } from './commands.ts';

/** Dots between two lines at least, and of a plain character. */
const SPACING = 30;
const HALF = 12;
const HEIGHT = 24;
/** From the head to the knife. */
const TO_CUTTER = 100;
const LEVELS = ['L', 'M', 'Q', 'H'] as const;

interface Size {
	wide: number;
	high: number;
}

type Char = Extract<Mark, { kind: 'char' }>;

/** The paper under the head: what is already on it, and the line that is not printed yet. */
export class Page {
	readonly #dots: number;
	readonly #chineseAtPower: boolean;
	chinese: boolean;
	#ascii: Size = { wide: 1, high: 1 };
	#hanzi: Size = { wide: 1, high: 1 };
	#bold = false;
	#align: 0 | 1 | 2 = 0;
	#module = 3;
	#level = 0;
	#stored: Uint8Array = new Uint8Array();
	#line: Char[] = [];
	#x = 0;
	#y = 0;
	#marks: Mark[] = [];
	#text: string[] = [];
	#qrs: string[] = [];

	constructor(dots: number, chineseAtPower: boolean) {
		this.#dots = dots;
		this.#chineseAtPower = chineseAtPower;
		this.chinese = chineseAtPower;
	}

	/** Obeys a command; answers by how many dots the paper moves. */
	move(command: PaperCommand): number {
		const before = this.#y;
		switch (command.kind) {
			case 'char':
				this.#char(command);
				break;
			case 'newline':
				this.#newline();
				break;
			case 'feed':
				this.#feed(command);
				break;
			case 'qr':
				this.#qr();
				break;
			case 'raster':
				this.#dotted(command.rows, command.scale);
				break;
			case 'band':
				this.#band(command.rows);
				break;
			case 'cut':
				this.#flush();
				if (command.feed) this.#y += TO_CUTTER;
		}
		return this.#y - before;
	}

	/** Obeys a command that changes what follows. */
	turn(command: ModeCommand): void {
		switch (command.kind) {
			case 'reset':
				this.reset();
				break;
			case 'chinese':
				this.chinese = command.on;
				break;
			case 'size':
				this.#turnSize(command);
				break;
			case 'bold':
				this.#bold = command.on;
				break;
			case 'align':
				this.#turnAlign(command.align);
				break;
			case 'qr-module':
				this.#module = command.dots;
				break;
			case 'qr-level':
				this.#level = command.level;
				break;
			case 'qr-store':
				this.#stored = command.data;
		}
	}

	#turnSize({ wide, high, ascii }: Extract<ModeCommand, { kind: 'size' }>): void {
		this.#ascii = { wide, high };
		if (!ascii) this.#hanzi = { wide, high };
	}

	/** Heeded at the start of a line only. */
	#turnAlign(align: 0 | 1 | 2): void {
		if (this.#line.length === 0) this.#align = align;
	}

	/** Power off and on: modes as at the start, the unprinted line is gone, the paper stays. */
	reset(): void {
		this.#line = [];
		this.#x = 0;
		this.#ascii = { wide: 1, high: 1 };
		this.#hanzi = { wide: 1, high: 1 };
		this.#bold = false;
		this.#align = 0;
		this.chinese = this.#chineseAtPower;
	}

	/** Takes the piece that was cut off. */
	tear(): { height: number; marks: Mark[]; text: string; qrs: string[] } {
		const piece = { height: this.#y, marks: this.#marks, text: this.#text.join('\n'), qrs: this.#qrs };
		this.#y = 0;
		this.#marks = [];
		this.#text = [];
		this.#qrs = [];
		return piece;
	}

	#char({ char, wide }: { char: string; wide: boolean }): void {
		const size = wide ? this.#hanzi : this.#ascii;
		const width = HALF * (wide ? 2 : 1) * size.wide;
		if (this.#x + width > this.#dots) this.#newline();
		this.#line.push({ kind: 'char', char, x: this.#x, y: 0, width, height: HEIGHT * size.high, bold: this.#bold });
		this.#x += width;
	}

	#newline(): void {
		const height = Math.max(0, ...this.#line.map((mark) => mark.height));
		const left = this.#offset(this.#x);
		for (const mark of this.#line) this.#marks.push({ ...mark, x: mark.x + left, y: this.#y + height - mark.height });
		this.#text.push(this.#line.map((mark) => mark.char).join(''));
		this.#line = [];
		this.#x = 0;
		this.#y += Math.max(SPACING, height);
	}

	#flush(): void {
		if (this.#line.length > 0) this.#newline();
	}

	#feed({ lines, dots }: { lines: number; dots: number }): void {
		this.#flush();
		this.#y += lines * SPACING + dots;
	}

	#qr(): void {
		const level = LEVELS[this.#level] ?? 'L';
		const { data } = encodeQr([...this.#stored], { ecc: level, boostEcc: false, border: 0, maskPattern: 0 });
		this.#qrs.push(Buffer.from(this.#stored).toString('utf8'));
		this.#dotted(data, this.#module);
	}

	#dotted(rows: boolean[][], scale: number): void {
		this.#flush();
		const width = (rows[0]?.length ?? 0) * scale;
		this.#marks.push({ kind: 'dots', x: this.#offset(width), y: this.#y, scale, rows });
		this.#y += rows.length * scale;
	}

	/** Dots beside what is on the line; it stands where the line will. */
	#band(rows: boolean[][]): void {
		this.#marks.push({ kind: 'dots', x: this.#offset(rows[0]?.length ?? 0), y: this.#y, scale: 1, rows });
	}

	#offset(width: number): number {
		return Math.max(0, Math.floor(((this.#dots - width) * this.#align) / 2));
	}
}
