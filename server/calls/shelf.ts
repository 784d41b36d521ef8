import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const NAME = /^[0-9a-f]{32}\.wav$/;
/** Room is made for a good while, not for one file. */
const AFTER_TIDYING = 0.8;

interface Kept {
	path: string;
	bytes: number;
	/** milliseconds since 1970 */
	usedAt: number;
}

async function filesIn(folder: string): Promise<Kept[]> {
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

/** A folder of rendered announcements that never stays above its bound; what was asked for last is kept longest. */
export class Shelf {
	#folder: string;
	#maxBytes: number;
	#now: () => number;
	/** what lies there; unknown until it was counted */
	#total = Infinity;
	#drafts = 0;
	#tidying: Promise<void> | null = null;

	/** @param now milliseconds since 1970, for the age of files */
	constructor(folder: string, maxBytes: number, now: () => number) {
		this.#folder = folder;
		this.#maxBytes = maxBytes;
		this.#now = now;
	}

	/** Bytes of a file that is there, null for none; asking for it keeps it young. */
	async size(name: string): Promise<number | null> {
		const path = join(this.#folder, name);
		const facts = await stat(path).catch(() => null);
		if (!facts) return null;
		const seconds = this.#now() / 1000;
		await utimes(path, seconds, seconds).catch(() => undefined);
		return facts.size;
	}

	/** The file, for the browser; null for a name that is not there or not one of ours. */
	async read(name: string): Promise<Uint8Array | null> {
		return NAME.test(name) ? readFile(join(this.#folder, name)).catch(() => null) : null;
	}

	/** Puts a file there, whole or not at all, and makes room. Rejects when the disk refuses. */
	async put(name: string, bytes: Uint8Array): Promise<void> {
		await mkdir(this.#folder, { recursive: true });
		const draft = join(this.#folder, `${name}.${process.pid}-${this.#drafts++}`);
		try {
			await writeFile(draft, bytes);
			await rename(draft, join(this.#folder, name));
		} catch (error) {
			await rm(draft, { force: true });
			throw error;
		}
		this.#total += bytes.length;
		if (this.#total <= this.#maxBytes) return;
		this.#tidying ??= this.#tidy().finally(() => {
			this.#tidying = null;
		});
		await this.#tidying;
	}

	async #tidy(): Promise<void> {
		const oldestFirst = (await filesIn(this.#folder)).toSorted((a, b) => a.usedAt - b.usedAt);
		let left = oldestFirst.reduce((sum, file) => sum + file.bytes, 0);
		const room = left > this.#maxBytes ? this.#maxBytes * AFTER_TIDYING : this.#maxBytes;
		for (const file of oldestFirst) {
			if (left <= room) break;
			await rm(file.path, { force: true });
			left -= file.bytes;
		}
		this.#total = left;
	}
}
