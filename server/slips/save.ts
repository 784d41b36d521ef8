import { isDeepStrictEqual } from 'node:util';
import { getHall } from '#db/setup.ts';
import type { Hall } from '../hall.ts';
import type { Who } from '../people/who.ts';
import { done, refused, type Result } from '../result.ts';
import { applyHall } from '../setup/apply.ts';
import { faultLine, readHall } from '../setup/read.ts';
import type { HallFile } from '../setup/schema.ts';
import { withSlips, type SlipChange } from './section.ts';

export interface SaveWish extends SlipChange {
	/** the state of the hall file that the change was made on */
	basis: number;
}

/** The hall file in force after it, and since when. */
export interface Saved {
	file: HallFile;
	appliedAt: number;
}

/**
 * Puts another layout, note or sign into force: the hall file with that part of it changed, and nothing else, is applied as
 * if somebody had imported it. Nothing is saved over what somebody else has changed meanwhile.
 */
export function saveSlips(hall: Hall, who: Who, { basis, ...change }: SaveWish): Promise<Result<Saved>> {
	return hall.write(async (tx) => {
		const { file: before, applied_at } = await getHall(tx.k, tx.hall);
		if (before === null || applied_at !== basis) return refused('slips-changed', String(applied_at));
		const changed = changedFile(before, change);
		if (!changed.ok) return changed;
		const { text, file } = changed.value;
		const at = hall.clock.now();
		const applied = await applyHall(tx, who, { file, text }, at);
		if (!applied.ok) return refused('slips-by-hand', applied.obstacles[0]?.what.en);
		return done({ file, appliedAt: applied.changed ? at : basis });
	});
}

/** The file with that change, when it is a sound one that differs in nothing but its slips. */
function changedFile(before: string, change: SlipChange): Result<{ text: string; file: HallFile }> {
	const was = readHall(before);
	if (!was.ok) return refused('slips-by-hand', faultLine(was.faults[0] ?? NO_FAULT, 'en'));
	const text = withSlips(before, change);
	const read = readHall(text);
	if (!read.ok) {
		const [fault = NO_FAULT] = read.faults;
		return refused(fault.path.startsWith('slips') ? 'slips-faulty' : 'slips-by-hand', faultLine(fault, 'en'));
	}
	const rest = { ...read.file, slips: was.file.slips };
	return isDeepStrictEqual(rest, was.file) ? done({ text, file: read.file }) : refused('slips-by-hand', 'other parts');
}

const NOTHING = { zh: '', en: '' };
const NO_FAULT = { code: 'empty-file', line: 0, column: 0, path: '', what: NOTHING, mend: NOTHING } as const;
