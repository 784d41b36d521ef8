import { KeptWire } from '../wire/keep.ts';
import { pause, type Timers } from '../wire/timers.ts';
import type { Wire } from '../wire/wire.ts';
import { ScanReader, type ScanEncoding } from './scans.ts';

export interface ScanLineOptions {
	timers: Timers;
	encoding: ScanEncoding;
	/** a scan is over after so much silence, ms */
	silenceMs: number;
	/** what wakes and starts it, once the line is there */
	start: readonly { send: Uint8Array; waitMs: number }[];
	onScan: (text: string) => void;
	onState?: (up: boolean) => void;
}

export interface ScanLine {
	state(): { up: boolean; unread: number };
	close(): Promise<void>;
}

const WRITE_MS = 1000;

/** Opens a scanner's line and keeps it open. */
export function scanLine(wire: Wire, options: ScanLineOptions): ScanLine {
	const { timers, silenceMs, start } = options;
	let reader = new ScanReader(options.encoding);
	let unread = 0;
	let silence: (() => void) | null = null;
	const tell = (scans: readonly string[]): void => scans.forEach(options.onScan);
	const begin = async (): Promise<void> => {
		for (const { send, waitMs } of start) {
			await kept.write(send, WRITE_MS);
			await pause(timers, waitMs);
		}
	};
	const kept = new KeptWire(wire, {
		timers,
		onBytes: (bytes) => {
			silence?.();
			tell(reader.take(bytes));
			silence = reader.waits ? timers.after(silenceMs, () => tell(reader.silence())) : null;
		},
		onUp: () => {
			options.onState?.(true);
			void begin();
		},
		onDown: () => {
			// Half a code from before the break is no code.
			silence?.();
			silence = null;
			unread += reader.unread;
			reader = new ScanReader(options.encoding);
			options.onState?.(false);
		}
	});
	return {
		state: () => ({ up: kept.up, unread: unread + reader.unread }),
		close: async () => {
			silence?.();
			await kept.close();
		}
	};
}
