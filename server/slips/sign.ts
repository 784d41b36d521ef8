/** The hall's sign on its slips: a file in `DATA_DIR/slips`. */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dotsOf } from '#printer/images/dots.ts';
import type { Picture } from '#printer/images/grey.ts';
import { readPicture } from '#printer/images/picture.ts';
import type { DotRow } from '#printer/images/rows.ts';
import type { SignFault } from './view.ts';

/** A file larger than this is no sign. */
const SIGN_BYTES = 1_000_000;

export type Sign = { ok: true; dots: (across: number) => readonly DotRow[] } | { ok: false; fault: SignFault };

interface Known {
	/** name, length and time of the file */
	mark: string;
	sign: Sign;
}

/** The sign that was read last, by folder: slips come one after the other with the same one. */
const known = new Map<string, Known>();

/** The sign of that name. Never throws: a slip comes out without it, and the page of slips says why. */
export function signIn(dataDir: string, file: string): Sign {
	const folder = join(dataDir, 'slips');
	const mark = markOf(join(folder, file));
	if (mark === null) return { ok: false, fault: 'missing' };
	const before = known.get(folder);
	if (before?.mark === mark) return before.sign;
	const sign = readSign(join(folder, file));
	known.set(folder, { mark, sign });
	return sign;
}

function markOf(path: string): string | null {
	const facts = statSync(path, { throwIfNoEntry: false });
	return facts?.isFile() === true ? `${path} ${String(facts.size)} ${String(facts.mtimeMs)}` : null;
}

function readSign(path: string): Sign {
	try {
		if (statSync(path).size > SIGN_BYTES) return { ok: false, fault: 'too-large' };
		const read = readPicture(readFileSync(path));
		return read.ok ? { ok: true, dots: remembered(read.picture) } : read;
	} catch {
		return { ok: false, fault: 'missing' };
	}
}

/** A hall has one or two widths of paper; each is worked out once. */
function remembered(picture: Picture): (across: number) => readonly DotRow[] {
	const made = new Map<number, readonly DotRow[]>();
	return (across) => {
		const dots = made.get(across) ?? dotsOf(picture, across);
		made.set(across, dots);
		return dots;
	};
}

const ENDINGS: [begins: string, ending: string][] = [
	['89504e47', 'png'],
	['424d', 'bmp'],
	['50', 'pbm']
];

/** Puts a sign down beside the others, under a name of its own, or says why it is none. */
export function keepSign(dataDir: string, bytes: Buffer): { ok: true; file: string } | { ok: false; fault: SignFault } {
	if (bytes.length > SIGN_BYTES) return { ok: false, fault: 'too-large' };
	const read = readPicture(bytes);
	if (!read.ok) return read;
	const head = bytes.toString('hex', 0, 4);
	const ending = ENDINGS.find(([begins]) => head.startsWith(begins))?.[1] ?? 'png';
	const file = `sign-${createHash('sha256').update(bytes).digest('hex').slice(0, 12)}.${ending}`;
	const folder = join(dataDir, 'slips');
	mkdirSync(folder, { recursive: true });
	writeFileSync(join(folder, file), bytes);
	return { ok: true, file };
}
