/**
 * The text of the Asterisk Manager Interface: a greeting line, then packets of `Key: Value` lines, each ended by CR LF, a
 * packet by an empty line. Source: docs.asterisk.org, "AMI v2 Specification".
 */

/** A packet; of a key that comes several times the values stand in lines. Keys are as they were sent. */
export type AmiPacket = Readonly<Record<string, string>>;

export interface AmiRead {
	/** `Asterisk Call Manager/9.0.0`, when it was in these bytes */
	greeting?: string;
	packets: AmiPacket[];
}

/** Longer lines and packets than Asterisk's own are noise; they are dropped instead of kept. */
const LONGEST_LINE = 16_384;
const MOST_LINES = 1000;

const LF = 10;
const CR = 13;
const GREETING = /^Asterisk Call Manager\/\S+$/;
const KEYED = /^([A-Za-z][\w-]{0,79}(?:\([^)]{0,200}\))?):\s?(.*)$/;

/** Bytes → packets. Fed with whatever comes, split and glued as it comes; noise between packets is skipped. */
export class AmiReader {
	#line: number[] = [];
	#tooLong = false;
	#packet = new Map<string, string>();
	#lines = 0;
	readonly #utf8 = new TextDecoder('utf-8');

	feed(bytes: Uint8Array): AmiRead {
		const read: AmiRead = { packets: [] };
		for (const byte of bytes) {
			if (byte !== LF) this.#keep(byte);
			else this.#take(this.#lineRead(), read);
		}
		return read;
	}

	#keep(byte: number): void {
		if (this.#line.length < LONGEST_LINE) this.#line.push(byte);
		else this.#tooLong = true;
	}

	/** The line so far, which is over; undefined for one that is too long to be meant. */
	#lineRead(): string | undefined {
		const bytes = this.#line.at(-1) === CR ? this.#line.slice(0, -1) : this.#line;
		const text = this.#tooLong ? undefined : this.#utf8.decode(Uint8Array.from(bytes));
		this.#line = [];
		this.#tooLong = false;
		return text;
	}

	#take(line: string | undefined, read: AmiRead): void {
		if (line === undefined) return;
		if (line === '') {
			this.#end(read);
		} else if (GREETING.test(line)) {
			// Whatever stood before a greeting belongs to a connection that is gone.
			this.#packet = new Map();
			read.greeting = line;
		} else this.#add(line);
	}

	#add(line: string): void {
		const [, key, value = ''] = KEYED.exec(line) ?? [];
		if (key === undefined || this.#lines >= MOST_LINES) return;
		this.#lines += 1;
		const former = this.#packet.get(key);
		this.#packet.set(key, former === undefined ? value : `${former}\n${value}`);
	}

	#end(read: AmiRead): void {
		const packet = Object.fromEntries(this.#packet);
		this.#packet = new Map();
		this.#lines = 0;
		if ('Event' in packet || 'Response' in packet) read.packets.push(packet);
	}
}

/** An action as it is sent. No value brings lines of its own. */
export function amiAction(values: Readonly<Record<string, string>>): string {
	const lines = Object.entries(values).map(([key, value]) => `${key}: ${value.replaceAll(/[\r\n]/g, ' ')}\r\n`);
	return `${lines.join('')}\r\n`;
}
