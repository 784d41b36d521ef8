import { KeptWire } from '../wire/keep.ts';
import { pause } from '../wire/timers.ts';
import type { Timers } from '../wire/timers.ts';
import type { Wire } from '../wire/wire.ts';
import { ID_STATUS, idAsk, IdFrames, type IdAsk, type IdFrame } from './id-card-frames.ts';

/** An answer; `silent` when none came, `damaged` when none came whole. */
export type Heard = Exclude<IdFrame, 'damaged'> | 'silent' | 'damaged';

/** A wire that is not open by then is not there; a network's own limit is three seconds. */
const OPEN_MS = 3500;
/** Since the last byte: the module thinks for up to a second, and sends a card in an eighth of one. */
const QUIET_MS = 1500;
/** In all, so that endless noise is an end too. */
const ANSWER_MS = 6000;
/** What came damaged is asked for so often. */
const TRIES = 3;
const AGAIN_MS = 300;

/** A select has some zeros behind its status; a card has its text. */
const SHORT = 64;

/** The statuses that answer one question only: a late answer is never taken for the next one. */
const OWNER = new Map<number, IdAsk>([
	[ID_STATUS.found, 'find'],
	[ID_STATUS.noCard, 'find'],
	[ID_STATUS.notSelected, 'select'],
	[ID_STATUS.notRead, 'read'],
	[ID_STATUS.empty, 'read']
]);

/** One conversation with a module: a question, its answer, the next question. */
export class IdLine {
	readonly #kept: KeptWire;
	readonly #timers: Timers;
	readonly #frames = new IdFrames();
	#heard: (frames: IdFrame[]) => void = () => undefined;

	constructor(wire: Wire, timers: Timers) {
		this.#timers = timers;
		this.#kept = new KeptWire(wire, {
			timers,
			onBytes: (bytes) => this.#heard(this.#frames.take(bytes)),
			onUp: () => this.#frames.clear()
		});
	}

	/** Asks, and asks again when the answer came damaged, or the module says that the question did. */
	async ask(ask: IdAsk): Promise<Heard> {
		let heard: Heard = 'silent';
		for (let tries = 0; tries < TRIES; tries += 1) {
			if (tries > 0) await pause(this.#timers, AGAIN_MS);
			heard = await this.#once(ask);
			if (!isSpoilt(heard)) return heard;
		}
		return 'damaged';
	}

	async close(): Promise<void> {
		await this.#kept.close();
		this.#frames.clear();
	}

	async #once(ask: IdAsk): Promise<Heard> {
		if (!(await this.#kept.whenUp(OPEN_MS))) return 'silent';
		this.#frames.clear();
		const answered = this.#answer(ask);
		if ((await this.#kept.write(idAsk(ask), QUIET_MS)) !== 'taken') this.#heard([]);
		const heard = await answered;
		this.#heard = () => undefined;
		return heard;
	}

	/** The first answer to this question; a broken or silent wire is an end as well. */
	#answer(ask: IdAsk): Promise<Heard> {
		return new Promise((resolve) => {
			const until = this.#timers.now() + ANSWER_MS;
			let cancel = (): void => undefined;
			const wait = (): void => {
				cancel();
				const left = Math.min(QUIET_MS, until - this.#timers.now());
				cancel = this.#timers.after(Math.max(left, 0), () => resolve('silent'));
			};
			wait();
			this.#heard = (frames) => {
				const mine = frames.find((one) => one === 'damaged' || isAnswer(ask, one));
				if (mine === undefined) wait();
				else {
					cancel();
					resolve(mine);
				}
			};
		});
	}
}

function isSpoilt(heard: Heard): boolean {
	if (typeof heard === 'string') return heard === 'damaged';
	return heard.status === ID_STATUS.badSum || heard.status === ID_STATUS.badLength;
}

function isAnswer(ask: IdAsk, { status, data }: Exclude<IdFrame, 'damaged'>): boolean {
	if (status === ID_STATUS.ok) return ask !== 'find' && (ask === 'read') === data.length > SHORT;
	return (OWNER.get(status) ?? ask) === ask;
}
