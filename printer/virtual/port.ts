import type { Link } from '../wire/wire.ts';

/** Where a far end can be reached by whoever opens a cable: a TCP port, or a serial port made for it. */
export interface FarPort {
	/** Resolves when it can be opened, to what is written in the hall file: a port number, a path. */
	listen(): Promise<string>;
	/** Pulls the cable, or puts it back. */
	unplug(on: boolean): void;
	/** Takes nothing any more, or does again; the cable stays where it is. */
	hang(on: boolean): void;
	close(): Promise<void>;
}

/** Called with every link that somebody opens. */
export type Attach = (link: Link) => void;
