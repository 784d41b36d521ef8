import { scanLine, type ScanLine } from '#printer/input/scan-line.ts';
import { VirtualScanner } from '#printer/virtual/scanner.ts';
import { makeWire } from '#printer/wire/make.ts';
import type { Clock } from '../clock.ts';
import type { ScannerEntry } from '../setup/schema.ts';

/** What a scanner tells. */
export interface ScannerMeans {
	clock: Clock;
	onScan: (text: string) => void;
	onState: () => void;
}

/** Opens the line of a scanner of this machine; `far` is its far end where that is a program. */
export function openScanner(
	{ code, wire, encoding, silenceMs, start }: ScannerEntry,
	{ clock, onScan, onState }: ScannerMeans
): { line: ScanLine; far: VirtualScanner | undefined } {
	const begins = start.map(({ send, waitMs }) => ({ send: Buffer.from(send.replaceAll(' ', ''), 'hex'), waitMs }));
	const told = { timers: clock, encoding, silenceMs, start: begins, onScan, onState };
	if (wire.kind !== 'virtual') return { line: scanLine(makeWire(wire), told), far: undefined };
	const far = new VirtualScanner(code, clock);
	return { line: scanLine(far.wire, told), far };
}
