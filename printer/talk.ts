import type { Conversation, TalkParts } from './conversation.ts';
import { acknowledge } from './escpos/compose.ts';
import { readAnswers, statusOf } from './escpos/status.ts';
import type { Answer } from './escpos/status.ts';
import { ASB, signsOf } from './models/status.ts';
import type { OwnQuestion, Signs } from './models/status.ts';
import { canPrint } from './printer.ts';
import type { PrinterStatus } from './printer.ts';
import { pause, within } from './wire/timers.ts';

/** While a printer tells every change by itself, all is asked for only every so many looks: it may have lost its power. */
const ALL_EVERY = 10;

/**
 * Questions in ESC/POS and their answers. An answer does not say which question it belongs to, so they are asked one by
 * one, by one caller at a time; what comes unasked is told as news or dropped.
 */
export class Talk implements Conversation {
	readonly #parts: TalkParts;
	#rest: Uint8Array = new Uint8Array();
	#got: number[] = [];
	/** answers to the maker's own question */
	#own: Uint8Array[] = [];
	/** a bare byte is awaited, which is an answer only now */
	#bare = false;
	/** the newest status it told by itself */
	#pushed: PrinterStatus | undefined;
	#looks = 0;
	#wake: () => void = () => undefined;
	answered = false;
	ticketOut = false;

	constructor(parts: TalkParts) {
		this.#parts = parts;
	}

	restart(): void {
		this.#rest = new Uint8Array();
		this.#pushed = undefined;
		this.#looks = 0;
	}

	hear(bytes: Uint8Array): void {
		const all = Buffer.concat([this.#rest, bytes]);
		const { answers, rest } = readAnswers(this.#takeBare(all), this.#parts.model.status?.own);
		this.#rest = rest;
		for (const answer of answers) this.#take(answer);
	}

	/**
	 * The first byte is the answer that was waited for, if one was, and if it has no bit that means nothing: a "printed" or
	 * the answer to another question may come before it.
	 */
	#takeBare(bytes: Uint8Array): Uint8Array {
		const [first] = bytes;
		const known = this.#parts.model.status?.own?.bits[0]?.reduce((all, [mask]) => all | mask, 0) ?? 0;
		if (!this.#bare || first === undefined || (first & ~known) !== 0) return bytes;
		this.#bare = false;
		this.#take({ kind: 'own', bytes: bytes.slice(0, 1) });
		return bytes.subarray(1);
	}

	/** Two rounds in a row must say the same, for a stray byte can look like an answer. */
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

	async look(clean: boolean): Promise<PrinterStatus> {
		const { wire, limits, model } = this.#parts;
		const push = model.status?.push;
		if (push === null || push === undefined) return this.probe();
		const all = this.#looks % ALL_EVERY === 0;
		this.#looks += 1;
		if (!all && this.#pushed && canPrint(this.#pushed) && (await this.#online())) return this.#pushed;
		if (all && clean) await wire.write(Buffer.from(push, 'hex'), limits.answerMs);
		return this.probe();
	}

	acknowledge(id: string): Uint8Array {
		const { processId, status } = this.#parts.model;
		// Asked even if it did not answer so far: one answer lost in noise must not count for ever.
		const ask = processId === 'no' ? new Uint8Array() : acknowledge(id);
		return Buffer.concat([ask, Buffer.from(status?.push ?? '', 'hex')]);
	}

	/** There, and as well as its newest word says. */
	async #online(): Promise<boolean> {
		const polls = this.#parts.model.status?.polls;
		const byte = (await this.#ask(1)) ?? (await this.#ask(1));
		return !!polls && byte !== undefined && !signsOf(Uint8Array.of(byte), [polls[0]]).offline;
	}

	async #round(): Promise<PrinterStatus> {
		const { polls, own } = this.#parts.model.status ?? {};
		const answers = new Uint8Array(4);
		for (const n of [1, 2, 3, 4] as const) {
			const byte = (await this.#ask(n)) ?? (await this.#ask(n));
			if (byte === undefined) return { state: 'unknown' };
			answers[n - 1] = byte;
		}
		if (!polls) return { state: 'unknown' };
		// The maker's own answer names what the common bits only call an error.
		const more = own ? await this.#askOwn(own) : new Uint8Array();
		return statusOf(signsOf(Buffer.concat([answers, more]), [...polls, ...(own?.bits ?? [])]));
	}

	/** DLE EOT n. When more answers come than were asked for, their bits are put together: rather trouble too much. */
	async #ask(n: 1 | 2 | 3 | 4): Promise<number | undefined> {
		this.#got = [];
		if (!(await this.#put(Uint8Array.of(0x10, 0x04, n), () => this.#got.length > 0))) return undefined;
		await pause(this.#parts.timers, this.#parts.limits.settleMs);
		return this.#got.reduce((all, byte) => all | byte, 0);
	}

	/** What only this maker's printers answer; empty when this one does not. */
	async #askOwn({ ask, head }: OwnQuestion): Promise<Uint8Array> {
		this.#own = [];
		this.#bare = head === '';
		await this.#put(Buffer.from(ask, 'hex'), () => this.#own.length > 0);
		this.#bare = false;
		return this.#own.at(-1) ?? new Uint8Array();
	}

	/** Asks and waits until there is an answer; false when there is none in time. */
	async #put(bytes: Uint8Array, there: () => boolean): Promise<boolean> {
		const { wire, timers, limits } = this.#parts;
		const heard = new Promise<void>((resolve) => {
			this.#wake = () => {
				if (there()) resolve();
			};
		});
		if ((await wire.write(bytes, limits.answerMs)) !== 'taken') return false;
		await within(timers, limits.answerMs, heard, undefined);
		return there();
	}

	#take(answer: Answer): void {
		const { news } = this.#parts;
		this.answered = true;
		if (answer.kind === 'status') this.#got.push(answer.byte);
		else if (answer.kind === 'own') this.#takeOwn(answer.bytes);
		else if (answer.kind === 'asb') this.#takePushed(signsOf(answer.bytes, ASB));
		else if (answer.kind === 'printed') news.onPrinted(answer.id);
		this.#wake();
	}

	/** The same bytes answer its own question and come unasked. */
	#takeOwn(bytes: Uint8Array): void {
		this.#own.push(bytes);
		const signs = this.#signsOfOwn(bytes);
		this.ticketOut = signs.ticketOut;
		if (this.#parts.model.status?.push) this.#takePushed(signs);
	}

	#takePushed(signs: Signs): void {
		this.#pushed = statusOf(signs);
		this.#parts.news.onStatus(this.#pushed);
	}

	#signsOfOwn(bytes: Uint8Array): Signs {
		return signsOf(bytes, this.#parts.model.status?.own?.bits ?? []);
	}
}
