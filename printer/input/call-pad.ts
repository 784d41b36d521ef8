import { KeptWire } from '../wire/keep.ts';
import type { Timers } from '../wire/timers.ts';
import type { Wire } from '../wire/wire.ts';
import { PadFrames } from './pad-frames.ts';

export interface PadLineOptions {
	timers: Timers;
	/** a key was pressed on the pad of that address */
	onKey: (address: number, key: number) => void;
	/** the cable is there, or is not */
	onState?: (up: boolean) => void;
}

/** A line of call pads, which only listens. */
export interface PadLine {
	readonly up: boolean;
	close(): Promise<void>;
}

/** A pad repeats a frame that collided on the line, and a key bounces: the same key within this time is one press. */
const SAME_PRESS_MS = 250;

/** Opens a line of pads and keeps it open: it comes back by itself after every break. */
export function padLine(wire: Wire, { timers, onKey, onState }: PadLineOptions): PadLine {
	let frames = new PadFrames();
	const last = new Map<number, { key: number; at: number }>();
	const isRepeat = (address: number, key: number): boolean => {
		const before = last.get(address);
		const at = timers.now();
		last.set(address, { key, at });
		return before?.key === key && at - before.at < SAME_PRESS_MS;
	};
	const kept = new KeptWire(wire, {
		timers,
		onBytes: (bytes) => {
			for (const { address, key } of frames.take(bytes)) if (!isRepeat(address, key)) onKey(address, key);
		},
		onUp: () => {
			// Half a frame from before the break belongs to nothing that follows.
			frames = new PadFrames();
			onState?.(true);
		},
		onDown: () => onState?.(false)
	});
	return {
		get up() {
			return kept.up;
		},
		close: () => kept.close()
	};
}
