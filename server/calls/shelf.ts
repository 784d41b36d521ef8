import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A folder of rendered announcements that never grows beyond its bound; what was asked for last is kept longest. */
export interface Shelf {
	/** Bytes of a file that is there, null for none; having it keeps it young. */
	size(name: string): Promise<number | null>;
	/** The file, for the browser; null for a name that is not there or not one of ours. */
	read(name: string): Promise<Uint8Array | null>;
	/** Puts a file there, whole or not at all, and makes room. Rejects when the disk refuses. */
	put(name: string, bytes: Uint8Array): Promise<void>;
}

const NAME = /^[0-9a-f]{32}\.wav$/;
/** Room is made for a good while, not for one file. */
const AFTER_TIDYING = 0.8;

/** @param now milliseconds since 1970, for the age of files */
export function openShelf(folder: string, maxBytes: number, now: () => number): Shelf {
	let total: number | null = null;
	let writes = 0;
	let tidying: Promise<void> | null = null;

	async function files(): Promise<{ path: string; bytes: number; usedAt: number }[]> {
		const names = await readdir(folder);
		const found = await Promise.all(
			names.map(async (name) => {
				const path = join(folder, name);
				const facts = await stat(path).catch(() => null);
				return facts?.isFile() ? [{ path, bytes: facts.size, usedAt: facts.mtimeMs }] : [];
			})
		);
		return found.flat();
	}

	async function tidy(): Promise<void> {
		const oldestFirst = (await files()).toSorted((a, b) => a.usedAt - b.usedAt);
		let left = oldestFirst.reduce((sum, file) => sum + file.bytes, 0);
		const room = left > maxBytes ? maxBytes * AFTER_TIDYING : maxBytes;
		for (const file of oldestFirst) {
			if (left <= room) break;
			await rm(file.path, { force: true });
			left -= file.bytes;
		}
		total = left;
	}

	return {
		async size(name) {
			const path = join(folder, name);
			const facts = await stat(path).catch(() => null);
			if (!facts) return null;
			const seconds = now() / 1000;
			await utimes(path, seconds, seconds).catch(() => undefined);
			return facts.size;
		},
		async read(name) {
			return NAME.test(name) ? readFile(join(folder, name)).catch(() => null) : null;
		},
		async put(name, bytes) {
			await mkdir(folder, { recursive: true });
			const draft = join(folder, `${name}.${process.pid}-${writes++}`);
			await writeFile(draft, bytes);
			await rename(draft, join(folder, name));
			if (total !== null) total += bytes.length;
			if (total !== null && total <= maxBytes) return;
			tidying ??= tidy().finally(() => {
				tidying = null;
			});
			await tidying;
		}
	};
}
