import type { Conversation, TalkParts } from '../conversation.ts';
import { statusOf } from '../escpos/status.ts';
import { signsOf } from '../models/status.ts';
import { canPrint } from '../printer.ts';
import type { PrinterStatus } from '../printer.ts';
import { pause, within } from '../wire/timers.ts';
import { Marks } from './marks.ts';
import { readStar } from './status.ts';
import type { StarStatus } from './status.ts';

/** While it tells every change by itself it is told to do so again every so many looks: it may have lost its power. */
const ALL_EVERY = 10;
const ETB = 0x17;

/** Questions in Star Line and their answers, one at a time. */
export class StarTalk implements Conversation {
	readonly #parts: TalkParts;
	#rest: Uint8Array = new Uint8Array();
	#status: PrinterStatus | undefined;
	readonly #marks = new Marks();
	#looks = 0;
	#wake: () => void = () => undefined;
	answered = false;
	readonly ticketOut = false;

	constructor(parts: TalkParts) {
		this.#parts = parts;
	}

	restart(): void {
		this.#rest = new Uint8Array();
		this.#looks = 0;
		this.#status = undefined;
	}

	hear(bytes: Uint8Array): void {
		const { answers, rest } = readStar(Buffer.concat([this.#rest, bytes]));
		this.#rest = rest;
		for (const answer of answers) this.#take(answer);
	}

	async probe(): Promise<PrinterStatus> {
		let status = await this.#ask();
		for (let again = 0; again < 3; again += 1) {
			if (canPrint(status)) return status;
			const next = await this.#ask();
			if (next.state === status.state) return next;
			status = next;
		}
		return status;
	}

	async look(clean: boolean): Promise<PrinterStatus> {
		const { wire, limits } = this.#parts;
		const all = this.#looks % ALL_EVERY === 0;
		this.#looks += 1;
		if (all && clean) await wire.write(this.#push, limits.answerMs);
		const status = await this.probe();
		// So long after the last job nothing of it is in a printer that is well.
		if (all && this.#looks > 1 && canPrint(status)) this.#marks.forget();
		return status;
	}

	acknowledge(id: string): Uint8Array {
		this.#looks = 1;
		return Buffer.concat([new Uint8Array(this.#marks.begin(id)).fill(ETB), this.#push]);
	}

	get #push(): Uint8Array {
		return Buffer.from(this.#parts.model.status?.push ?? '', 'hex');
	}

	/** ESC ACK SOH, obeyed at once whatever the printer is doing. */
	async #ask(): Promise<PrinterStatus> {
		return (await this.#once()) ?? (await this.#once()) ?? { state: 'unknown' };
	}

	async #once(): Promise<PrinterStatus | undefined> {
		const { wire, timers, limits, model } = this.#parts;
		this.#status = undefined;
		const heard = new Promise<void>((resolve) => (this.#wake = resolve));
		const ask = Buffer.from(model.status?.own?.ask ?? '', 'hex');
		if ((await wire.write(ask, limits.answerMs)) !== 'taken') return undefined;
		await within(timers, limits.answerMs, heard, undefined);
		// What it told by itself may come before the answer: the newest counts.
		await pause(timers, limits.settleMs);
		return this.#status;
	}

	#take({ bits, etb }: StarStatus): void {
		this.answered = true;
		this.#status = statusOf(signsOf(bits, this.#parts.model.status?.own?.bits ?? []));
		this.#parts.news.onStatus(this.#status);
		const printed = etb === undefined ? undefined : this.#marks.told(etb);
		if (printed !== undefined) this.#parts.news.onPrinted(printed);
		this.#wake();
	}
}
