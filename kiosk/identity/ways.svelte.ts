import { tick } from 'svelte';
import { browserTimers } from '#display/timers.ts';
import { SETTLE_MS } from '../pace.ts';
import { readerOf } from './ask.ts';
import { CardAsking } from './card.svelte.ts';

/** The ways on one page to say who one is: what is told first, a card that is laid, a number that is typed. */
export type Way = 'told' | 'card' | 'typing';

/** Which way a visitor has taken, and the card that is laid on it. Whoever makes one ends it (`asking.stop`). */
export class Ways {
	way: Way = $state('told');
	readonly asking: CardAsking;
	#turnedAt = -Infinity;

	constructor(kiosk: string, first: Way) {
		this.way = first;
		this.asking = new CardAsking(readerOf(kiosk));
	}

	/** The second half of a double touch must not press what has just come under the finger. */
	settled(): boolean {
		const now = browserTimers.now();
		if (now - this.#turnedAt < SETTLE_MS) return false;
		this.#turnedAt = now;
		return true;
	}

	turn(to: Way): void {
		if (!this.settled()) return;
		this.way = to;
		if (to === 'card') void this.asking.start();
		else this.asking.stop();
		const title = document.querySelector<HTMLElement>('main h1');
		void tick().then(() => (document.querySelector<HTMLElement>('main h1') ?? title)?.focus({ preventScroll: true }));
	}

	/** Sends the word for the card that was read; where it is refused, the word is gone and the card is to be laid again. */
	async give(send: (card: string | null) => Promise<unknown>, refused: () => boolean): Promise<void> {
		await send(this.way === 'card' ? this.asking.give() : null);
		if (this.way === 'card' && refused()) this.asking.stop();
	}
}
