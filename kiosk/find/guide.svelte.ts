import type { Answer } from '#display/ask.ts';
import type { Timers } from '#display/timers.ts';
import type { Lang, Words } from '#display/words/index.ts';
import type { TicketView } from '#server/views.ts';

/** A guide on its way out of the printer. */
export interface GuideSlip {
	id: number;
	state: NonNullable<TicketView['slip']>;
}

export interface GuideNeeds {
	print: (item: string, wish: { device: string; lang: Lang; intent: string }) => Promise<Answer<GuideSlip>>;
	state: (id: number) => Promise<Answer<GuideSlip>>;
	intent: () => string;
	timers: Timers;
}

const LOOK_MS = 700;
/** Longer than the server tries; then it is said as not sure. */
const LOOK_FOR_MS = 25_000;

export type GuideState = 'none' | 'paper-out' | 'printing' | 'printed' | 'unsure' | 'failed';

/** One wish for a guide on paper, from the touch to the paper. A touch while it prints asks for nothing. */
export class GuidePrint {
	state: GuideState = $state('none');
	readonly #needs: GuideNeeds;
	#round = 0;

	constructor(needs: GuideNeeds) {
		this.#needs = needs;
	}

	/** @param paperOut no slip can come out now: nothing is asked for */
	async print(
		item: string,
		{ device, lang, paperOut }: { device: string; lang: Lang; paperOut: boolean }
	): Promise<void> {
		if (this.state === 'printing') return;
		if (paperOut) {
			this.state = 'paper-out';
			return;
		}
		this.#round += 1;
		const round = this.#round;
		this.state = 'printing';
		const { print, intent, timers } = this.#needs;
		const wish = { device, lang, intent: intent() };
		const until = timers.now() + LOOK_FOR_MS;
		let answer = await print(item, wish);
		// An answer that was lost on the way is found again by the same intent.
		if (!answer.ok && answer.problem.code === 'offline') answer = await print(item, wish);
		while (round === this.#round) {
			this.state = answer.ok ? stateOf(answer.value.state) : 'failed';
			if (!answer.ok || this.state !== 'printing') return;
			if (timers.now() > until) {
				this.state = 'unsure';
				return;
			}
			await new Promise<void>((resume) => timers.after(LOOK_MS, resume));
			const next = await this.#needs.state(answer.value.id);
			if (next.ok) answer = next;
		}
	}

	/** The page is left, or closed: what is on its way goes on without being watched. */
	forget(): void {
		this.#round += 1;
		this.state = 'none';
	}
}

/** `sent` is a printer that does not tell: what it was sent comes out as a rule. */
function stateOf(state: GuideSlip['state']): GuideState {
	return state === 'queued' ? 'printing' : state === 'sent' ? 'printed' : state;
}

/** What is said of it; nothing where only the code is shown. */
export function guideWords(
	{ guide }: Words['find'],
	state: GuideState
): { kind: 'plain' | 'good' | 'warn'; said: string } | null {
	if (state === 'none') return null;
	if (state === 'printing') return { kind: 'plain', said: guide.printing };
	if (state === 'printed') return { kind: 'good', said: guide.printed };
	return { kind: 'warn', said: state === 'paper-out' ? guide.paperOut : guide[state] };
}
