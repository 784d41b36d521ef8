import { ID_STATUS, idAnswer, idAsk, type IdAsk } from '../input/id-card-frames.ts';
import type { Timers } from '../wire/timers.ts';
import { virtualLine, type VirtualLine } from '../wire/virtual.ts';
import type { Link, Wire } from '../wire/wire.ts';

/** A card of nobody: an area that does not exist, and the right check character. */
export interface VirtualCard {
	name: string;
	number: string;
}

/** Nobody's cards, an adult's, an elder's and a child's. */
export const VIRTUAL_CARDS: readonly VirtualCard[] = [
	{ name: '测试甲', number: '999999199001010016' },
	{ name: '测试乙', number: '999999195003050021' },
	{ name: '测试丙', number: '999999201506010038' }
];

/**
 * What a virtual reader can do wrong: a wrong sum, a 00 in the head, an answer cut off, a card that cannot be read, no answer,
 * no cable.
 */
export const ID_READER_FAULTS = ['bad-sum', 'inserted', 'cut', 'unreadable', 'silent', 'unplugged'] as const;
export type IdReaderFault = (typeof ID_READER_FAULTS)[number];

const QUESTIONS: readonly IdAsk[] = ['find', 'select', 'read'];

/** The far end of a reader's wire: a module that takes cards, and has faults. */
export class VirtualIdReader {
	readonly #line: VirtualLine;
	readonly #timers: Timers;
	readonly #faults = new Set<IdReaderFault>();
	#card: VirtualCard | undefined;
	/** how far the card that lies there has come: a module finds it once, until it is lifted */
	#step: 'laid' | 'selected' | 'done' = 'laid';
	/** what it was asked and when, newest last */
	readonly asked: { ask: IdAsk; at: number }[] = [];

	constructor(name: string, timers: Timers) {
		this.#timers = timers;
		this.#line = virtualLine(name);
		this.#line.onOpen((far) => this.attach(far));
	}

	get wire(): Wire {
		return this.#line.wire;
	}

	get card(): VirtualCard | undefined {
		return this.#card;
	}

	/** Answers at a link of any kind, as the module behind a serial port does. */
	attach(link: Link): void {
		let heard: number[] = [];
		link.onBytes((bytes) => {
			heard.push(...bytes);
			const ask = QUESTIONS.find((one) => endsWith(heard, idAsk(one)));
			if (!ask) return;
			heard = [];
			this.asked.push({ ask, at: this.#timers.now() });
			if (!this.#faults.has('silent')) void link.write(this.#spoilt(this.#answer(ask))).catch(() => undefined);
		});
	}

	lay(card: VirtualCard): void {
		this.#card = card;
		this.#step = 'laid';
	}

	lift(): void {
		this.#card = undefined;
	}

	setFault(fault: IdReaderFault, on: boolean): void {
		if (on) this.#faults.add(fault);
		else this.#faults.delete(fault);
		if (fault === 'unplugged') this.#line.unplug(on);
	}

	faults(): IdReaderFault[] {
		return ID_READER_FAULTS.filter((one) => this.#faults.has(one));
	}

	#answer(ask: IdAsk): Uint8Array {
		if (ask === 'find') return this.#find();
		return ask === 'select' ? this.#select() : this.#read();
	}

	#find(): Uint8Array {
		const found = this.#card !== undefined && this.#step === 'laid';
		return found ? idAnswer(ID_STATUS.found, new Uint8Array(4)) : idAnswer(ID_STATUS.noCard);
	}

	#select(): Uint8Array {
		if (!this.#card || this.#step === 'done') return idAnswer(ID_STATUS.notSelected);
		this.#step = 'selected';
		return idAnswer(ID_STATUS.ok, new Uint8Array(8));
	}

	#read(): Uint8Array {
		if (!this.#card || this.#step === 'laid') return idAnswer(ID_STATUS.notRead);
		this.#step = 'done';
		return this.#faults.has('unreadable') ? idAnswer(ID_STATUS.notRead) : idAnswer(ID_STATUS.ok, cardData(this.#card));
	}

	#spoilt(answer: Uint8Array): Uint8Array {
		const bytes = [...answer];
		if (this.#faults.has('bad-sum')) bytes.push((bytes.pop() ?? 0) ^ 0x5a);
		if (this.#faults.has('inserted')) bytes.splice(1, 0, 0);
		return Uint8Array.from(this.#faults.has('cut') ? bytes.slice(0, Math.ceil(bytes.length / 2)) : bytes);
	}
}

function endsWith(bytes: readonly number[], end: Uint8Array): boolean {
	return bytes.length >= end.length && end.every((byte, i) => bytes[bytes.length - end.length + i] === byte);
}

/** The answer to `read`: two lengths, the text in its fields, a photograph of nothing. */
export function cardData({ name, number }: VirtualCard): Uint8Array {
	const born = number.slice(6, 14);
	const fields: [text: string, bytes: number][] = [
		[name, 30],
		['1', 2],
		['01', 4],
		[born, 16],
		['虚构省虚构市虚构街道一号', 70],
		[number, 36],
		['虚构市公安局', 30],
		['20200101', 16],
		['20400101', 16],
		['', 36]
	];
	const text = Buffer.concat(fields.map(([value, bytes]) => Buffer.from(value.padEnd(bytes / 2), 'utf16le')));
	return Uint8Array.from([0x01, 0x00, 0x04, 0x00, ...text, ...Array.from({ length: 1024 }, (_, i) => i & 0xff)]);
}
