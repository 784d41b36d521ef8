import { readAnswers, signsOfAsb, signsOfFull, signsOfProbe, statusOf } from './escpos/status.ts';
import type { Answer } from './escpos/status.ts';
import type { PrinterModel } from './models/models.ts';
import { canPrint } from './printer.ts';
import type { PrinterStatus } from './printer.ts';
import type { KeptWire } from './wire/keep.ts';
import { pause, within } from './wire/timers.ts';
import type { Timers } from './wire/timers.ts';

export interface TalkLimits {
	/** for one answer, ms; a printer gives it at once, whatever it is doing */
	answerMs: number;
	/** after an answer, for more of them than were asked for: then some were noise */
	settleMs: number;
}

/** What a talk tells of its own accord. */
export interface TalkNews {
	/** an automatic status came in */
	onStatus(status: PrinterStatus): void;
	onPrinted(id: string): void;
}

interface TalkParts {
	wire: KeptWire;
	model: PrinterModel;
	timers: Timers;
	limits: TalkLimits;
	news: TalkNews;
}

/**
 * Questions to a printer and their answers. An answer does not say which question it belongs to, so they are asked one by
 * one, by one caller at a time; what comes unasked is told as news or dropped.
 */
export class Talk {
	readonly #parts: TalkParts;
	#rest: Uint8Array = new Uint8Array();
	#got: number[] = [];
	#full: Uint8Array | undefined;
	#wake: () => void = () => undefined;
	/** whether it has ever answered: one that did and is silent now is in trouble, one that never did is a one-way line */
	answered = false;

	constructor(parts: TalkParts) {
		this.#parts = parts;
	}

	/** Takes in whatever arrived. */
	hear(bytes: Uint8Array): void {
		const custom = this.#parts.model.status === 'custom';
		const { answers, rest } = readAnswers(Buffer.concat([this.#rest, bytes]), custom);
		this.#rest = rest;
		for (const answer of answers) this.#take(answer);
	}

	/**
	 * The status by question and answer; `unknown` when it does not answer. Trouble is believed when two rounds in a row
	 * say the same, for a stray byte can look like an answer.
	 */
	async probe(): Promise<PrinterStatus> {
		let status = await this.#round();
		for (let again = 0; again < 3; again += 1) {
			if (canPrint(status)) return status;
			const next = await this.#round();
			if (next.state === status.state) return next;
			status = next;
		}
		return status;
	}

	async #round(): Promise<PrinterStatus> {
		const answers: [number, number, number, number] = [0, 0, 0, 0];
		for (const n of [1, 2, 3, 4] as const) {
			const byte = (await this.#ask(n)) ?? (await this.#ask(n));
			if (byte === undefined) return { state: 'unknown' };
			answers[n - 1] = byte;
		}
		const status = statusOf(signsOfProbe(answers));
		if (this.#parts.model.status !== 'custom' || !canPrint(status)) return status;
		const full = await this.#askFull();
		return full ? statusOf(signsOfFull(full)) : status;
	}

	/** DLE EOT n. When more answers come than were asked for, their bits are put together: rather trouble too much. */
	async #ask(n: 1 | 2 | 3 | 4): Promise<number | undefined> {
		this.#got = [];
		if (!(await this.#put(n, () => this.#got.length > 0))) return undefined;
		await pause(this.#parts.timers, this.#parts.limits.settleMs);
		return this.#got.reduce((all, byte) => all | byte, 0);
	}

	/** DLE EOT 20, Custom's. */
	async #askFull(): Promise<Uint8Array | undefined> {
		this.#full = undefined;
		await this.#put(20, () => this.#full !== undefined);
		return this.#full;
	}

	/** Asks and waits until there is an answer; false when there is none in time. */
	async #put(n: number, there: () => boolean): Promise<boolean> {
		const { wire, timers, limits } = this.#parts;
		const heard = new Promise<void>((resolve) => {
			this.#wake = () => {
				if (there()) resolve();
			};
		});
		if ((await wire.write(Uint8Array.of(0x10, 0x04, n), limits.answerMs)) !== 'taken') return false;
		await within(timers, limits.answerMs, heard, undefined);
		return there();
	}

	#take(answer: Answer): void {
		const { news } = this.#parts;
		this.answered = true;
		if (answer.kind === 'status') this.#got.push(answer.byte);
		else if (answer.kind === 'full') this.#full = answer.bytes;
		else if (answer.kind === 'asb') news.onStatus(statusOf(signsOfAsb(answer.bytes)));
		else if (answer.kind === 'printed') news.onPrinted(answer.id);
		this.#wake();
	}
}
