import type { DeviceState, PaperKnown } from '#db/schema.ts';

/** Dots to the metre, 8 to the millimetre. */
const DOTS_A_METRE = 8000;
/** A sensor of the near end trips with no more than so much on the roll, whatever was counted. */
const NEAR_END_METRES = 5;
/** Less than this and somebody should have a new roll in hand. */
const SOON_METRES = 3;
const SOON_MS = 45 * 60_000;
/** What was told is taken back when there is so many times as much: a pace that trembles is no news. */
const PLENTY = 2;
/** A slip of a ticket, while none has come out of this roll. */
const USUAL_SLIP_METRES = 0.12;
/** What a roll has when nobody wrote it down: 57 × 50 mm and 80 × 80 mm, the usual ones, rather less than they may have. */
const USUAL_ROLL_METRES: Readonly<Record<58 | 80, number>> = { 58: 25, 80: 70 };
/** A near end that comes back so soon was no new roll: the sensor trembles where the roll ends. */
const TREMBLES_METRES = 2;

export function metresOf(dots: number): number {
	return dots / DOTS_A_METRE;
}

export function rollMetres(width: 58 | 80, told: number | null): number {
	return told ?? USUAL_ROLL_METRES[width];
}

/**
 * What a change of a printer's state says of its roll. `changed`: there is a new one; `trembled`: what was taken for a new
 * one was none. A cover that is open or a link that is gone says nothing.
 * @param since metres printed since the last change of the roll
 */
export function paperAfter(
	before: PaperKnown,
	state: DeviceState,
	since: number
): { paper: PaperKnown; roll: 'same' | 'changed' | 'trembled' } {
	const paper = PAPER[state] ?? before;
	if (before !== 'ok' && paper === 'ok') return { paper, roll: 'changed' };
	if (before === 'out' && paper === 'low') return { paper, roll: 'changed' };
	if (before === 'ok' && paper === 'low' && since < TREMBLES_METRES) return { paper, roll: 'trembled' };
	return { paper, roll: 'same' };
}

const PAPER: Partial<Record<DeviceState, PaperKnown>> = {
	ready: 'ok',
	'not-taken': 'ok',
	'paper-low': 'low',
	'paper-out': 'out'
};

export interface RollFacts {
	/** a whole roll, metres */
	whole: number;
	/** printed since it was changed: metres and slips; null when no change was ever seen */
	used: { metres: number; slips: number } | null;
	sensor: PaperKnown;
	/** today so far: slips, and since when */
	pace: { slips: number; since: number } | null;
	/** the desk has been told that this roll ends soon */
	told: boolean;
}

export interface PaperForecast {
	/** null: not known, until the roll is changed for the first time */
	metres: number | null;
	slips: number | null;
	/** when it ends at today's pace; null when it is not known, or not today */
	endsAt: number | null;
	/** a new roll should be at hand */
	soon: boolean;
}

/**
 * Foretells the end of a roll.
 * @param closes when the hall closes today; what ends later is not foretold
 */
export function paperForecast(roll: RollFacts, now: number, closes: number): PaperForecast {
	const metres = metresLeft(roll);
	if (metres === null) return { metres, slips: null, endsAt: null, soon: roll.sensor !== 'ok' };
	const slip = roll.used && roll.used.slips > 0 ? roll.used.metres / roll.used.slips : USUAL_SLIP_METRES;
	const slips = Math.floor(metres / Math.max(slip, 0.01));
	const end = endOf(slips, roll.pace, now);
	const endsAt = end !== null && end <= closes ? end : null;
	return { metres, slips, endsAt, soon: roll.sensor !== 'ok' || endsSoon(roll.told, metres, { end, now, closes }) };
}

function endsSoon(
	told: boolean,
	metres: number,
	{ end, now, closes }: { end: number | null; now: number; closes: number }
): boolean {
	const times = told ? PLENTY : 1;
	// An end that steps over closing time and back again is no news either.
	const margin = told ? SOON_MS : 0;
	if (metres < SOON_METRES * times) return true;
	return end !== null && end <= closes + margin && end - now < SOON_MS * times;
}

function metresLeft({ whole, used, sensor }: RollFacts): number | null {
	if (sensor === 'out') return 0;
	const counted = used && Math.max(0, whole - used.metres);
	if (sensor === 'low') return Math.min(counted ?? NEAR_END_METRES, NEAR_END_METRES);
	return counted;
}

/** At the pace of the day so far. */
function endOf(slips: number, pace: RollFacts['pace'], now: number): number | null {
	if (!pace || pace.slips < 5 || now <= pace.since) return null;
	return Math.round(now + (slips * (now - pace.since)) / pace.slips);
}

/** The middle and the slow end of some times; null without any. */
export function spread(times: readonly number[]): { p50: number; p95: number; count: number } | null {
	if (times.length === 0) return null;
	const sorted = times.toSorted((a, b) => a - b);
	const at = (part: number): number => sorted[Math.min(sorted.length - 1, Math.ceil(part * sorted.length) - 1)] ?? 0;
	return { p50: at(0.5), p95: at(0.95), count: sorted.length };
}
