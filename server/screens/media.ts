import { open, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { MEDIA_NAME } from '../setup/schema/screens.ts';
import type { MediumFault } from '../views/screen.ts';

const MEGABYTE = 1024 * 1024;

interface Kind {
	kind: 'picture' | 'video';
	type: string;
	mostBytes: number;
	/** whether a file begins as one of its kind does */
	begins: (head: Buffer) => boolean;
}

const text = (head: Buffer, from: number, to: number): string => head.toString('latin1', from, to);
const picture = (type: string, begins: Kind['begins']): Kind => ({
	...{ kind: 'picture', type, begins },
	mostBytes: 20 * MEGABYTE
});
const video = (type: string, begins: Kind['begins']): Kind => ({
	...{ kind: 'video', type, begins },
	mostBytes: 1024 * MEGABYTE
});

const JPEG = picture('image/jpeg', (head) => head.readUIntBE(0, 3) === 0xffd8ff);
const KINDS: Record<string, Kind> = {
	jpg: JPEG,
	jpeg: JPEG,
	png: picture('image/png', (head) => text(head, 0, 8) === '\x89PNG\r\n\x1a\n'),
	webp: picture('image/webp', (head) => text(head, 0, 4) === 'RIFF' && text(head, 8, 12) === 'WEBP'),
	mp4: video('video/mp4', (head) => text(head, 4, 8) === 'ftyp'),
	webm: video('video/webm', (head) => head.readUInt32BE(0) === 0x1a45dfa3)
};
const HEAD_BYTES = 12;

export type Found =
	{ ok: true; path: string; type: string; bytes: number; changedAt: number } | { ok: false; fault: MediumFault };

const faulty = (fault: MediumFault): Found => ({ ok: false, fault });

function kindOf(name: string): Kind | undefined {
	return MEDIA_NAME.test(name) ? KINDS[name.slice(name.lastIndexOf('.') + 1).toLowerCase()] : undefined;
}

/** Whether a name is that of a picture or of a video. */
export function mediumKind(name: string): Kind['kind'] {
	return kindOf(name)?.kind ?? 'picture';
}

async function headOf(path: string): Promise<Buffer> {
	const file = await open(path);
	try {
		const head = Buffer.alloc(HEAD_BYTES);
		await file.read(head, 0, HEAD_BYTES, 0);
		return head;
	} finally {
		await file.close();
	}
}

/**
 * A file of the folder of media: there, inside the folder whatever links say, of the kind that its name tells, and not too
 * large. Never rejects.
 */
export async function findMedium(folder: string, name: string): Promise<Found> {
	const kind = kindOf(name);
	if (!kind) return faulty('wrong-kind');
	try {
		const path = await realpath(join(folder, name));
		if (!path.startsWith((await realpath(folder)) + sep)) return faulty('missing');
		const facts = await stat(path);
		if (!facts.isFile()) return faulty('missing');
		if (facts.size > kind.mostBytes) return faulty('too-large');
		if (!kind.begins(await headOf(path))) return faulty('wrong-kind');
		return { ok: true, path, type: kind.type, bytes: facts.size, changedAt: facts.mtimeMs };
	} catch {
		return faulty('missing');
	}
}

/** Bytes `from` to `to`, both included. */
export interface Range {
	from: number;
	to: number;
}

/** One range of RFC 9110, 14.1.2; null where the whole is asked for, undefined where there is no such part. */
export function rangeOf(header: string | null, bytes: number): Range | null | undefined {
	const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
	if (first + last === '') return null;
	// Without a beginning the last so many bytes are meant.
	const range =
		first === ''
			? { from: Math.max(0, bytes - Number(last)), to: bytes - 1 }
			: { from: Number(first), to: last === '' ? bytes - 1 : Math.min(Number(last), bytes - 1) };
	return range.from <= range.to ? range : undefined;
}
