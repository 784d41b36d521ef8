import {
	closeSync,
	constants,
	existsSync,
	fstatSync,
	fsyncSync,
	ftruncateSync,
	mkdirSync,
	openSync,
	readFileSync,
	renameSync,
	rmSync,
	writeSync
} from 'node:fs';
import { dirname } from 'node:path';
import { readRecords, recordLine, type JournalRecord } from './records.ts';

/** The file of a journal: what is appended is on disk when the call returns, or is kept here until the disk takes it. */
export class JournalFile {
	readonly #path: string;
	readonly #onTrouble: (error: Error | undefined) => void;
	#file: number | undefined;
	/** so many bytes of it are whole */
	#end = 0;
	#waiting: Buffer[] = [];
	#troubled = false;

	constructor(path: string, onTrouble: (error: Error | undefined) => void) {
		this.#path = path;
		this.#onTrouble = onTrouble;
		mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
	}

	get sound(): boolean {
		return this.#waiting.length === 0;
	}

	/** how long the file is, with what waits */
	get bytes(): number {
		return this.#end + this.#waiting.reduce((sum, one) => sum + one.length, 0);
	}

	/** What it holds; what was cut off at its end is gone. */
	read(): JournalRecord[] {
		if (!existsSync(this.#path)) return [];
		const { records, good } = readRecords(readFileSync(this.#path));
		this.#end = good;
		return records;
	}

	append(record: JournalRecord): void {
		this.#waiting.push(recordLine(record));
		this.retry();
	}

	/** Puts these records in place of all others: the old file or the new one is there, whole. */
	replace(records: readonly JournalRecord[]): void {
		const bytes = Buffer.concat(records.map(recordLine));
		const fresh = `${this.#path}.new`;
		let file: number | undefined;
		try {
			file = openSync(fresh, 'w', 0o600);
			writeAll(file, bytes, 0);
			fsyncSync(file);
			renameSync(fresh, this.#path);
			syncFolder(dirname(this.#path));
		} catch (error) {
			if (file !== undefined) closeSync(file);
			rmSync(fresh, { force: true });
			this.#failed(error);
			return;
		}
		this.close();
		this.#file = file;
		this.#end = bytes.length;
		this.#well();
	}

	/** Tries again to write what waits. */
	retry(): void {
		if (this.#waiting.length === 0) return;
		const bytes = Buffer.concat(this.#waiting);
		try {
			this.#file ??= this.#open();
			writeAll(this.#file, bytes, this.#end);
			fsyncSync(this.#file);
		} catch (error) {
			this.#waiting = [bytes];
			this.#failed(error);
			return;
		}
		this.#end += bytes.length;
		this.#well();
	}

	close(): void {
		if (this.#file !== undefined) closeSync(this.#file);
		this.#file = undefined;
	}

	/** What stands behind the last whole line goes: it would hide, or be taken for, what comes next. */
	#open(): number {
		const file = openSync(this.#path, constants.O_RDWR | constants.O_CREAT, 0o600);
		// Somebody may have removed it: a hole at its beginning would hide all that follows.
		this.#end = Math.min(this.#end, fstatSync(file).size);
		ftruncateSync(file, this.#end);
		return file;
	}

	#well(): void {
		const was = this.#troubled;
		this.#troubled = false;
		this.#waiting = [];
		if (was) this.#onTrouble(undefined);
	}

	/** Half a line at the end would hide all that comes after it. */
	#failed(error: unknown): void {
		try {
			if (this.#file !== undefined) ftruncateSync(this.#file, this.#end);
		} catch {
			// It is written over at the next try: the place is the same.
		}
		if (this.#troubled) return;
		this.#troubled = true;
		this.#onTrouble(error instanceof Error ? error : new Error(String(error)));
	}
}

function writeAll(file: number, bytes: Buffer, at: number): void {
	let written = 0;
	while (written < bytes.length) written += writeSync(file, bytes, written, bytes.length - written, at + written);
}

/** The new name is on disk too. */
function syncFolder(path: string): void {
	const folder = openSync(path, 'r');
	try {
		fsyncSync(folder);
	} finally {
		closeSync(folder);
	}
}
