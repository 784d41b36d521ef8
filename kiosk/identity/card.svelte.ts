import type { CardReading } from '#server/views.ts';

/** `waiting`: a card is asked for; `waited`: none came, and nobody asks now until the visitor wishes it. */
export type CardState = 'waiting' | 'waited' | Exclude<CardReading['outcome'], 'none'>;

export interface CardNeeds {
	/** asks the reader of this kiosk; null when the server did not answer */
	ask: (gone: AbortSignal) => Promise<CardReading | null>;
	/** the server may forget what was read */
	forget: (card: string) => void;
}

/** How long one visitor is waited for before the reader is left alone: three times twenty seconds without a card. */
const PATIENCE = 30;
/** What an answer takes of it: a card that must be lifted is told of at once. */
const TAKES = { none: 10, unreadable: 1 };

/**
 * One visitor's card: asked for while the page waits for it and never otherwise, known here only as the word by which the
 * server knows it. Whatever ends the page ends the asking, and has the server forget.
 */
export class CardAsking {
	state: CardState = $state('waited');
	/** what may be shown of the number that was read */
	shown: string | null = $state(null);
	elder = $state(false);
	#card: string | null = null;
	#needs: CardNeeds;
	#gone: AbortController | null = null;

	constructor(needs: CardNeeds) {
		this.#needs = needs;
	}

	/** The visitor wishes to lay a card. */
	async start(): Promise<void> {
		this.stop();
		const gone = (this.#gone = new AbortController());
		this.state = 'waiting';
		for (let left = PATIENCE; left > 0;) {
			const reading = await this.#needs.ask(gone.signal);
			if (gone.signal.aborted) {
				if (reading?.outcome === 'read') this.#needs.forget(reading.card);
				return;
			}
			if (this.#take(reading)) return;
			left -= reading?.outcome === 'unreadable' ? TAKES.unreadable : TAKES.none;
		}
		this.state = 'waited';
	}

	/**
	 * Gives the word away; the server forgets it by itself once it has served. Where it has not served (`stop` after it), the
	 * card must be laid again.
	 */
	give(): string | null {
		const card = this.#card;
		this.#card = null;
		return card;
	}

	/** The page is left, or the visitor would rather type. */
	stop(): void {
		this.#gone?.abort();
		if (this.#card !== null) this.#needs.forget(this.#card);
		this.#gone = this.#card = this.shown = null;
		this.elder = false;
		this.state = 'waited';
	}

	/** Whether the asking is over. */
	#take(reading: CardReading | null): boolean {
		if (reading?.outcome === 'none') return false;
		if (reading?.outcome === 'read') {
			this.#card = reading.card;
			this.shown = reading.shown;
			this.elder = reading.elder;
		}
		this.state = reading?.outcome ?? 'absent';
		// A card that was not read is asked for again at once: the visitor is lifting it.
		return this.state !== 'unreadable';
	}
}
