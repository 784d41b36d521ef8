import { createHash } from 'node:crypto';
import { KeptWire } from '#printer/wire/keep.ts';
import type { Timers } from '#printer/wire/timers.ts';
import type { Wire } from '#printer/wire/wire.ts';
import { amiAction, AmiReader, type AmiPacket } from '../rules/telephone/ami.ts';

/** `refused`: the manager interface does not know this user or secret. */
export type AmiState = 'down' | 'signing-in' | 'up' | 'refused';

export interface AmiOptions {
	timers: Timers;
	user: string;
	secret: string;
	/** the line is up, or up again, and these are all the channels there are */
	onChannels: (channels: AmiPacket[]) => void;
	onEvent: (event: AmiPacket) => void;
	onState: (state: AmiState) => void;
	firstMs?: number;
	mostMs?: number;
}

/** A line that is silent for so long is asked whether it is there. */
const PING_MS = 15_000;
/** And given up when there is no answer for so long. */
const SILENT_MS = 45_000;
const WRITE_MS = 5000;
/** Who is refused asks again only after so long: an interface that is guessed at locks its door. */
const REFUSED_MS = 60_000;

/**
 * A client of Asterisk's manager interface that only listens: greeting, challenge, sign-in by MD5 (the secret itself never
 * goes over the line), every channel, then events; and all of it again after every break, with growing waits.
 */
export class AmiClient {
	readonly #options: AmiOptions;
	readonly #wire: KeptWire;
	#reader = new AmiReader();
	#state: AmiState = 'down';
	#channels: AmiPacket[] | undefined;
	/** what happened while the channels were told */
	#meanwhile: AmiPacket[] = [];
	#heardAt: number;
	#tick: () => void = () => undefined;
	#writing: Promise<unknown> = Promise.resolve();

	constructor(wire: Wire, options: AmiOptions) {
		this.#options = options;
		this.#heardAt = options.timers.now();
		this.#wire = new KeptWire(wire, {
			timers: options.timers,
			firstMs: options.firstMs ?? 500,
			mostMs: options.mostMs ?? 30_000,
			onBytes: (bytes) => this.#hear(bytes),
			onUp: () => this.#begin(),
			onDown: () => this.#set(this.#state === 'refused' ? 'refused' : 'down')
		});
		this.#watch();
	}

	get state(): AmiState {
		return this.#state;
	}

	/** Starts afresh, so that every channel is told again: for who has lost count. */
	renew(): void {
		this.#wire.renew(new Error('started afresh'));
	}

	async close(): Promise<void> {
		this.#tick();
		await this.#wire.close();
	}

	#begin(): void {
		this.#reader = new AmiReader();
		this.#channels = undefined;
		this.#meanwhile = [];
		this.#heardAt = this.#options.timers.now();
		this.#set('signing-in');
	}

	#hear(bytes: Uint8Array): void {
		this.#heardAt = this.#options.timers.now();
		const { greeting, packets } = this.#reader.feed(bytes);
		if (greeting !== undefined) this.#ask({ Action: 'Challenge', ActionID: 'challenge', AuthType: 'MD5' });
		for (const packet of packets) this.#take(packet);
	}

	#take(packet: AmiPacket): void {
		if (packet['Event'] !== undefined) this.#event(packet);
		else if (packet['ActionID'] === 'challenge') this.#signIn(packet);
		else if (packet['ActionID'] === 'login') this.#signedIn(packet);
	}

	#event(packet: AmiPacket): void {
		if (packet['ActionID'] === 'channels') this.#list(packet);
		else if (this.#state === 'up') this.#options.onEvent(packet);
		else if (this.#channels) this.#meanwhile.push(packet);
	}

	/** What happens while the channels are told may be in that list or not: it is heard after it. */
	#list(packet: AmiPacket): void {
		if (packet['Event'] === 'CoreShowChannel') this.#channels?.push(packet);
		if (packet['Event'] !== 'CoreShowChannelsComplete' || !this.#channels) return;
		const all = this.#channels;
		this.#channels = undefined;
		this.#set('up');
		this.#options.onChannels(all);
		for (const packet of this.#meanwhile.splice(0)) this.#options.onEvent(packet);
	}

	#signIn({ Challenge: challenge }: AmiPacket): void {
		if (challenge === undefined) {
			this.#set('refused');
			return;
		}
		const { user, secret } = this.#options;
		const key = createHash('md5').update(`${challenge}${secret}`).digest('hex');
		const by = { AuthType: 'MD5', Username: user, Key: key, Events: 'call' };
		this.#ask({ Action: 'Login', ActionID: 'login', ...by });
	}

	#signedIn({ Response: response }: AmiPacket): void {
		if (response !== 'Success') {
			this.#set('refused');
			return;
		}
		this.#channels = [];
		this.#ask({ Action: 'CoreShowChannels', ActionID: 'channels' });
	}

	#ask(action: Record<string, string>): void {
		const bytes = new TextEncoder().encode(amiAction(action));
		this.#writing = this.#writing.then(() => this.#wire.write(bytes, WRITE_MS));
	}

	/** A far end that is gone without a word is noticed by its silence. */
	#watch(): void {
		const { timers } = this.#options;
		this.#tick = timers.after(PING_MS, () => {
			const silent = timers.now() - this.#heardAt;
			const limit = this.#state === 'refused' ? REFUSED_MS : SILENT_MS;
			if (this.#wire.up && silent >= limit) this.#wire.renew(new Error('silent'));
			else if (this.#wire.up && this.#state !== 'refused') this.#ask({ Action: 'Ping', ActionID: 'ping' });
			this.#watch();
		});
	}

	#set(state: AmiState): void {
		if (state === this.#state) return;
		this.#state = state;
		this.#options.onState(state);
	}
}
