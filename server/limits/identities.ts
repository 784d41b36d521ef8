import { createHmac, randomBytes } from 'node:crypto';
import { chmodSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const KEY_BYTES = 32;

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

	#keyed(text: string): string {
		this.#key ??= readKey(this.#path);
		return createHmac('sha256', this.#key).update(text).digest('base64url');
	}
}

function readKey(path: string): Buffer {
	try {
		return checked(readFileSync(path), path);
	} catch (error) {
		if (!isAbsent(error)) throw error;
		makeKey(path);
		return checked(readFileSync(path), path);
	}
}

/** Whole or not at all, and of two processes that do it at once the first one's stays. */
function makeKey(path: string): void {
	mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
	const own = `${path}.${String(process.pid)}`;
	writeFileSync(own, randomBytes(KEY_BYTES), { mode: 0o600 });
	chmodSync(own, 0o600);
	try {
		linkSync(own, path);
	} catch (error) {
		if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
	} finally {
		rmSync(own, { force: true });
	}
}

function checked(key: Buffer, path: string): Buffer {
	if (key.length !== KEY_BYTES) throw new Error(`${path} is not a key of ${String(KEY_BYTES)} bytes`);
	return key;
}

function isAbsent(error: unknown): boolean {
	return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
