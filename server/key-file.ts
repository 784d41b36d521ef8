import { randomBytes } from 'node:crypto';
import { chmodSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const KEY_BYTES = 32;

/** A secret key of 32 bytes in a file beside the database; made when it is asked for the first time. Throws for a damaged one. */
export function readKey(path: string): Buffer {
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
