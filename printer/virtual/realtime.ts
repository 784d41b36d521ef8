/** What a printer obeys the moment it arrives, wherever it stands, also in the middle of other data. */
export type Realtime = { kind: 'status'; n: number } | { kind: 'recover'; clear: boolean } | { kind: 'clear' };

const CLEAR = Buffer.from('10140801031401060208', 'hex');

/** Watches a stream byte by byte. */
export class RealtimeWatch {
	#last = Buffer.alloc(0);

	/** The realtime commands that end in these bytes, and behind how many of them. */
	hear(bytes: Uint8Array): { command: Realtime; end: number }[] {
		const all = Buffer.concat([this.#last, bytes]);
		const before = this.#last.length;
		const found: { command: Realtime; end: number }[] = [];
		for (let end = before + 1; end <= all.length; end += 1) {
			const command = endingAt(all.subarray(0, end));
			if (command) found.push({ command, end: end - before });
		}
		this.#last = all.subarray(-CLEAR.length + 1);
		return found;
	}
}

/** `DLE EOT n` and `DLE ENQ n`. */
const SHORT = new Map<string, Realtime>([
	...[1, 2, 3, 4, 20].map((n): [string, Realtime] => [Buffer.of(0x10, 0x04, n).toString('hex'), { kind: 'status', n }]),
	// print801's own, in a number of its own.
	['100602', { kind: 'status', n: 102 }],
	['100501', { kind: 'recover', clear: false }],
	['100502', { kind: 'recover', clear: true }]
]);

function endingAt(bytes: Buffer): Realtime | undefined {
	if (bytes.subarray(-CLEAR.length).equals(CLEAR)) return { kind: 'clear' };
	return SHORT.get(bytes.subarray(-3).toString('hex'));
}
