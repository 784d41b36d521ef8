/** An Onbon BX-K card as a program: dynamic areas, brightness, on and off, ping; protocol 1.4. */
import { decodeText } from '../font.ts';
import { encodeOnbon, ONBON_ANYBODY, ONBON_EVERYBODY, parseOnbon, type OnbonPacket } from '../onbon-frame.ts';
import { virtualBoard, type BoardCore, type VirtualBoard } from './board.ts';

interface Area {
	x: number;
	y: number;
	lines: string[];
	blankAt: number;
}

const OK = 0;
const UNKNOWN_GROUP = 1;
const UNKNOWN_COMMAND = 2;
const BUSY = 3;
const OUT_OF_MEMORY = 4;
const MOST_AREAS = 5;

/** A card with this screen address; slow, it answers half a second after the driver has given up. */
export function virtualOnbonCard(address: number): VirtualBoard {
	return virtualBoard(new OnbonCard(address), 2500);
}

class OnbonCard implements BoardCore {
	readonly #address: number;
	readonly #areas = new Map<number, Area>();
	#received = new Uint8Array();
	#on = true;

	constructor(address: number) {
		this.#address = address;
	}

	receive(bytes: Uint8Array, now: number, refusing: boolean): Uint8Array[] {
		this.#received = Uint8Array.from([...this.#received, ...bytes]);
		const answers: Uint8Array[] = [];
		for (let found = parseOnbon(this.#received); found.used > 0; found = parseOnbon(this.#received)) {
			this.#received = this.#received.slice(found.used);
			const answer = found.message ? this.#answer(found.message, now, refusing) : null;
			if (answer) answers.push(answer);
		}
		return answers;
	}

	shown(now: number): string[] {
		if (!this.#on) return [];
		const live = [...this.#areas.values()].filter((area) => area.blankAt > now);
		return live.sort((a, b) => a.y - b.y || a.x - b.x).flatMap((area) => area.lines);
	}

	forget(): void {
		this.#areas.clear();
		this.#received = new Uint8Array();
		this.#on = true;
	}

	#answer({ to, from, data }: OnbonPacket, now: number, refusing: boolean): Uint8Array | null {
		if (to !== this.#address && to !== ONBON_ANYBODY && to !== ONBON_EVERYBODY) return null;
		const error = refusing ? BUSY : this.#obey(data, now);
		if (to === ONBON_EVERYBODY || data[2] !== 1) return null;
		const self = to === ONBON_ANYBODY ? ONBON_ANYBODY : this.#address;
		return encodeOnbon({ to: from, from: self, data: Uint8Array.of(0xa0, error === OK ? 0 : 1, error, 0, 0) });
	}

	/** Does what a command says; its error code. */
	#obey(data: Uint8Array, now: number): number {
		const [group = 0, command = 0] = data;
		const rest = data.subarray(5);
		if (group === 0xa2) return command === 0 ? OK : UNKNOWN_COMMAND;
		if (group !== 0xa3) return UNKNOWN_GROUP;
		switch (command) {
			case 0x00:
				this.#on = rest[0] === 1;
				return OK;
			case 0x02:
				return OK;
			case 0x06:
				return this.#draw(rest, now);
			case 0x10:
				this.#areas.clear();
				return OK;
			default:
				return UNKNOWN_COMMAND;
		}
	}

	#draw(rest: Uint8Array, now: number): number {
		const [deleted = 0] = rest;
		if (deleted === 0xff) this.#areas.clear();
		const named = deleted === 0xff ? 0 : deleted;
		for (const id of rest.subarray(1, 1 + named)) this.#areas.delete(id);
		const blocks = splitBlocks(rest.subarray(1 + named));
		if (!blocks) return OUT_OF_MEMORY;
		for (const block of blocks) {
			const [id, area] = readArea(block, now);
			if (id >= MOST_AREAS) return OUT_OF_MEMORY;
			this.#areas.set(id, area);
		}
		return OK;
	}
}

/** The blocks behind a count, each with its length before it; null when they do not fill the bytes exactly. */
function splitBlocks(bytes: Uint8Array): Uint8Array[] | null {
	const blocks: Uint8Array[] = [];
	let at = 1;
	for (let left = bytes[0] ?? 0; left > 0; left--) {
		const length = (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);
		const block = bytes.subarray(at + 2, at + 2 + length);
		if (length < 27 || block.length < length) return null;
		blocks.push(block);
		at += 2 + length;
	}
	return at === bytes.length ? blocks : null;
}

function readArea(block: Uint8Array, now: number): [id: number, area: Area] {
	const view = new DataView(block.buffer, block.byteOffset, block.length);
	const blanks = block[11] === 2;
	const area = {
		x: view.getUint16(1, true) & 0x7fff,
		y: view.getUint16(3, true),
		lines: readText(block.subarray(27, 27 + view.getUint32(23, true))),
		blankAt: blanks ? now + view.getUint16(12, true) * 1000 : Infinity
	};
	return [block[9] ?? 0, area];
}

/** Text without its commands for font and colour, as lines. */
function readText(bytes: Uint8Array): string[] {
	const text = decodeText(bytes).replace(/\\F[OEK][0-9A-Z]{3}|\\C[1-7]/g, '');
	return text.split('\\n');
}
