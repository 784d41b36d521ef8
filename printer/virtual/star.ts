/** Star Line as firmware reads and speaks it. Written from the manuals, not from our composer. */
import type { Font } from '../models/family.ts';
import { offline } from './answers.ts';
import type { Faults } from './answers.ts';
import type { HostCommand, Read } from './commands.ts';
import type { Realtime } from './realtime.ts';
import { readStarCommand } from './star-commands.ts';
import type { Voice } from './voice.ts';

const ASK = Buffer.of(0x1b, 0x06, 0x01);
const RESET = Buffer.of(0x1b, 0x06, 0x18);
const bits = (on: boolean, mask: number): number => (on ? mask : 0);

export class StarVoice implements Voice {
	#last = Buffer.alloc(0);
	/** how many ETB were come to, modulo 32 */
	#etb = 0;

	hear(bytes: Uint8Array): { command: Realtime; end: number }[] {
		const all = Buffer.concat([this.#last, bytes]);
		const before = this.#last.length;
		const found: { command: Realtime; end: number }[] = [];
		for (let end = before + 1; end <= all.length; end += 1) {
			const three = all.subarray(Math.max(0, end - 3), end);
			if (three.equals(ASK)) found.push({ command: { kind: 'status', n: 1 }, end: end - before });
			if (three.equals(RESET)) found.push({ command: { kind: 'clear' }, end: end - before });
		}
		this.#last = all.subarray(-2);
		return found;
	}

	read(bytes: Uint8Array, { font }: { chinese: boolean; font: Font }): Read | undefined {
		return readStarCommand(bytes, font);
	}

	status(_n: number, faults: Faults): Uint8Array {
		return this.pushed(faults);
	}

	cleared(): Uint8Array {
		this.#etb = 0;
		return new Uint8Array();
	}

	asked(command: HostCommand, faults: Faults): Uint8Array {
		if (command.kind === 'mark') this.#etb = (this.#etb + 1) % 32;
		return command.kind === 'mark' || command.kind === 'push' ? this.pushed(faults) : new Uint8Array();
	}

	/** Nine bytes: two of the head, printer, error, error, paper, counter and presenter. */
	pushed(faults: Faults): Uint8Array {
		const out = faults.has('paper-out');
		return Uint8Array.of(
			0x23,
			0x86,
			bits(offline(faults), 0x08) | bits(faults.has('cover-open'), 0x20),
			bits(faults.has('cutter'), 0x08) | bits(faults.has('hot'), 0x40),
			bits(faults.has('jam'), 0x04),
			bits(out || faults.has('near-end'), 0x04) | bits(out, 0x08),
			0,
			((this.#etb & 0x18) << 2) | ((this.#etb & 7) << 1),
			0
		);
	}

	reset(): void {
		this.#etb = 0;
	}
}
