/** What would be different: other head starts, windows or hours, laid on a recorded day. Pure; nothing is changed in place. */
import type { Stretch } from '../day.ts';
import { ORDINARY, type Post, type Stay, type Visit } from './visit.ts';

const MINUTE_MS = 60_000;

/**
 * The visits with other head starts.
 * @param minutes of a class by its code; `*` for every class of priority that is not named
 */
export function withHeadStarts(visits: readonly Visit[], minutes: ReadonlyMap<string, number>): Visit[] {
	if (minutes.size === 0) return [...visits];
	const other = <T extends { class: string; headStartMs: number }>(one: T): T => {
		const given = one.class === ORDINARY ? undefined : (minutes.get(one.class) ?? minutes.get('*'));
		return given === undefined ? one : { ...one, headStartMs: given * MINUTE_MS };
	};
	return visits.map((visit) => ({
		...visit,
		stays: visit.stays.map((stay) => ({ ...other(stay), moves: stay.moves.map(other) }))
	}));
}

/** The windows with these hours instead of their own; one that was never open stays so. */
export function withHours(posts: readonly Post[], hours: readonly Stretch[]): Post[] {
	return posts.map((post) => (post.spans.length === 0 ? post : { ...post, spans: hours }));
}

/** More or fewer windows like one. */
export interface WindowChange {
	window: string;
	/** 1: another one like it; -1: without it */
	by: number;
}

/** The windows with some doubled or left out; a double has the same queues and hours. Throws RangeError for one that is not there. */
export function withWindows(posts: readonly Post[], changes: readonly WindowChange[]): Post[] {
	let changed = [...posts];
	for (const { window, by } of changes) {
		const post = posts.find((one) => one.code === window);
		if (!post) throw new RangeError(`window ${window} was not open on that day`);
		if (by < 0) changed = changed.filter((one) => one.code !== window);
		for (let n = 1; n <= by; n += 1) changed.push({ ...post, code: `${window}+${n}` });
	}
	return changed;
}

/**
 * So many windows in all: those that did least are left out, those that did most are doubled, in turn.
 * @param services of each window on that day, by code
 */
export function windowsInAll(
	posts: readonly Post[],
	count: number,
	services: ReadonlyMap<string, number>
): WindowChange[] {
	const open = posts.filter((post) => post.spans.length > 0);
	const byWork = open.toSorted((a, b) => (services.get(b.code) ?? 0) - (services.get(a.code) ?? 0));
	const dropped = byWork.slice(count).map((post) => ({ window: post.code, by: -1 }));
	const more = Math.max(0, count - open.length);
	const doubled = byWork.map((post, i) => ({
		window: post.code,
		by: Math.floor(more / byWork.length) + (i < more % byWork.length ? 1 : 0)
	}));
	return [...dropped, ...doubled.filter((one) => one.by > 0)];
}

/** Who was bound to a window that is no more goes back to the order of the queue. */
export function rebound(visits: readonly Visit[], posts: readonly Post[]): Visit[] {
	const codes = new Set(posts.map((post) => post.code));
	const bound = ({ window }: Pick<Stay, 'window'>): boolean => window !== null && !codes.has(window);
	return visits.map((visit) => {
		if (!visit.stays.some((stay) => bound(stay) || stay.moves.some(bound))) return visit;
		const stays = visit.stays.map((stay) => {
			const moves = stay.moves.map((move) => (bound(move) ? { ...move, window: null } : move));
			if (!bound(stay)) return { ...stay, moves };
			return { ...stay, moves, window: null, place: stay.place === 'held' ? ('first' as const) : stay.place };
		});
		return { ...visit, stays };
	});
}
