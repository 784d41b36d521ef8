import type { DeviceAct, DeviceState } from '#db/schema.ts';
import { healthOf } from './health.ts';

/** How a device stood at a moment. */
export interface Standing {
	state: DeviceState;
	/** taken out of work by hand */
	off: boolean;
}

/** A line of its history, as far as it changes how it stands. */
export interface Change {
	at: number;
	act: DeviceAct;
	from_state: DeviceState | null;
	to_state: DeviceState | null;
}

export interface Stretch {
	from: number;
	until: number;
}

/** How long a device was what, within the hours in which the hall was open; ms. */
export interface Availability {
	/** it could do its job */
	up: number;
	down: number;
	unknown: number;
	/** taken out of work by hand: not counted */
	off: number;
}

/**
 * Adds up how a device stood while the hall was open.
 * @param before how it stood before the first change
 * @param changes oldest first
 * @param open stretches in which the hall was open, apart from each other
 */
export function availability(before: Standing, changes: readonly Change[], open: readonly Stretch[]): Availability {
	const sum: Availability = { up: 0, down: 0, unknown: 0, off: 0 };
	let standing = before;
	let from = -Infinity;
	for (const change of [...changes, null]) {
		const until = change?.at ?? Infinity;
		sum[partOf(standing)] += within(open, from, until);
		if (change) standing = after(standing, change);
		from = until;
	}
	return sum;
}

/** The share of the hours that count, in which it could do its job; null where none count. Unknown is not up. */
export function share({ up, down, unknown }: Availability): number | null {
	const counted = up + down + unknown;
	return counted === 0 ? null : up / counted;
}

/**
 * How a device stood before the first of some lines of its history: the state it left, and whether it was put back to work
 * later. Nothing known: unknown.
 * @param earlier what stands in its history before them, newest first
 */
export function standingBefore(earlier: readonly Change[], changes: readonly Change[]): Standing {
	const state =
		earlier.find(({ act }) => act === 'state')?.to_state ?? changes.find(({ act }) => act === 'state')?.from_state;
	const hand = earlier.find(({ act }) => isHand(act));
	const off = hand ? hand.act === 'off' : changes.find(({ act }) => isHand(act))?.act === 'on';
	return { state: state ?? 'unknown', off };
}

function isHand(act: DeviceAct): boolean {
	return act === 'off' || act === 'on';
}

function after(standing: Standing, { act, to_state }: Change): Standing {
	if (act === 'state') return { ...standing, state: to_state ?? 'unknown' };
	return isHand(act) ? { ...standing, off: act === 'off' } : standing;
}

function partOf({ state, off }: Standing): keyof Availability {
	if (off) return 'off';
	const health = healthOf(state);
	return health === 'good' || health === 'warn' ? 'up' : health;
}

function within(open: readonly Stretch[], from: number, until: number): number {
	return open.reduce((sum, one) => sum + Math.max(0, Math.min(one.until, until) - Math.max(one.from, from)), 0);
}

/** The union of stretches that may overlap, early first. */
export function united(stretches: readonly Stretch[]): Stretch[] {
	const all: Stretch[] = [];
	for (const { from, until } of stretches.toSorted((a, b) => a.from - b.from)) {
		const last = all.at(-1);
		if (last && from <= last.until) last.until = Math.max(last.until, until);
		else if (until > from) all.push({ from, until });
	}
	return all;
}
