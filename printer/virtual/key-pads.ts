import { farEar, type FarEar, type FarFrame } from '../frames/far.ts';
import type { FrameSpec } from '../frames/exchange.ts';
import type { Timers } from '../wire/timers.ts';
import { virtualLine, type VirtualLine } from '../wire/virtual.ts';
import type { Link, Wire } from '../wire/wire.ts';

/**
 * What virtual pads can do wrong: noise before a frame, a wrong byte in it, half of it, each frame twice, nothing said at all,
 * no cable.
 */
export const KEY_PAD_FAULTS = ['noise', 'damaged', 'cut', 'twice', 'silent', 'unplugged'] as const;
export type KeyPadFault = (typeof KEY_PAD_FAULTS)[number];

export interface VirtualKeyPadsOptions {
	/** how a key press looks */
	press: FrameSpec;
	/** how they are asked, when they speak only then */
	poll?: string | undefined;
	/** what they understand besides, by name */
	says?: Readonly<Record<string, string>>;
	/** the only one that is there; without it, any address answers */
	address?: number;
}

/** The far end of a line: pads and evaluators of any address, which read and write the frames without our codec. */
export class VirtualKeyPads {
	readonly #line: VirtualLine;
	readonly #press: FarEar;
	readonly #poll: FarEar | null;
	readonly #says: readonly (readonly [string, FarEar])[];
	readonly #only: number | undefined;
	readonly #faults = new Set<KeyPadFault>();
	/** keys that were pressed and wait to be asked for, by address */
	readonly #pressed = new Map<number, number[]>();
	readonly #links = new Set<Link>();
	/** what came and is no frame of its kind yet */
	readonly #begun = new Map<FarEar, number[]>();
	/** what they were told, newest last: `ask 3` */
	readonly heard: { what: string; address: number; at: number }[] = [];
	readonly #timers: Timers;

	constructor(name: string, timers: Timers, { press, poll, says = {}, address }: VirtualKeyPadsOptions) {
		const ear = (frame: string): FarEar => farEar({ frame, escapes: frame.includes('(') ? press.escapes : undefined });
		this.#timers = timers;
		this.#only = address;
		this.#press = farEar(press);
		this.#poll = poll === undefined ? null : ear(poll);
		this.#says = Object.entries(says).map(([what, frame]) => [what, ear(frame)] as const);
		this.#line = virtualLine(name);
		this.#line.onOpen((far) => this.attach(far));
	}

	get wire(): Wire {
		return this.#line.wire;
	}

	/** Hangs the pads on a link of any kind. */
	attach(link: Link): void {
		this.#links.add(link);
		link.onClosed(() => this.#links.delete(link));
		link.onBytes((bytes) => this.#hear([...bytes], link));
	}

	/** Somebody presses a key. */
	press(address: number, key: number): void {
		if (this.#poll) this.#pressed.set(address, [...(this.#pressed.get(address) ?? []), key]);
		else for (const link of this.#links) this.#send(link, address, key);
	}

	setFault(fault: KeyPadFault, on: boolean): void {
		if (on) this.#faults.add(fault);
		else this.#faults.delete(fault);
		if (fault === 'unplugged') this.#line.unplug(on);
	}

	faults(): KeyPadFault[] {
		return KEY_PAD_FAULTS.filter((one) => this.#faults.has(one));
	}

	#hear(bytes: number[], link: Link): void {
		for (const address of this.#addressed(this.#poll, bytes)) {
			this.#send(link, address, this.#pressed.get(address)?.shift() ?? 0);
		}
		const told = this.#says.flatMap(([what, ear]) =>
			this.#addressed(ear, bytes).map((address) => ({ what, address, at: this.#timers.now() }))
		);
		this.heard.push(...told);
		this.heard.splice(0, this.heard.length - MOST_HEARD);
	}

	/** Whom the frames of this kind in what came speak to, of those that are there; a frame may come in pieces. */
	#addressed(ear: FarEar | null, bytes: readonly number[]): number[] {
		if (!ear) return [];
		const { frames, rest } = ear.hear([...(this.#begun.get(ear) ?? []), ...bytes]);
		this.#begun.set(ear, rest.slice(-LONGEST));
		return frames
			.map(({ numbers }) => numbers['addr'] ?? this.#only ?? 0)
			.filter((address) => address === (this.#only ?? address));
	}

	#send(link: Link, addr: number, key: number): void {
		if (this.#faults.has('silent')) return;
		const said: FarFrame = { numbers: { addr, key, cmd: 1 }, text: null };
		const frame = this.#spoilt([...this.#press.say(said)]);
		const frames = this.#faults.has('twice') ? [...frame, ...frame] : frame;
		void link.write(Uint8Array.from(frames)).catch(() => undefined);
	}

	#spoilt(frame: number[]): number[] {
		const middle = Math.floor(frame.length / 2);
		const damaged = this.#faults.has('damaged') ? frame.with(middle, (frame[middle] ?? 0) ^ 0x11) : frame;
		const cut = this.#faults.has('cut') ? damaged.slice(0, middle) : damaged;
		return this.#faults.has('noise') ? [0xff, 0x68, 0x00, ...cut] : cut;
	}
}

const MOST_HEARD = 50;
/** No frame that is sent to them is longer, bytes. */
const LONGEST = 128;
