import type { Font } from '../models/family.ts';
import type { PrinterModel } from '../models/models.ts';
import { asbBytes, fullBytes, ownByte, paperByte, statusByte } from './answers.ts';
import type { Faults } from './answers.ts';
import { readCommand } from './commands.ts';
import type { HostCommand, Read } from './commands.ts';
import { RealtimeWatch } from './realtime.ts';
import type { Realtime } from './realtime.ts';
import { StarVoice } from './star.ts';

/** How a printer's firmware reads and speaks: its language, apart from paper and time. */
export interface Voice {
	/** The commands obeyed at once that end in these bytes, and behind how many of them. */
	hear(bytes: Uint8Array): { command: Realtime; end: number }[];
	/** The command at the head of the bytes; undefined when it is not complete. */
	read(bytes: Uint8Array, reader: { chinese: boolean; font: Font }): Read | undefined;
	/** What it says when asked for status n at once. */
	status(n: number, faults: Faults): Uint8Array;
	/** What it says when its buffer was emptied. */
	cleared(): Uint8Array;
	/** What it says to a command that was reached in its turn. */
	asked(command: HostCommand, faults: Faults): Uint8Array;
	/** What it says at a change, when it was told to. */
	pushed(faults: Faults): Uint8Array;
	/** Power off and on. */
	reset(): void;
}

/** The voice of a model. */
export function voiceOf(model: PrinterModel): Voice {
	return model.language === 'star' ? new StarVoice() : new EscPosVoice(model);
}

const NOTHING = new Uint8Array();

class EscPosVoice implements Voice {
	readonly #model: PrinterModel;
	readonly #realtime = new RealtimeWatch();

	constructor(model: PrinterModel) {
		this.#model = model;
	}

	hear(bytes: Uint8Array): { command: Realtime; end: number }[] {
		return this.#realtime.hear(bytes);
	}

	read(bytes: Uint8Array, reader: { chinese: boolean; font: Font }): Read | undefined {
		return readCommand(bytes, reader);
	}

	status(n: number, faults: Faults): Uint8Array {
		const own = this.#model.status?.own?.ask;
		if (!this.#model.status) return NOTHING;
		if (n <= 4) return Uint8Array.of(statusByte(n, faults));
		if (n === 20 && own === '100414') return fullBytes(faults);
		return n === 102 && own === '100602' ? Uint8Array.of(ownByte(faults)) : NOTHING;
	}

	cleared(): Uint8Array {
		return Uint8Array.of(0x37, 0x25, 0);
	}

	asked(command: HostCommand, faults: Faults): Uint8Array {
		const { processId } = this.#model;
		if (command.kind === 'process-id' && processId !== 'no') return Uint8Array.of(0x37, 0x22, ...command.id, 0);
		if (command.kind === 'paper-status') return Uint8Array.of(paperByte(faults));
		return command.kind === 'push' && command.on ? this.pushed(faults) : NOTHING;
	}

	pushed(faults: Faults): Uint8Array {
		return this.#model.status?.own?.ask === '100414' ? fullBytes(faults) : asbBytes(faults);
	}

	reset(): void {
		// Nothing of it is remembered.
	}
}
