/** The listening half of a link, the same for every wire: bytes and the end, each for one listener, none lost before it comes. */
export class Ears {
	#early: Uint8Array[] = [];
	#bytes: ((bytes: Uint8Array) => void) | undefined;
	#closed: ((why: Error | undefined) => void) | undefined;
	#end: { why: Error | undefined } | undefined;
	#reject = new Set<(why: Error) => void>();

	get ended(): boolean {
		return this.#end !== undefined;
	}

	onBytes(listener: (bytes: Uint8Array) => void): void {
		this.#bytes = listener;
		for (const bytes of this.#early.splice(0)) listener(bytes);
	}

	onClosed(listener: (why: Error | undefined) => void): void {
		this.#closed = listener;
		if (this.#end) listener(this.#end.why);
	}

	/** Hands over what arrived. */
	hear(bytes: Uint8Array): void {
		if (this.ended) return;
		if (this.#bytes) this.#bytes(bytes);
		else this.#early.push(bytes);
	}

	/** The link has ended; only the first time counts. What is still being written is rejected. */
	end(why?: Error): void {
		if (this.#end) return;
		this.#end = { why };
		for (const reject of this.#reject) reject(why ?? new Error('the link is closed'));
		this.#closed?.(why);
	}

	/** A write that is rejected when the link ends, whatever the system does with its callback. */
	write(start: (done: (error?: Error | null) => void) => void): Promise<void> {
		return new Promise((resolve, reject) => {
			if (this.#end) {
				reject(this.#end.why ?? new Error('the link is closed'));
				return;
			}
			this.#reject.add(reject);
			start((error) => {
				this.#reject.delete(reject);
				if (error) reject(error);
				else resolve();
			});
		});
	}
}
