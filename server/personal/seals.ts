import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { readKey } from '../key-file.ts';

const IV_BYTES = 12;
const TAG_BYTES = 16;

/** Where a sealed value stands: it opens there and nowhere else. */
export interface SealedAt {
	hall: number;
	subject: string;
	of: number;
	field: string;
}

/**
 * Seals short texts by AES-256-GCM with a key that is no part of the database. The place of a value is authenticated with
 * it: copied to another row, hall or field it does not open. All servers of a hall need the same key file.
 */
export class Seals {
	readonly #path: string;
	#key: Buffer | undefined;

	/** @param path of the key file; made when the first value is sealed */
	constructor(path: string) {
		this.#path = path;
	}

	seal(at: SealedAt, text: string): string {
		const iv = randomBytes(IV_BYTES);
		const cipher = createCipheriv('aes-256-gcm', this.#keyed(), iv).setAAD(place(at));
		const hidden = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
		return Buffer.concat([iv, cipher.getAuthTag(), hidden]).toString('base64url');
	}

	/** Undefined for what was not sealed here, by this key, or has been changed since. */
	unseal(at: SealedAt, sealed: string): string | undefined {
		const bytes = Buffer.from(sealed, 'base64url');
		try {
			const opener = createDecipheriv('aes-256-gcm', this.#keyed(), bytes.subarray(0, IV_BYTES), {
				authTagLength: TAG_BYTES
			});
			opener.setAAD(place(at)).setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
			return Buffer.concat([opener.update(bytes.subarray(IV_BYTES + TAG_BYTES)), opener.final()]).toString('utf8');
		} catch {
			return undefined;
		}
	}

	#keyed(): Buffer {
		return (this.#key ??= readKey(this.#path));
	}
}

function place({ hall, subject, of, field }: SealedAt): Buffer {
	return Buffer.from(JSON.stringify([hall, subject, of, field]));
}
