import { readdirSync, rmSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import type { Cancel } from '../clock.ts';
import type { Hall } from '../hall.ts';

const DAY_MS = 86_400_000;
/** A hall file of last year may come back, and with it its sign. */
const KEPT_MS = 400 * DAY_MS;
/** Only what was put down here under a name of its own: whatever somebody has laid there by hand is theirs. */
const OURS = /^sign-[0-9a-f]{12}\.(png|bmp|pbm)$/;

/** Looks once a day for signs that no hall file has named for more than a year, and removes them. */
export function keepSigns(hall: Hall, onTrouble: (error: unknown) => void): Cancel {
	let before: ReadonlySet<string> = new Set();
	return hall.clock.every(DAY_MS, () => {
		try {
			before = sweepSigns(hall.dataDir, { named: hall.setup.file.slips.logo, now: hall.clock.now(), before });
		} catch (error) {
			onTrouble(error);
		}
	});
}

/** What one look goes by. */
export interface Sweep {
	/** the sign of the hall file in force */
	named: string | null;
	now: number;
	/** what the last look found old */
	before: ReadonlySet<string>;
}

/**
 * One look. The time of a file is when it was last put down, or in force; it goes when two looks have found it old, so that
 * one that a hall file names again between the two, by whichever server, stays.
 * @returns what is old now
 */
export function sweepSigns(dataDir: string, { named, now, before }: Sweep): Set<string> {
	const folder = join(dataDir, 'slips');
	const old = new Set<string>();
	for (const file of signsIn(folder)) {
		const path = join(folder, file);
		if (file === named) utimesSync(path, now / 1000, now / 1000);
		else if (now - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? now) > KEPT_MS) old.add(file);
	}
	for (const file of old) {
		if (!before.has(file)) continue;
		rmSync(join(folder, file), { force: true });
		old.delete(file);
	}
	return old;
}

function signsIn(folder: string): string[] {
	const there = statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true;
	return there ? readdirSync(folder).filter((name) => OURS.test(name)) : [];
}
