/** An Alpha sign as a program: memory, TEXT and STRING files, the priority file, and the silences that it needs. */
import { parseAlpha, speaksTo, type HeardAlpha } from '../alpha-frame.ts';
import type { AlphaSign } from '../alpha.ts';
import { virtualBoard, type BoardCore, type VirtualBoard } from './board.ts';

const ACK = Uint8Array.of(0x06);
const NAK = Uint8Array.of(0x15);
/** A pause inside a packet that ends it. */
const ABORT_MS = 1000;
/** A packet that comes sooner after the one before is lost. */
const NEEDS_MS = 200;
const DEAF_MS = 5000;
const MOST = 125;

interface File {
	type: string;
	size: number;
}

/** A sign with this address; slow, it answers after the driver has given up. */
export function virtualAlphaSign(address: number, sign: Pick<AlphaSign, 'type' | 'answers'>): VirtualBoard {
	return virtualBoard(new Sign(address, sign), 1500);
}

class Sign implements BoardCore {
	readonly #address: number;
	readonly #sign: Pick<AlphaSign, 'type' | 'answers'>;
	/** as it leaves the factory: one TEXT file, no strings */
	#memory = new Map<string, File>([['A', { type: 'A', size: 0xffff }]]);
	readonly #texts = new Map<string, string>();
	readonly #strings = new Map<string, string>();
	/** null: the sign runs its text; empty: it is blank and holds that */
	#priority: string | null = null;
	#received = new Uint8Array();
	#lastByteAt = Number.NEGATIVE_INFINITY;
	#lastPacketAt = Number.NEGATIVE_INFINITY;
	#deafUntil = Number.NEGATIVE_INFINITY;

	constructor(address: number, sign: Pick<AlphaSign, 'type' | 'answers'>) {
		this.#address = address;
		this.#sign = sign;
	}

	receive(bytes: Uint8Array, now: number, refusing: boolean): Uint8Array[] {
		const before = now - this.#lastByteAt > ABORT_MS ? [] : this.#received;
		this.#lastByteAt = now;
		this.#received = Uint8Array.from([...before, ...bytes]);
		const answers: Uint8Array[] = [];
		for (let found = parseAlpha(this.#received); found.used > 0; found = parseAlpha(this.#received)) {
			this.#received = this.#received.slice(found.used);
			const answer = found.message ? this.#take(found.message, now, refusing) : null;
			if (answer) answers.push(answer);
		}
		return answers;
	}

	shown(): string[] {
		if (this.#priority !== null) return this.#priority === '' ? [] : [this.#priority];
		const [label] = [...this.#memory].find(([, file]) => file.type === 'A') ?? [];
		const text = this.#texts.get(label ?? '') ?? '';
		return linesOf(text, (one) => this.#strings.get(one) ?? '').filter((line) => line !== '');
	}

	/** A battery keeps its memory. */
	forget(): void {
		this.#received = new Uint8Array();
	}

	#take(packet: HeardAlpha, now: number, refusing: boolean): Uint8Array | null {
		const tooSoon = now - this.#lastPacketAt < NEEDS_MS;
		this.#lastPacketAt = now;
		if (tooSoon || now < this.#deafUntil || !speaksTo(packet, this.#sign.type, this.#address)) return null;
		const bad = packet.damaged || refusing;
		if (!bad) for (const command of packet.commands) this.#obey(String.fromCharCode(...command), now);
		if (!this.#sign.answers || packet.address === 0) return null;
		return bad ? NAK : ACK;
	}

	#obey(command: string, now: number): void {
		const [kind = '', label = ''] = command;
		const data = command.slice(2);
		if (command.startsWith('E$')) this.#layOut(data, now);
		else if (kind === 'A' && label === '0') this.#priority = data === '' ? null : plain(data).slice(0, MOST);
		else if (kind === 'A' && this.#fits(label, 'A', data)) this.#texts.set(label, data);
		else if (kind === 'G' && this.#fits(label, 'B', data)) this.#strings.set(label, data);
	}

	#fits(label: string, type: string, data: string): boolean {
		const file = this.#memory.get(label);
		return file?.type === type && data.length <= file.size;
	}

	#layOut(table: string, now: number): void {
		this.#memory = new Map();
		this.#texts.clear();
		this.#strings.clear();
		for (let at = 0; at + 11 <= table.length; at += 11) {
			const [label = '', type = ''] = table.slice(at, at + 2);
			this.#memory.set(label, { type, size: Number.parseInt(table.slice(at + 3, at + 7), 16) });
		}
		this.#deafUntil = now + DEAF_MS;
	}
}

/** Text without its formats and colours. */
function plain(text: string): string {
	// eslint-disable-next-line no-control-regex -- these are the sign's own codes
	return text.replace(/\u001b..|\u001c./gs, '').trim();
}

/** A TEXT as lines: each format with a place of its own begins one; strings are put where they are called. */
function linesOf(text: string, string: (label: string) => string): string[] {
	const parts = text.split('\u001b').map((part, at) => (at === 0 ? part : part.slice(2)));
	// eslint-disable-next-line no-control-regex -- these are the sign's own codes
	return parts.map((part) => plain(part.replace(/\u0010(.)/gs, (_, label: string) => string(label))));
}
