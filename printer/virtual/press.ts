import type { PrinterModel } from '../models/models.ts';
import type { Paper } from '../printer.ts';
import type { Timers } from '../wire/timers.ts';
import type { Command, HostCommand, ModeCommand, PaperCommand } from './commands.ts';
import { drawPaper } from './draw.ts';
import { Page } from './page.ts';
import type { Voice } from './voice.ts';

export interface PressParts {
	model: PrinterModel;
	voice: Voice;
	timers: Timers;
	/** millimetres of paper a second */
	speed: number;
	/** power on in Chinese mode */
	chinese: boolean;
	/** whether something stops it now */
	stopped(): boolean;
	/** how many times slower than usual it is now */
	slower(): number;
	/** the reset command was reached */
	onReset(): void;
	/** a command that wants an answer was reached */
	onAsked(command: HostCommand): void;
	onPaper(paper: Paper): void;
}

/** After so many more bytes or lines. */
export type Amount = { bytes: number } | { lines: number };

/** Dots to the millimetre. */
const DOTS = 8;
/** A cut takes as long as so much paper. */
const CUT_DOTS = 240;

/** The buffer and the paper: takes bytes as fast as they come, and prints them as fast as paper moves. */
export class Press {
	readonly #parts: PressParts;
	readonly #page: Page;
	#buffer: Uint8Array = new Uint8Array();
	#moving: (() => void) | undefined;
	#count = 0;
	#done = { bytes: 0, lines: 0 };
	#triggers: { bytes: number; lines: number; act: () => void }[] = [];

	constructor(parts: PressParts) {
		this.#parts = parts;
		this.#page = new Page(parts.model.dots, parts.chinese);
	}

	/** how many pieces of paper were cut off */
	get count(): number {
		return this.#count;
	}

	feed(bytes: Uint8Array): void {
		this.#buffer = Buffer.concat([this.#buffer, bytes]);
		this.work();
	}

	/** Forgets what is not printed yet; paper stays where it is. */
	clear(): void {
		this.#moving?.();
		this.#moving = undefined;
		this.#buffer = new Uint8Array();
		this.#page.reset();
	}

	/** Runs once, after so much more was processed. */
	after(amount: Amount, act: () => void): void {
		const bytes = 'bytes' in amount ? this.#done.bytes + amount.bytes : Infinity;
		const lines = 'lines' in amount ? this.#done.lines + amount.lines : Infinity;
		this.#triggers.push({ bytes, lines, act });
	}

	/** Goes on with what is in the buffer, until paper has to move, the buffer is empty or something stops it. */
	work(): void {
		while (!this.#moving && !this.#parts.stopped()) {
			const { voice, model } = this.#parts;
			const read = voice.read(this.#buffer, { chinese: this.#page.chinese, font: model.font });
			if (!read) return;
			this.#buffer = this.#buffer.subarray(read.used);
			this.#obey(read.command);
			this.#done.bytes += read.used;
			if (read.command.to === 'paper' && read.command.kind === 'newline') this.#done.lines += 1;
			this.#fire();
		}
	}

	#fire(): void {
		const { bytes, lines } = this.#done;
		const due = this.#triggers.filter((trigger) => trigger.bytes <= bytes || trigger.lines <= lines);
		this.#triggers = this.#triggers.filter((trigger) => !due.includes(trigger));
		for (const { act } of due) act();
	}

	#obey(command: Command): void {
		if (command.to === 'host') this.#parts.onAsked(command);
		else if (command.to === 'mode') this.#turn(command);
		else if (command.to === 'paper') this.#move(command);
	}

	#turn(command: ModeCommand): void {
		this.#page.turn(command);
		if (command.kind === 'reset') this.#parts.onReset();
	}

	/** Takes the time that paper takes to move and to be cut. */
	#move(command: PaperCommand): void {
		const { speed, timers } = this.#parts;
		const dots = this.#page.move(command);
		const cut = command.kind === 'cut';
		const ms = ((dots + (cut ? CUT_DOTS : 0)) / DOTS / speed) * 1000 * this.#parts.slower();
		if (ms === 0) return;
		this.#moving = timers.after(ms, () => {
			this.#moving = undefined;
			if (cut) this.#cut();
			this.work();
		});
	}

	#cut(): void {
		const { timers, model } = this.#parts;
		const piece = this.#page.tear();
		this.#count += 1;
		let drawn: string | undefined;
		const draw = (): string => drawPaper(piece.marks, model.dots, piece.height);
		this.#parts.onPaper({
			...{ no: this.#count, at: timers.now(), width: model.dots, ...piece },
			// Most pieces of paper are never looked at.
			get svg() {
				return (drawn ??= draw());
			}
		});
	}
}
