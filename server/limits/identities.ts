import { createHmac } from 'node:crypto';
import { readKey } from '../key-file.ts';

/**
 * Turns identities into hashes that tell whether two are of one person on one day, and nothing else: the key is no part
 * of the database, and the day is hashed with it, so hashes of two days cannot be joined. All servers of a hall need
 * the same key file.
 */
export class Identities {
	readonly #path: string;
	#key: Buffer | undefined;

	/** @param path of the key file; made when the first identity is given */
	constructor(path: string) {
		this.#path = path;
	}

	/** @param number as `readIdentity` gives it */
	hash(of: { hall: number; day: string; number: string }): string {
		return this.#keyed(`${String(of.hall)}\n${of.day}\n${of.number}`);
	}

	/**
	 * The same of a matter: alike on every day, but for one item only, so that it says nothing of what else somebody does.
	 * @param number as `readIdentity` gives it
	 */
	matter(of: { hall: number; item: string; number: string }): string {
		return this.#keyed(`${String(of.hall)}\nmatter ${of.item}\n${of.number}`);
	}

	/**
	 * A telephone, alike on every day: whether the same person has complained before can be told without the number.
	 * @param phone as `readPhone` gives it
	 */
	phone(of: { hall: number; phone: string }): string {
		return this.#keyed(`phone ${String(of.hall)}\n${of.phone}`);
	}

	/** The same of who calls: alike on every day, so that a nuisance is known again; it goes with the call's own data. */
	caller(of: { hall: number; number: string }): string {
		return this.#keyed(`${String(of.hall)}\ncaller ${of.number}`);
	}

	#keyed(text: string): string {
		this.#key ??= readKey(this.#path);
		return createHmac('sha256', this.#key).update(text).digest('base64url');
	}
}
