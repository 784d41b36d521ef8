import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Tx } from '#db/group.ts';
import { addPhoto, isPhotoKept, marksOf, photoDeleted, photosBefore, photosOf } from '#db/inspections.ts';
import type { InspectionPhotoRow } from '#db/schema.ts';
import type { Hall } from '../hall.ts';
import { SYSTEM } from '../people/access.ts';
import type { Who } from '../people/who.ts';
import { done, refused, type Result } from '../result.ts';
import { photoFault } from '../rules/photograph.ts';
import { inspectionLine } from './held.ts';

const DAY_MS = 86_400_000;
const AT_ONCE = 50;

/** The mark that a photograph belongs to. */
export interface PhotoOf {
	inspection: number;
	area: string;
	criterion: string;
}

/**
 * Keeps the photograph of a mark, one each: a plain JPEG, which tells neither place nor camera. The picture lies in a file that is
 * named by its hash; the ledger has the hash.
 */
export function keepPhoto(
	hall: Hall,
	who: Who,
	{ of, jpeg }: { of: PhotoOf; jpeg: Uint8Array }
): Promise<Result<InspectionPhotoRow>> {
	const fault = photoFault(jpeg);
	if (fault) return Promise.resolve(refused(fault));
	const hash = createHash('sha256').update(jpeg).digest('hex');
	return hall.write(async (tx) => {
		const known = await photoIn(tx, of);
		if (known) return known.hash === hash ? done(known) : refused('photo-exists', of.criterion);
		const marks = await marksOf(tx.k, tx.hall, of.inspection);
		const marked = marks.some(({ area, criterion }) => area === of.area && criterion === of.criterion);
		if (!marked) return refused('not-found', `${of.area} ${of.criterion}`);
		await writePhoto(hall, hash, jpeg);
		const at = hall.clock.now();
		const row: InspectionPhotoRow = {
			...{ hall: tx.hall, ...of, hash, bytes: jpeg.length, staff: who.staff ?? who.name, at, deleted_at: null }
		};
		await addPhoto(tx.k, row);
		await inspectionLine(tx, hall, who.name, { act: 'photographed', body: { ...of, hash, bytes: jpeg.length } });
		return done(row);
	});
}

async function photoIn(tx: Tx, of: PhotoOf): Promise<InspectionPhotoRow | undefined> {
	const photos = await photosOf(tx.k, tx.hall, of.inspection);
	return photos.find(({ area, criterion }) => area === of.area && criterion === of.criterion);
}

/** The picture of a mark; undefined where there is none, or none any more. */
export async function readPhoto(hall: Hall, of: PhotoOf): Promise<Uint8Array | undefined> {
	const photos = await photosOf(hall.read, hall.id, of.inspection);
	const row = photos.find(({ area, criterion }) => area === of.area && criterion === of.criterion);
	if (row?.deleted_at !== null) return undefined;
	return readFile(pathOf(hall, row.hash)).catch(() => undefined);
}

/** Deletes photographs whose time is over; that there was one stays known. */
export async function forgetPhotos(hall: Hall): Promise<void> {
	const at = hall.clock.now();
	const before = at - hall.setup.policies.inspection.photoKeepDays * DAY_MS;
	for (;;) {
		const due = await photosBefore(hall.read, { hall: hall.id, at: before, most: AT_ONCE });
		if (due.length === 0) return;
		await hall.write(async (tx) => {
			for (const { hash } of due) {
				await photoDeleted(tx.k, { hall: tx.hall, hash, before, at });
				// The file goes first: a server that stops here finds the row again, and no picture outlives its row.
				if (!(await isPhotoKept(tx.k, tx.hall, hash))) await rm(pathOf(hall, hash), { force: true });
			}
			await inspectionLine(tx, hall, SYSTEM.name, { act: 'photos-deleted', body: { count: due.length } });
		});
	}
}

function pathOf(hall: Hall, hash: string): string {
	return join(hall.dataDir, 'photographs', `${hash}.jpg`);
}

/** Whole or not at all: a half-written picture would bear the name of a whole one. */
async function writePhoto(hall: Hall, hash: string, jpeg: Uint8Array): Promise<void> {
	const path = pathOf(hall, hash);
	await mkdir(join(hall.dataDir, 'photographs'), { recursive: true, mode: 0o700 });
	await writeFile(`${path}.part`, jpeg, { mode: 0o600 });
	await rename(`${path}.part`, path);
}
