import type { Answer, Problem } from '#display/ask.ts';
import type { InspectionAreaView, InspectionView, RoundsView } from '#server/views.ts';

/** What was found of one criterion, while it is being written down. */
export interface MarkDraft {
	score: number | null;
	remark: string;
	rectify: boolean;
	/** staff number; empty for whoever looks after the area */
	owner: string;
	/** `YYYY-MM-DD` */
	day: string;
	/** a JPEG in base64 */
	photo: string | null;
}

type ProblemCode = Problem['code'];

/** An area that was written down and that the server has not heard of, or not of all its photographs. */
export interface Waiting {
	intent: string;
	name: string;
	body: object;
	photos: { area: string; criterion: string; jpeg: string }[];
	/** the round, once the server has the area */
	inspection: number | null;
	refused: ProblemCode | null;
}

/** What the phone keeps. */
export interface Kept {
	drafts: Record<string, Record<string, MarkDraft>>;
	waiting: Waiting[];
}

export interface Keeping {
	load(): Promise<Kept | null>;
	save(kept: Kept): Promise<void>;
}

export interface RoundsOptions {
	ask: <T>(method: 'GET' | 'POST', path: string, body?: unknown) => Promise<Answer<T>>;
	keeping: Keeping;
	intent: () => string;
	/** the hall's time, milliseconds */
	now: () => number;
}

/**
 * A round of inspection on a phone, without a page: area by area. What is written down is kept on the phone until the server has it;
 * sent again it is the same area. A refusal stays until somebody has seen it.
 */
export class Rounds {
	view: RoundsView = $state.raw() as RoundsView;
	/** codes of the open round and area */
	round: string | null = $state(null);
	area: string | null = $state(null);
	drafts: Record<string, Record<string, MarkDraft>> = $state({});
	waiting: Waiting[] = $state.raw([]);
	busy = $state(false);
	#options: RoundsOptions;

	constructor(view: RoundsView, options: RoundsOptions) {
		this.view = view;
		this.#options = options;
	}

	/** Takes up what this phone has kept, and sends what waits. */
	async begin(): Promise<void> {
		const kept = await this.#options.keeping.load();
		if (kept) [this.drafts, this.waiting] = [kept.drafts, kept.waiting];
		await this.send();
	}

	get openRound(): InspectionView | null {
		return this.view.rounds.find(({ plan }) => plan === this.round) ?? null;
	}

	get openArea(): InspectionAreaView | null {
		return this.openRound?.areas.find(({ code }) => code === this.area) ?? null;
	}

	/** Whether an area is written down, here or at the server. */
	isDone(round: InspectionView, area: InspectionAreaView): boolean {
		const name = keyOf(round, area);
		return area.score !== null || this.waiting.some((one) => one.refused === null && one.name === name);
	}

	/** The draft of the open area, a fresh one where nothing is written yet. */
	get draft(): Record<string, MarkDraft> {
		const [round, area] = [this.openRound, this.openArea];
		return round && area ? (this.drafts[keyOf(round, area)] ?? {}) : {};
	}

	markOf(criterion: string): MarkDraft {
		return this.draft[criterion] ?? { ...BLANK, day: this.view.rectifyBy };
	}

	/** Writes something of a criterion; the phone keeps it at once. */
	async mark(criterion: string, change: Partial<MarkDraft>): Promise<void> {
		const [round, area] = [this.openRound, this.openArea];
		if (!round || !area) return;
		const marks = { ...this.draft, [criterion]: { ...this.markOf(criterion), ...change } };
		this.drafts = { ...this.drafts, [keyOf(round, area)]: marks };
		await this.#keep();
	}

	/** How many criteria of the open area have no score yet. */
	get missing(): number {
		return this.openArea?.criteria.filter(({ code }) => this.markOf(code).score === null).length ?? 0;
	}

	/** Something is to be put right, and it is not said what. */
	get wordless(): boolean {
		return Object.values(this.draft).some(({ rectify, remark }) => rectify && remark.trim() === '');
	}

	/** Writes the open area down: from now on it waits for the server. */
	async save(): Promise<void> {
		const [round, area] = [this.openRound, this.openArea];
		if (!round || !area || this.missing > 0 || this.wordless) return;
		this.waiting = [...this.waiting, this.#waitingOf(round, area)];
		const others = Object.fromEntries(Object.entries(this.drafts).filter(([key]) => key !== keyOf(round, area)));
		[this.drafts, this.area] = [others, null];
		await this.#keep();
		await this.send();
	}

	/** Sends what waits, in its order, until the line is gone. */
	async send(): Promise<void> {
		if (this.busy) return;
		this.busy = true;
		let sent = false;
		for (const one of this.waiting) {
			if (one.refused !== null) continue;
			const left = await this.#sendOne(one);
			sent ||= left !== one;
			this.waiting = this.waiting.flatMap((other) => (other.intent === one.intent ? (left ?? []) : other));
			await this.#keep();
			if (left && left.refused === null) break;
		}
		this.busy = false;
		if (sent) await this.#read();
	}

	/** A refusal was seen: what it was about is given up. */
	async drop(intent: string): Promise<void> {
		this.waiting = this.waiting.filter((one) => one.intent !== intent);
		await this.#keep();
	}

	back(): boolean {
		if (this.area !== null) this.area = null;
		else if (this.round !== null) this.round = null;
		else return false;
		return true;
	}

	/** What is left to be sent of an area; null when the server has all of it. */
	async #sendOne(one: Waiting): Promise<Waiting | null> {
		let left = one;
		if (left.inspection === null) {
			const answer = await this.#options.ask<{ inspection: number }>('POST', '/inspections', left.body);
			if (!answer.ok) return refusedBy(left, answer.problem.code);
			left = { ...left, inspection: answer.value.inspection };
		}
		for (const photo of left.photos) {
			const path = `/inspections/${String(left.inspection)}/photos`;
			const answer = await this.#options.ask<unknown>('POST', path, photo);
			if (!answer.ok) return refusedBy(left, answer.problem.code);
			left = { ...left, photos: left.photos.filter((other) => other !== photo) };
		}
		return null;
	}

	#waitingOf(round: InspectionView, area: InspectionAreaView): Waiting {
		const drafts = area.criteria.map(({ code }) => [code, this.markOf(code)] as const);
		const marks = drafts.map(([criterion, { score, remark, rectify, owner, day }]) => ({
			...{ criterion, score, remark },
			rectify: rectify ? { owner: owner === '' ? null : owner, day } : null
		}));
		const photos = drafts.flatMap(([criterion, { photo }]) =>
			photo === null ? [] : [{ area: area.code, criterion, jpeg: photo }]
		);
		const intent = this.#options.intent();
		const of = { round: round.plan, day: round.day, area: area.code };
		const body = { ...of, marks, scoredAt: this.#options.now(), intent };
		return { intent, name: keyOf(round, area), body, photos, inspection: null, refused: null };
	}

	async #read(): Promise<void> {
		const answer = await this.#options.ask<RoundsView>('GET', `/inspections/${this.view.day}`);
		if (answer.ok) this.view = answer.value;
	}

	#keep(): Promise<void> {
		return this.#options.keeping.save({ drafts: $state.snapshot(this.drafts), waiting: this.waiting });
	}
}

const BLANK: Omit<MarkDraft, 'day'> = { score: null, remark: '', rectify: false, owner: '', photo: null };

/** Says nothing against what was written down: without a line, or until the sign-in is renewed, it simply waits on. */
const WAITS: readonly ProblemCode[] = ['offline', 'signed-out', 'too-many-tries'];

function refusedBy(one: Waiting, code: ProblemCode): Waiting {
	return WAITS.includes(code) ? one : { ...one, refused: code };
}

function keyOf({ day, plan }: InspectionView, { code }: InspectionAreaView): string {
	return `${day} ${plan} ${code}`;
}
