/**
 * The envelope of Adaptive Alpha and BetaBrite signs (form 9708-8061 rev F): five 00 for the sign to find the speed, 01,
 * the type of sign, its address as two hex figures, then commands, each behind a 02, and 04. A command may be sealed by
 * 03 and the sum of everything from 02 to 03, as four hex figures; a sign throws away what does not fit its sum.
 */
import type { Parsed } from './driver.ts';

/** The address that every sign hears. */
const ALPHA_EVERYBODY = 0;
const SOH = 0x01;
const STX = 0x02;
const ETX = 0x03;
const EOT = 0x04;
const WAKE = [0, 0, 0, 0, 0];
/** Nothing we or anybody sends in one packet is longer. */
const LONGEST = 4096;

/** Text as bytes: ASCII and the control codes between it. */
export const ascii = (text: string): number[] => [...text].map((letter) => letter.charCodeAt(0) & 0x7f);

export interface AlphaPacket {
	/** `Z` every type, `^` BetaBrite, others by the manual */
	type: string;
	/** 0 (everybody) to 255 */
	address: number;
	/** each with its command letter first */
	commands: readonly (readonly number[])[];
}

function hexOf(value: number, figures: number): number[] {
	return ascii(value.toString(16).toUpperCase().padStart(figures, '0'));
}

function sumOf(bytes: readonly number[]): number {
	return bytes.reduce((sum, byte) => (sum + byte) & 0xffff, 0);
}

/** A packet as it goes on the line, sealed or bare. */
export function encodeAlpha({ type, address, commands }: AlphaPacket, sealed: boolean): Uint8Array {
	const blocks = commands.flatMap((command) => {
		const block = [STX, ...command];
		return sealed ? [...block, ETX, ...hexOf(sumOf([...block, ETX]), 4)] : block;
	});
	return Uint8Array.from([...WAKE, SOH, ...ascii(type.slice(0, 1)), ...hexOf(address, 2), ...blocks, EOT]);
}

/** One packet as a sign hears it; `damaged` when a sum does not fit. */
export interface HeardAlpha extends AlphaPacket {
	damaged: boolean;
}

/** Whether a packet speaks to a sign. */
export function speaksTo(packet: AlphaPacket, type: string, address: number): boolean {
	const toType = packet.type === type || packet.type === 'Z' || type === 'Z';
	return toType && (packet.address === address || packet.address === ALPHA_EVERYBODY);
}

/** Looks for one packet in what was received; what comes before its 01 means nothing. */
export function parseAlpha(received: Uint8Array): Parsed<HeardAlpha> {
	const end = received.indexOf(EOT);
	if (end < 0) return unfinished(received);
	const start = received.subarray(0, end).lastIndexOf(SOH);
	const used = end + 1;
	const message = start < 0 ? null : readPacket([...received.subarray(start + 1, end)]);
	return message ? { used, message, garbage: start } : { used, garbage: used };
}

function unfinished(received: Uint8Array): Parsed<HeardAlpha> {
	const start = received.lastIndexOf(SOH);
	const lost = start < 0 || received.length > LONGEST ? received.length : start;
	return lost > 0 ? { used: lost, garbage: lost } : { used: 0 };
}

function readPacket(body: readonly number[]): HeardAlpha | null {
	const address = String.fromCharCode(...body.slice(1, 3));
	if (!/^[0-9A-F]{2}$/.test(address) || body[3] !== STX) return null;
	const blocks: number[][] = [];
	for (const byte of body.slice(3)) {
		if (byte === STX) blocks.push([]);
		else blocks.at(-1)?.push(byte);
	}
	const read = blocks.map(readBlock);
	return {
		type: String.fromCharCode(body[0] ?? 0),
		address: Number.parseInt(address, 16),
		commands: read.flatMap((one) => (one ? [one] : [])),
		damaged: read.includes(null)
	};
}

/** A command without its seal; null when the seal is broken. */
function readBlock(block: readonly number[]): readonly number[] | null {
	const end = block.indexOf(ETX);
	if (end < 0) return block;
	const said = String.fromCharCode(...block.slice(end + 1));
	const sum = sumOf([STX, ...block.slice(0, end), ETX]);
	return /^[0-9A-F]{4}$/.test(said) && Number.parseInt(said, 16) === sum ? block.slice(0, end) : null;
}
