/** A board on a line as the plan keeps it, its slots, and which of them goes first. Pure. */
import { BUS_PRIORITIES, type BusManners, type BusPicture, type BusPriority } from './bus-types.ts';

export interface PlanBoard {
	readonly name: string;
	manners: BusManners;
	readonly slots: Map<string, PlanSlot>;
	ping: PlanSlot | null;
	failures: number;
	quarantined: boolean;
	notBefore: number;
	/** it hears nothing until then, whatever becomes of the line */
	deafUntil: number;
	heardAt: number | null;
	/** requests that may still be answered, so late that the answer would be taken for a later one's */
	owed: number;
	owedUntil: number;
}

export interface PlanSlot {
	readonly board: PlanBoard;
	picture: BusPicture;
	priority: BusPriority;
	dueAt: number;
	sentAt: number;
	tries: number;
	/** how often it still has to get through before it rests */
	left: number;
	told: string | null;
}

const NEVER = Number.NEGATIVE_INFINITY;

/** A board that nothing is known of. */
export function emptyBoard(name: string): PlanBoard {
	const times = { notBefore: NEVER, deafUntil: NEVER, heardAt: null, owed: 0, owedUntil: NEVER };
	return { name, manners: {}, slots: new Map(), ping: null, failures: 0, quarantined: false, ...times };
}

/** A picture that is due at once. */
export function emptySlot(board: PlanBoard, picture: BusPicture, now: number): PlanSlot {
	const left = picture.times ?? Infinity;
	return { board, picture, priority: picture.priority, dueAt: now, sentAt: NEVER, tries: 0, left, told: null };
}

/** The slots of a board that do not rest. */
export function waiting(board: PlanBoard): PlanSlot[] {
	return [...board.slots.values()].filter(({ left }) => left > 0);
}

/** When a slot may be sent, ms. */
export function turn(slot: PlanSlot): number {
	return Math.max(slot.dueAt, slot.board.notBefore, slot.board.deafUntil);
}

/** A board in quarantine waits behind the living. */
function rank(slot: PlanSlot): number {
	const own = BUS_PRIORITIES.indexOf(slot.priority);
	return slot.board.quarantined ? Math.max(own, BUS_PRIORITIES.indexOf('refresh')) : own;
}

/** Which of two due slots goes first. */
export function goesBefore(one: PlanSlot, other: PlanSlot): boolean {
	return rank(one) - rank(other) < 0 || (rank(one) === rank(other) && turn(one) < turn(other));
}
