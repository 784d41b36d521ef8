/** What stands on a resident identity card, and the little of it that is taken. */

/**
 * All that leaves this file: name, sex, nation, address, issuer, validity and photograph are dropped where they arrive
 * (个人信息保护法 art. 6: no more than the purpose needs; a number is enough to tell one visitor from another).
 */
export interface IdCard {
	/** eighteen characters; whether its sum is right is asked of server/rules/identity.ts */
	number: string;
}

/** Bytes of the text of a card, UTF-16 little endian; the photograph comes behind it. */
const TEXT = 256;
const BIRTH = { from: 36, to: 52 };
const NUMBER = { from: 122, to: 158 };

/**
 * Takes the number out of the answer to `read`: two lengths, the text, the photograph.
 * @returns undefined for what is no whole card, or one whose number and day of birth do not agree
 */
export function readIdCard(data: Uint8Array): IdCard | undefined {
	const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
	if (data.length < 4 + TEXT || view.getUint16(0) !== TEXT) return undefined;
	const text = data.subarray(4, 4 + TEXT);
	const [number, birth] = [field(text, NUMBER), field(text, BIRTH)];
	return /^\d{17}[\dX]$/.test(number) && number.slice(6, 14) === birth ? { number } : undefined;
}

function field(text: Uint8Array, { from, to }: { from: number; to: number }): string {
	return new TextDecoder('utf-16le').decode(text.subarray(from, to)).trim().toUpperCase();
}
