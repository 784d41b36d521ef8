/**
 * A line looked through, address by address: first asked, each alone; then two different texts to each alone, and a
 * person says on how many boards they stand. Two boards of one address with the same timing answer bit for bit as one:
 * nothing but an eye finds those. Pure: events in, the next state out.
 */
import type { Seen, Sign, Verdict } from './view.ts';

export interface Place {
	board: string;
	driver: string;
	address: number;
	sign: Sign | null;
	identity: string | null;
	seen: readonly (Seen | null)[];
}

export interface Check {
	bus: string;
	phase: 'asking' | 'looking' | 'over';
	places: readonly Place[];
	/** which place is looked at, and which of its texts stands there */
	at: { place: number; text: 0 | 1 };
	found: readonly { driver: string; address: number }[];
	scan: { at: number; upTo: number } | null;
}

export type CheckEvent =
	| { kind: 'asked'; board: string; sign: Sign; identity: string | null }
	| { kind: 'seen'; seen: Seen }
	| { kind: 'again'; board: string }
	| { kind: 'scanning'; at: number; upTo: number }
	| { kind: 'found'; driver: string; address: number }
	| { kind: 'scanned' }
	| { kind: 'ended' };

/** A check before its first question. */
export function newCheck(bus: string, boards: readonly Pick<Place, 'board' | 'driver' | 'address'>[]): Check {
	const places = boards.map((one) => ({ ...one, sign: null, identity: null, seen: [null, null] }));
	const phase = places.length > 0 ? 'asking' : 'looking';
	return { bus, phase, places, at: { place: 0, text: 0 }, found: [], scan: null };
}

/** The check after an event; one that does not belong to its phase changes nothing. */
export function step(check: Check, event: CheckEvent): Check {
	switch (event.kind) {
		case 'asked':
			return asked(check, event);
		case 'seen':
			return check.phase === 'looking' && lookedAt(check) ? seen(check, event.seen) : check;
		case 'again':
			return again(check, event.board);
		case 'scanning':
			return { ...check, scan: { at: event.at, upTo: event.upTo } };
		case 'found':
			return found(check, event);
		case 'scanned':
			return { ...check, scan: null };
		case 'ended':
			return { ...check, phase: 'over', scan: null };
	}
}

function found(check: Check, { driver, address }: Extract<CheckEvent, { kind: 'found' }>): Check {
	const known = [...check.places, ...check.found].some((one) => one.address === address);
	return known ? check : { ...check, found: [...check.found, { driver, address }] };
}

/** The place that is looked at; null when all have been. */
export function lookedAt(check: Check): Place | null {
	return check.phase === 'looking' ? (check.places[check.at.place] ?? null) : null;
}

function changed(check: Check, at: number, place: Partial<Place>): Check {
	return { ...check, places: check.places.map((one, index) => (index === at ? { ...one, ...place } : one)) };
}

function asked(check: Check, { board, sign, identity }: Extract<CheckEvent, { kind: 'asked' }>): Check {
	const at = check.places.findIndex((one) => one.board === board);
	const next = changed(check, at, { sign, identity });
	const all = next.places.every((place) => place.sign !== null);
	return next.phase === 'asking' && all ? { ...next, phase: 'looking' } : next;
}

function seen(check: Check, what: Seen): Check {
	const { place, text } = check.at;
	const before = check.places[place]?.seen ?? [];
	const next = changed(check, place, { seen: text === 0 ? [what, null] : [before[0] ?? null, what] });
	// What stands on one board may have stood there before: only a second text, seen again, proves it.
	const asksAgain = text === 0 && what !== 'none';
	return { ...next, at: asksAgain ? { place, text: 1 } : { place: firstOpen(next), text: 0 } };
}

/** The first place that has not been looked at to the end: one address checked again does not cost the others a second look. */
function firstOpen({ places }: Check): number {
	const open = places.findIndex(({ seen: [first, second] }) => !first || (!second && first !== 'none'));
	return open < 0 ? places.length : open;
}

/** One address once more, after a switch was changed. */
function again(check: Check, board: string): Check {
	const at = check.places.findIndex((one) => one.board === board);
	if (at < 0 || check.phase === 'over') return check;
	const fresh = changed(check, at, { sign: null, identity: null, seen: [null, null] });
	return { ...fresh, phase: 'asking', at: { place: at, text: 0 } };
}

/** What is known of a place, with the others of its line in view. */
export function verdictOf(place: Place, places: readonly Place[]): Verdict {
	const byEye = place.seen.filter((one) => one !== null);
	if (byEye.includes('two')) return 'double';
	if (byEye.includes('other')) return 'elsewhere';
	if (isCollision(place.sign)) return isAlike(places, place) ? 'line' : 'suspect';
	if (byEye.includes('none') || (place.sign === 'silent' && byEye.length === 0)) return 'absent';
	return byEye.length === 2 ? 'alone' : 'open';
}

/** Whether no other place of the line is clean either: then the line is at fault, not an address. */
function isAlike(places: readonly Place[], place: Place): boolean {
	return places.length > 1 && places.every((one) => one === place || !isClean(one.sign));
}

function isCollision(sign: Sign | null): boolean {
	return sign === 'double' || sign === 'unreadable';
}

function isClean(sign: Sign | null): boolean {
	return sign === 'clean';
}

/** Switches of eight have so many addresses; 0 is everybody. */
const MOST = 247;

/** An address that is free for one of two boards, the lowest. */
export function freeAddress(check: Check): number | null {
	const taken = new Set([...check.places, ...check.found].map(({ address }) => address));
	for (let address = 1; address <= MOST; address++) if (!taken.has(address)) return address;
	return null;
}

/** Which of eight switches are ON for an address: the first counts 1, the second 2, the third 4 … */
export function switchesOf(address: number): number[] {
	return [1, 2, 3, 4, 5, 6, 7, 8].filter((nth) => (address >> (nth - 1)) & 1);
}

/** What is written to an address for a person to find: its number and which of the two texts it is. */
export function textFor(place: Place, text: 0 | 1): { lines: string[]; number: number } {
	return { lines: [`${String(place.address)}-${text === 0 ? 'A' : 'B'}`], number: place.address * 10 + text + 1 };
}
