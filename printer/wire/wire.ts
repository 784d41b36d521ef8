/** A wire moves bytes to a far end and back; it knows nothing of what they mean. */
export interface Wire {
	/** for logs and the device page: `tcp 10.0.0.7:9100`, `serial /dev/serial/by-id/…` */
	readonly name: string;
	/** Opens a fresh link. Rejects when the far end cannot be reached. */
	open(): Promise<Link>;
}

/** One open connection. Once closed it stays closed; open the wire again for the next one. */
export interface Link {
	/** Resolves when the operating system has taken the bytes, which says nothing of the far end. Rejects once closed. */
	write(bytes: Uint8Array): Promise<void>;
	/** Called with whatever arrives, split or glued as it comes. One listener. */
	onBytes(listener: (bytes: Uint8Array) => void): void;
	/** Called once, when the link ends for whatever reason. One listener; called at once if it has already ended. */
	onClosed(listener: (why: Error | undefined) => void): void;
	/** Ends it after what was written has gone; never throws away bytes that were taken. */
	close(): Promise<void>;
}
