import iconv from 'iconv-lite';
import type { ScanEncoding } from '../input/scans.ts';
import type { Timers } from '../wire/timers.ts';
import { virtualLine, type VirtualLine } from '../wire/virtual.ts';
import type { Link, Wire } from '../wire/wire.ts';

/** What a virtual scanner can do wrong: a code in two pieces, without its end, behind noise; no cable. */
export const SCANNER_FAULTS = ['split', 'no-end', 'noise', 'unplugged'] as const;
export type VirtualScannerFault = (typeof SCANNER_FAULTS)[number];

/** The far end of a scanner's line. */
export class VirtualScanner {
	readonly #line: VirtualLine;
	readonly #timers: Timers;
	readonly #faults = new Set<VirtualScannerFault>();
	readonly #links = new Set<Link>();
	/** every byte it was sent, as hexadecimal pieces, newest last */
	readonly heard: string[] = [];

	constructor(name: string, timers: Timers) {
		this.#timers = timers;
		this.#line = virtualLine(name);
		this.#line.onOpen((far) => this.attach(far));
	}

	get wire(): Wire {
		return this.#line.wire;
	}

	/** Stands at a link of any kind. */
	attach(link: Link): void {
		this.#links.add(link);
		link.onClosed(() => this.#links.delete(link));
		link.onBytes((bytes) => {
			this.heard.push(Buffer.from(bytes).toString('hex'));
			this.heard.splice(0, this.heard.length - 20);
		});
	}

	/** A code is held before it. */
	scan(code: Uint8Array): void {
		const noise = this.#faults.has('noise') ? [0xff, 0xfe, 0x0d] : [];
		const bytes = Uint8Array.from([...noise, ...code, ...(this.#faults.has('no-end') ? [] : [0x0d, 0x0a])]);
		const middle = this.#faults.has('split') ? Math.ceil(bytes.length / 2) : bytes.length;
		for (const link of this.#links) {
			void link.write(bytes.subarray(0, middle)).catch(() => undefined);
			if (middle < bytes.length) {
				this.#timers.after(30, () => void link.write(bytes.subarray(middle)).catch(() => undefined));
			}
		}
	}

	/** A code with this text is held before it. */
	scanText(text: string, encoding: ScanEncoding): void {
		this.scan(iconv.encode(text, encoding));
	}

	setFault(fault: VirtualScannerFault, on: boolean): void {
		if (on) this.#faults.add(fault);
		else this.#faults.delete(fault);
		if (fault === 'unplugged') this.#line.unplug(on);
	}

	faults(): VirtualScannerFault[] {
		return SCANNER_FAULTS.filter((one) => this.#faults.has(one));
	}
}
