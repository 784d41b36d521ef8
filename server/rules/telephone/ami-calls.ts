/**
 * What Asterisk's events mean for calls that come in. Every channel of a call has the same Linkedid; the channel whose own
 * Uniqueid it is, is the caller's. Whoever else is on the call is known by the name of the channel: `PJSIP/8001-0000002a`.
 * Source: docs.asterisk.org, AMI events Newchannel, DialBegin, DialEnd, BridgeEnter, Hold, Unhold, Hangup and
 * CoreShowChannel.
 */
import type { PhoneEventKind } from '#db/schema.ts';
import type { AmiPacket } from './ami.ts';

/** One thing told of a call, by the names of the telephone system. */
export interface ToldEvent {
	call: string;
	event: PhoneEventKind;
	at: number;
	line: string;
	/** as it was sent; null for a hidden one */
	caller: string | null;
	/** the extension that answered, or to which it went; null for none */
	extension: string | null;
}

/** A call that goes on. */
export interface OpenCall {
	call: string;
	line: string;
	rang: boolean;
	answered: boolean;
	/** the extension that has it; null for one that is not known */
	extension: string | null;
}

interface Kept extends OpenCall {
	caller: string | null;
}

/** Calls that come in, by what a manager interface tells. Pure: times are handed in where a packet brings none. */
export class AmiCalls {
	readonly #lines: ReadonlyMap<string, string>;
	readonly #calls = new Map<string, Kept>();

	/**
	 * @param lines code of each line of the hall by the number that is dialled
	 * @param open calls that were going on when one listened last
	 */
	constructor(lines: ReadonlyMap<string, string>, open: readonly OpenCall[]) {
		this.#lines = lines;
		for (const one of open) this.#calls.set(one.call, { ...one, caller: null });
	}

	/** What one event means; nothing for one that concerns no call to the hall. */
	hear(packet: AmiPacket, now: number): ToldEvent[] {
		const { Event: event = '' } = packet;
		if (event === 'Newchannel') this.#begin(packet);
		const call = this.#calls.get(packet['Linkedid'] ?? '');
		return call ? (this.#means[event]?.(call, packet, timeOf(packet, now)) ?? []) : [];
	}

	readonly #means: Readonly<Record<string, (call: Kept, packet: AmiPacket, at: number) => ToldEvent[]>> = {
		DialBegin: (call, _, at) => this.#rings(call, at),
		DialEnd: (call, packet, at) =>
			packet['DialStatus'] === 'ANSWER' ? this.#talks(call, extensionOf(packet['DestChannel']), at) : [],
		BridgeEnter: (call, packet, at) => (isCaller(packet) ? [] : this.#talks(call, extensionOf(packet['Channel']), at)),
		Hold: (call, _, at) => (call.answered ? [told(call, 'held', at)] : []),
		Unhold: (call, _, at) => (call.answered ? [told(call, 'resumed', at)] : []),
		Hangup: (call, packet, at) => (isCaller(packet) ? this.#ends(call, at) : [])
	};

	/** After a break: every channel there is now. What went on before and is there no more has ended meanwhile. */
	resync(channels: readonly AmiPacket[], now: number): ToldEvent[] {
		const there = new Set(channels.map((one) => one['Linkedid'] ?? ''));
		const gone = [...this.#calls.values()].filter(({ call }) => !there.has(call));
		const events = gone.flatMap((call) => this.#ends(call, now));
		for (const channel of channels) this.#begin(channel);
		return [...events, ...channels.flatMap((channel) => this.#found(channel, now))];
	}

	/** A channel found after a break: whoever is in one bridge with the caller has answered. */
	#found(channel: AmiPacket, now: number): ToldEvent[] {
		const call = this.#calls.get(channel['Linkedid'] ?? '');
		if (!call) return [];
		const bridged = (channel['BridgeId'] ?? '') !== '';
		if (!isCaller(channel)) return bridged ? this.#talks(call, extensionOf(channel['Channel']), now) : [];
		return this.#rings(call, now - durationOf(channel['Duration']));
	}

	/** A caller's channel to a number of the hall. */
	#begin(packet: AmiPacket): void {
		const call = packet['Linkedid'] ?? '';
		const line = this.#lines.get(packet['Exten'] ?? '');
		if (line === undefined || !isCaller(packet) || this.#calls.has(call)) return;
		const caller = numberOf(packet['CallerIDNum']);
		this.#calls.set(call, { call, line, caller, rang: false, answered: false, extension: null });
	}

	#rings(call: Kept, at: number): ToldEvent[] {
		if (call.rang) return [];
		call.rang = true;
		return [told(call, 'ringing', at)];
	}

	/** Answered, or handed on to somebody else. */
	#talks(call: Kept, extension: string | null, at: number): ToldEvent[] {
		if (call.answered && (extension === null || extension === call.extension)) return [];
		const ringing = this.#rings(call, at);
		const event = call.answered ? 'transferred' : 'answered';
		Object.assign(call, { answered: true, extension });
		return [...ringing, told(call, event, at)];
	}

	#ends(call: Kept, at: number): ToldEvent[] {
		this.#calls.delete(call.call);
		if (!call.rang) return [];
		return [told(call, call.answered ? 'ended' : 'missed', at)];
	}
}

function told({ call, line, caller, extension }: Kept, event: PhoneEventKind, at: number): ToldEvent {
	const whose = event === 'answered' || event === 'transferred' ? extension : null;
	return { call, event, at, line, caller, extension: whose };
}

function isCaller(packet: AmiPacket): boolean {
	return packet['Uniqueid'] !== undefined && packet['Uniqueid'] === packet['Linkedid'];
}

/** `PJSIP/8001-0000002a` → `8001`; also of a local channel, `Local/8001@queue-00000001;1`. */
function extensionOf(channel: string | undefined): string | null {
	return /^\w+\/([^-@;/]{1,32})[-@;]/.exec(channel ?? '')?.[1] ?? null;
}

/** A number that can be called back; Asterisk says `<unknown>` for a hidden one. */
function numberOf(caller: string | undefined): string | null {
	return caller !== undefined && /^\+?\d{3,20}$/.test(caller) ? caller : null;
}

/** `Timestamp: 1764115200.123456`, where the interface is set to tell it. */
function timeOf(packet: AmiPacket, now: number): number {
	const seconds = Number(packet['Timestamp'] ?? Number.NaN);
	return Number.isFinite(seconds) && seconds > 0 ? Math.round(seconds * 1000) : now;
}

/** `00:01:23` in milliseconds. */
function durationOf(duration: string | undefined): number {
	const [, hours, minutes, seconds] = /^(\d{1,4}):(\d\d):(\d\d)$/.exec(duration ?? '') ?? [];
	return (Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0)) * 1000;
}
