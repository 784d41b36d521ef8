/**
 * The envelope of Onbon BX-5K and BX-6K font cards, "BX-5K/6K communication protocol, user edition" 1.4: eight A5,
 * a header of 14 bytes, data, CRC-16/ARC, one 5A. Inside the envelope A5, A6, 5A and 5B are escaped; CRC and lengths
 * count the bytes before that. Numbers are low byte first.
 */
import { crc16, low16 } from './crc.ts';
import type { Parsed } from './driver.ts';

/** The address that every card hears and none answers. */
export const ONBON_EVERYBODY = 0xffff;
/** The address that every card hears and answers; only with a single card on the line. */
export const ONBON_ANYBODY = 0xfffe;
/** Our own address, and the first of those that mean "whoever is on this connection". */
export const ONBON_HOST = 0x8000;

/** Stands for every type of card. */
const ANY_CARD = 0xfe;
const PROTOCOL = 0x02;
const HEADER = 14;
const HEAD = 0xa5;
const TAIL = 0x5a;
const ESCAPED = new Map([
	[0xa5, [0xa6, 0x02]],
	[0xa6, [0xa6, 0x01]],
	[0x5a, [0x5b, 0x02]],
	[0x5b, [0x5b, 0x01]]
]);
/** A card's buffer holds 1024 bytes; escaping may double them. */
const LONGEST = 2 * (1024 + HEADER + 2);

/** One sound packet, in whichever direction. */
export interface OnbonPacket {
	to: number;
	from: number;
	/** command group, command, and so on */
	data: Uint8Array;
}

/** A packet as it goes on the line. */
export function encodeOnbon(packet: OnbonPacket): Uint8Array {
	const header = [...low16(packet.to), ...low16(packet.from), 0, 0, 0, 0, 0, 0, ANY_CARD, PROTOCOL];
	const inner = Uint8Array.from([...header, ...low16(packet.data.length), ...packet.data]);
	const sealed = [...inner, ...low16(crc16(inner, 0))];
	const body = sealed.flatMap((byte) => ESCAPED.get(byte) ?? [byte]);
	return Uint8Array.from([...Array<number>(8).fill(HEAD), ...body, TAIL]);
}

function withoutEscapes(body: Uint8Array): Uint8Array | null {
	const plain: number[] = [];
	for (let at = 0; at < body.length; at++) {
		const byte = body[at] ?? 0;
		if (byte !== 0xa6 && byte !== 0x5b) {
			plain.push(byte);
			continue;
		}
		const sign = body[++at];
		if (sign !== 1 && sign !== 2) return null;
		plain.push(byte === 0xa6 ? 0xa7 - sign : 0x5c - sign);
	}
	return Uint8Array.from(plain);
}

function openEnvelope(body: Uint8Array): OnbonPacket | null {
	const plain = withoutEscapes(body);
	if (!plain || plain.length < HEADER + 2) return null;
	const inner = plain.subarray(0, -2);
	const view = new DataView(plain.buffer);
	const sound =
		inner[7] === 0 &&
		inner[8] === 0 &&
		view.getUint16(12, true) === inner.length - HEADER &&
		view.getUint16(inner.length, true) === crc16(inner, 0);
	return sound ? { to: view.getUint16(0, true), from: view.getUint16(2, true), data: inner.slice(HEADER) } : null;
}

function skipWhile(bytes: Uint8Array, from: number, same: (byte: number) => boolean): number {
	let at = from;
	while (at < bytes.length && same(bytes[at] ?? 0)) at++;
	return at;
}

/** Looks for one packet at the head of what was received; any bytes, split anywhere. */
export function parseOnbon(received: Uint8Array): Parsed<OnbonPacket> {
	const start = skipWhile(received, 0, (byte) => byte !== HEAD);
	if (start > 0) return { used: start, garbage: start };
	const first = skipWhile(received, 0, (byte) => byte === HEAD);
	const end = skipWhile(received, first, (byte) => byte !== TAIL && byte !== HEAD);
	if (end - first > LONGEST) return { used: end, garbage: end };
	if (end === received.length) return { used: 0 };
	if (received[end] === HEAD) return { used: end, garbage: end };
	const packet = openEnvelope(received.subarray(first, end));
	return packet ? { used: end + 1, message: packet } : { used: end + 1, garbage: end + 1 };
}
