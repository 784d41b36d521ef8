/**
 * What every board on a line should show, and when it is its turn. Pure bookkeeping: times come in, nothing is sent.
 *
 * DUE: every slot has a time at which it is due, and nothing else says what happens next. A new picture is due at once;
 * a picture that got through is due again after the refresh time; a failed one after a back-off. Among due slots the
 * higher priority goes first, then the one that has been due for longest, so no board is starved.
 *
 * QUARANTINE: three requests in a row without an answer, and the board is left alone until the next probe; a probe is
 * one ordinary request of it, and costs the line one time-out. The first answer ends the quarantine and makes every
 * slot of the board due, for it may have lost its memory meanwhile.
 */
import type { Answer } from './bus-line.ts';
import { emptyBoard, emptySlot, goesBefore, turn, waiting, type PlanBoard, type PlanSlot } from './bus-slots.ts';
import type { BusBoardState, BusFrame, BusManners, BusPicture, BusResult } from './bus-types.ts';

export interface PlanTimes {
	refreshMs: number;
	probeMs: number;
	pingMs: number;
}

const QUARANTINE_AFTER = 3;
const RETRIES = 2;
const BACK_OFF_MS = 250;
/** No board answers later than this. */
const LATEST_MS = 10_000;

export class BusPlan {
	readonly #times: PlanTimes;
	readonly #boards = new Map<string, PlanBoard>();

	constructor(times: PlanTimes) {
		this.#times = times;
	}

	add(name: string, manners: BusManners, now: number): void {
		const board = this.#boards.get(name) ?? emptyBoard(name);
		this.#boards.set(name, board);
		board.manners = manners;
		const { ping } = manners;
		board.ping = ping?.length ? emptySlot(board, { frames: ping, priority: 'ping' }, now) : null;
	}

	remove(name: string): void {
		this.#boards.delete(name);
	}

	/** Whether it is still on the line, and not another one of its name. */
	has(board: PlanBoard): boolean {
		return this.#boards.get(board.name) === board;
	}

	/** @throws for a board that was not added */
	board(name: string): PlanBoard {
		const board = this.#boards.get(name);
		if (!board) throw new Error(`no board ${name} on this bus`);
		return board;
	}

	state(name: string): BusBoardState {
		const { failures, quarantined, heardAt } = this.board(name);
		return { failures, quarantined, heardAt };
	}

	/** Puts a picture into a slot, where it takes the turn of the one it replaces. */
	show(board: PlanBoard, name: string, picture: BusPicture, now: number): PlanSlot | null {
		const before = board.slots.get(name);
		if (picture.frames.length === 0) {
			board.slots.delete(name);
			return null;
		}
		const slot = before ?? emptySlot(board, picture, now);
		const earliest = Math.max(now, slot.sentAt + (board.manners.minRefreshMs ?? 0));
		const waits = slot.tries === 0 && slot.priority === picture.priority && slot.dueAt <= earliest;
		Object.assign(slot, {
			picture,
			priority: picture.priority,
			dueAt: waits ? slot.dueAt : earliest,
			tries: 0,
			left: picture.times ?? Infinity,
			told: null
		});
		board.slots.set(name, slot);
		return slot;
	}

	/** The slot whose turn it is. */
	next(now: number): PlanSlot | null {
		const due = this.slots().filter((slot) => turn(slot) <= now);
		return due.reduce<PlanSlot | null>((first, slot) => (first && !goesBefore(slot, first) ? first : slot), null);
	}

	/** The slot's picture is on its way; a newer one from now on waits for its own turn. */
	start(slot: PlanSlot, now: number): void {
		slot.dueAt = Infinity;
		slot.sentAt = now;
	}

	/** When the next slot will be due; infinity when there is none. */
	nextAt(): number {
		return Math.min(...this.slots().map(turn));
	}

	/** The line is open again, and whoever hangs on it may have been without power. */
	repaint(now: number): void {
		for (const board of this.#boards.values()) {
			Object.assign(board, { failures: 0, notBefore: now, owed: 0 });
			for (const slot of waiting(board)) Object.assign(slot, { dueAt: now, tries: 0 });
		}
	}

	/** What one request says of the board, whether or not its picture is still wanted. */
	heard(board: PlanBoard, answer: Answer, frame: BusFrame, now: number): void {
		if (answer.kind === 'no-answer') this.#missed(board, frame, now);
		if (answer.kind === 'acked' || answer.kind === 'again' || answer.kind === 'rejected') this.#answered(board, now);
		const heard = answer.kind === 'acked' || answer.kind === 'sent';
		if (heard && frame.deafMs !== undefined) board.deafUntil = now + frame.deafMs;
	}

	/**
	 * True when an acknowledgement that just came may belong to an earlier request that was given up: then the same
	 * frame has to be acknowledged once more.
	 */
	doubts(board: PlanBoard, now: number): boolean {
		const doubt = board.owed > 0 && now < board.owedUntil;
		board.owed = doubt ? board.owed - 1 : 0;
		return doubt;
	}

	/** What the answer says of the picture; null while it is still being tried. */
	settle(slot: PlanSlot, answer: Answer, retry: boolean, now: number): BusResult | null {
		slot.sentAt = now;
		slot.dueAt = now;
		if (answer.kind === 'down') return { outcome: 'timeout', reason: 'line-down', at: now };
		const failed = answer.kind === 'again' || answer.kind === 'no-answer';
		if (failed && retry && slot.tries < RETRIES && !slot.board.quarantined) {
			slot.dueAt = now + BACK_OFF_MS * 2 ** slot.tries++;
			return null;
		}
		slot.tries = 0;
		if (slot.priority === 'call') slot.priority = 'refresh';
		if (answer.kind === 'acked' || answer.kind === 'sent') slot.left--;
		this.#repeat(slot);
		return { ...resultOf(answer), at: now };
	}

	/** When a slot that is done for now comes round again. */
	#repeat(slot: PlanSlot): void {
		if (slot.left <= 0) slot.dueAt = Infinity;
		else if (!slot.board.quarantined)
			slot.dueAt += slot === slot.board.ping ? this.#times.pingMs : this.#times.refreshMs;
	}

	/** Every slot of every board, pings among them. */
	slots(): PlanSlot[] {
		return [...this.#boards.values()].flatMap((board) => [
			...board.slots.values(),
			...(board.ping ? [board.ping] : [])
		]);
	}

	#missed(board: PlanBoard, frame: BusFrame, now: number): void {
		board.failures++;
		board.owed = now < board.owedUntil ? board.owed + 1 : 1;
		board.owedUntil = now + LATEST_MS;
		board.quarantined ||= board.failures >= QUARANTINE_AFTER;
		board.notBefore = now + (board.quarantined ? this.#times.probeMs : frame.timeoutMs);
	}

	#answered(board: PlanBoard, now: number): void {
		const back = board.failures > 0;
		Object.assign(board, { failures: 0, quarantined: false, notBefore: now, heardAt: now });
		if (board.ping) board.ping.dueAt = now + this.#times.pingMs;
		if (back) for (const slot of waiting(board)) slot.dueAt = Math.min(slot.dueAt, now);
	}
}

function resultOf(answer: Exclude<Answer, { kind: 'down' }>): Pick<BusResult, 'outcome' | 'reason'> {
	switch (answer.kind) {
		case 'acked':
			return { outcome: 'acked', reason: null };
		case 'sent':
			return { outcome: 'sent-unconfirmed', reason: null };
		case 'again':
		case 'rejected':
			return { outcome: 'rejected', reason: answer.reason };
		case 'no-answer':
			return { outcome: 'timeout', reason: answer.reason };
	}
}
