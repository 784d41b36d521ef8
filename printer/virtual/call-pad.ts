import { padFrame } from '../input/pad-frames.ts';
import type { Link } from '../wire/wire.ts';

/** What a virtual pad can do wrong: a key that bounces, a frame damaged or cut off on the line, nothing said at all. */
export const PAD_FAULTS = ['bounce', 'bad-sum', 'cut', 'silent'] as const;
export type PadFault = (typeof PAD_FAULTS)[number];

/** What every known pad sends for a key. */
const KEY_COMMAND = 1;

/** Far ends of a line of call pads: they only speak. */
export class VirtualCallPad {
	readonly address: number;
	readonly #faults = new Set<PadFault>();
	/** keys that were pressed, newest last */
	readonly pressed: number[] = [];

	constructor(address: number) {
		this.address = address;
	}

	faults(): PadFault[] {
		return PAD_FAULTS.filter((one) => this.#faults.has(one));
	}

	setFault(fault: PadFault, on: boolean): void {
		if (on) this.#faults.add(fault);
		else this.#faults.delete(fault);
	}

	/** Presses a key: the frame goes out on the link, as faults have it. */
	press(key: number, link: Link | undefined): void {
		this.pressed.push(key);
		if (this.#faults.has('silent')) return;
		const frame = padFrame({ address: this.address, command: KEY_COMMAND, key });
		if (this.#faults.has('bad-sum')) frame[frame.length - 2] = ((frame.at(-2) ?? 0) + 1) & 0xff;
		const sent = this.#faults.has('cut') ? frame.subarray(0, 6) : frame;
		const times = this.#faults.has('bounce') ? 2 : 1;
		for (let i = 0; i < times; i += 1) void link?.write(sent).catch(() => undefined);
	}
}
