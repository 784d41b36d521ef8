import { keyLine, type KeyLine } from '#printer/input/key-line.ts';
import { VirtualKeyPads, type VirtualKeyPadsOptions } from '#printer/virtual/key-pads.ts';
import { makeWire } from '#printer/wire/make.ts';
import type { Clock } from '../clock.ts';
import type { PadLineEntry } from '../setup/schema.ts';
import { keyFrame } from './frames.ts';

/** What a line of pads and evaluators tells. */
export interface KeyLineMeans {
	clock: Clock;
	/** of the devices on it, for those that speak only when asked */
	addresses: readonly number[];
	onKey: (address: number, key: number) => void;
	onState?: () => void;
}

/** Opens a line of pads and evaluators of this machine; `far` is its far end where that is a program. */
export function openKeyLine(
	entry: PadLineEntry,
	{ clock, addresses, onKey, onState }: KeyLineMeans
): { line: KeyLine; far: VirtualKeyPads | undefined } {
	const { press, says } = farKeys(entry);
	const poll = entry.poll && { ...entry.poll, addresses };
	const told = { timers: clock, press, says, poll, onKey, onState: () => onState?.() };
	if (entry.wire.kind !== 'virtual') return { line: keyLine(makeWire(entry.wire), told), far: undefined };
	const far = new VirtualKeyPads(entry.code, clock, farKeys(entry));
	return { line: keyLine(far.wire, told), far };
}

/** What the devices of a line say and understand, for those that are programs. */
export function farKeys(entry: PadLineEntry): Required<Pick<VirtualKeyPadsOptions, 'press' | 'poll' | 'says'>> {
	const { ask, thanks, poll } = entry;
	return {
		press: keyFrame(entry),
		poll: poll?.frame,
		says: { ...(ask === undefined ? {} : { ask }), ...(thanks === undefined ? {} : { thanks }) }
	};
}
