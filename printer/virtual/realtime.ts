/** What a printer obeys the moment it arrives, wherever it stands, also in the middle of other data. */
export type Realtime = { kind: 'status'; n: number } | { kind: 'recover'; clear: boolean } | { kind: 'clear' };

const CLEAR = Buffer.from('10140801031401060208', 'hex');

/** Watches a stream byte by byte. */
export class RealtimeWatch {
	#last = Buffer.alloc(0);

	/** The realtime commands that end in these bytes. */
	hear(bytes: Uint8Array): Realtime[] {
		const all = Buffer.concat([this.#last, bytes]);
		const found: Realtime[] = [];
		for (let end = this.#last.length + 1; end <= all.length; end += 1) {
			const command = endingAt(all.subarray(0, end));
			if (command) found.push(command);
		}
		this.#last = all.subarray(-CLEAR.length + 1);
		return found;
	}
}

function endingAt(bytes: Buffer): Realtime | undefined {
	if (bytes.subarray(-CLEAR.length).equals(CLEAR)) return { kind: 'clear' };
	const [first, second, n = 0] = bytes.subarray(-3);
	if (first !== 0x10) return undefined;
	if (second === 0x04 && ((n >= 1 && n <= 4) || n === 20)) return { kind: 'status', n };
	if (second === 0x05 && (n === 1 || n === 2)) return { kind: 'recover', clear: n === 2 };
	return undefined;
}
