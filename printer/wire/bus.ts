/**
 * A bus owns one line and keeps every board on it at its newest picture. One request at a time; see `bus-plan.ts` for
 * whose turn it is and `bus-line.ts` for the manners of the line.
 */
import { BusLine, type Answer } from './bus-line.ts';
import { Lending } from './bus-loan.ts';
import { BusPlan } from './bus-plan.ts';
import type { PlanBoard, PlanSlot } from './bus-slots.ts';
import type {
	Bus,
	BusBoardState,
	BusFrame,
	BusLineState,
	BusLoan,
	BusManners,
	BusOptions,
	BusPicture,
	BusResult
} from './bus-types.ts';
import { systemTimers, type Timers } from './timers.ts';
import type { Wire } from './wire.ts';

/** Opens the wire and begins; the bus opens it again whenever it ends, until it is closed. */
export function openBus(wire: Wire, options: BusOptions = {}): Bus {
	return new SerialBus(wire, options);
}

class SerialBus implements Bus {
	readonly name: string;
	readonly #timers: Timers;
	readonly #options: BusOptions;
	readonly #plan: BusPlan;
	readonly #line: BusLine;
	readonly #lending: Lending;
	readonly #ended: Promise<void>;
	#state: BusLineState;
	#closed = false;
	#wake: () => void = () => undefined;

	constructor(wire: Wire, options: BusOptions) {
		const { refreshMs = 45_000, probeMs = 30_000, pingMs = 15_000, timers = systemTimers } = options;
		this.name = wire.name;
		this.#timers = timers;
		this.#options = options;
		this.#plan = new BusPlan({ refreshMs, probeMs, pingMs });
		this.#state = { open: false, since: timers.now(), reason: null };
		this.#line = new BusLine(wire, {
			...options,
			timers,
			onUp: () => {
				this.#up();
			},
			onDown: (why) => {
				this.#down(why);
			}
		});
		this.#lending = new Lending(this.#line, {
			onAsked: () => {
				this.#wake();
			},
			onBack: () => {
				this.#plan.repaint(timers.now());
				this.#wake();
			}
		});
		this.#ended = this.#run();
	}

	borrow(): BusLoan | null {
		return this.#closed ? null : this.#lending.lend();
	}

	add(board: string, manners: BusManners = {}): void {
		this.#plan.add(board, manners, this.#timers.now());
		this.#wake();
	}

	remove(board: string): void {
		this.#plan.remove(board);
	}

	show(board: string, slot: string, picture: BusPicture): void {
		const entry = this.#plan.board(board);
		const now = this.#timers.now();
		const shown = this.#plan.show(entry, slot, picture, now);
		const gone = this.#state.reason === null ? (entry.quarantined ? 'no-answer' : null) : 'line-down';
		if (shown && gone) this.#tell(shown, { outcome: 'timeout', reason: gone, at: now });
		this.#wake();
	}

	state(board: string): BusBoardState {
		return this.#plan.state(board);
	}

	line(): BusLineState {
		return this.#state;
	}

	async close(): Promise<void> {
		this.#closed = true;
		this.#lending.end();
		this.#wake();
		await this.#line.close();
		await this.#ended;
	}

	async #run(): Promise<void> {
		while (!this.#closed) {
			if (this.#lending.waits) await this.#lending.serve();
			else await this.#turn();
		}
	}

	async #turn(): Promise<void> {
		const slot = this.#ready() ? this.#plan.next(this.#timers.now()) : null;
		if (slot) await this.#paint(slot);
		else await this.#rest();
	}

	#ready(): boolean {
		return this.#line.up && !this.#lending.lent;
	}

	/** Waits until something is due, or something happens. */
	#rest(): Promise<void> {
		return new Promise((resolve) => {
			let cancel = (): void => undefined;
			this.#wake = () => {
				cancel();
				this.#wake = () => undefined;
				resolve();
			};
			const dueAt = this.#ready() ? this.#plan.nextAt() : Infinity;
			if (dueAt < Infinity) cancel = this.#timers.after(Math.max(0, dueAt - this.#timers.now()), () => this.#wake());
		});
	}

	async #paint(slot: PlanSlot): Promise<void> {
		const { picture, board } = slot;
		this.#plan.start(slot, this.#timers.now());
		const answer = (await this.#learnEcho(board, picture.frames)) ?? (await this.#send(slot));
		if (!this.#wants(slot, picture)) return;
		const retry = picture.frames.every((frame) => frame.idempotent);
		const result = this.#plan.settle(slot, answer, retry, this.#timers.now());
		if (result) this.#tell(slot, result);
	}

	/** Whether a picture that was begun is still what should stand there. */
	#wants(slot: PlanSlot, picture: BusPicture): boolean {
		return slot.picture === picture && !this.#closed && this.#plan.has(slot.board);
	}

	/** Sends the frames of a picture in order, and stops at the first that fails or when a newer picture has come. */
	async #send(slot: PlanSlot): Promise<Answer> {
		const { picture, board } = slot;
		let worst: Answer = { kind: 'acked' };
		for (const frame of picture.frames) {
			const answer = await this.#say(board, frame);
			if (answer.kind !== 'acked') worst = answer;
			if (isFailure(answer) || !this.#wants(slot, picture)) break;
		}
		return worst;
	}

	/** One frame, and once more for every earlier request whose late answer this one's could be. */
	async #say(board: PlanBoard, frame: BusFrame): Promise<Answer> {
		for (;;) {
			const answer = await this.#line.say(frame);
			const now = this.#timers.now();
			this.#plan.heard(board, answer, frame, now);
			if (answer.kind === 'no-answer' && board.quarantined) this.#tellGone(board, answer.reason);
			if (answer.kind !== 'acked' || !this.#plan.doubts(board, now)) return answer;
			if (!frame.idempotent) return { kind: 'sent' };
		}
	}

	/**
	 * A ping is never answered by its own bytes, so it shows whether the adapter hears itself. Asked before a frame that
	 * needs to know; what became of it only when that is that nobody is there.
	 */
	async #learnEcho(board: PlanBoard, frames: readonly BusFrame[]): Promise<Answer | null> {
		const ping = board.manners.ping?.[0];
		if (!ping || !this.#line.tells(ping) || frames.every((frame) => this.#line.tells(frame))) return null;
		const answer = await this.#say(board, ping);
		return answer.kind === 'no-answer' || answer.kind === 'down' ? answer : null;
	}

	/** Nobody knows any more what stands on a board that has gone. */
	#tellGone(board: PlanBoard, reason: string): void {
		const result: BusResult = { outcome: 'timeout', reason, at: this.#timers.now() };
		for (const slot of board.slots.values()) this.#tell(slot, result);
	}

	/** A line that is down takes nothing back: what was acknowledged before still stands there. */
	#tell(slot: PlanSlot, result: BusResult): void {
		if (!this.#plan.has(slot.board) || (result.reason === 'line-down' && slot.told !== null)) return;
		const told = `${result.outcome} ${result.reason ?? ''}`;
		if (slot.told === told) return;
		slot.told = told;
		slot.picture.onOutcome?.(result);
	}

	#up(): void {
		const now = this.#timers.now();
		this.#plan.repaint(now);
		this.#became(true, null);
	}

	#down(why: Error): void {
		const now = this.#timers.now();
		for (const slot of this.#plan.slots()) this.#tell(slot, { outcome: 'timeout', reason: 'line-down', at: now });
		this.#became(false, why.message);
	}

	#became(open: boolean, reason: string | null): void {
		this.#state = { open, since: this.#timers.now(), reason };
		this.#options.onLine?.(this.#state);
		this.#wake();
	}
}

/** The rest of the picture would be as lost as this frame was. */
function isFailure({ kind }: Answer): boolean {
	return kind !== 'acked' && kind !== 'sent';
}
