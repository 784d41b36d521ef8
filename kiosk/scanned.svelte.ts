import { readScan } from './scan.ts';
import type { Visit } from './visit.svelte.ts';

export interface ScannedNeeds {
	visit: Pick<Visit, 'arrive' | 'openItem'>;
	/** opens the page of a ticket */
	open: (ticket: string) => void;
}

/** Where a code leads that was held before a scanner of the kiosk. What nobody knows here leads nowhere: that is said, and all else stays. */
export class Scanned {
	/** nothing here knows the last code; said until something is touched */
	unknown = $state(false);
	readonly #needs: ScannedNeeds;

	constructor(needs: ScannedNeeds) {
		this.#needs = needs;
	}

	take(text: string): void {
		this.unknown = !this.#lead(text);
	}

	/** A finger, or the next visitor. */
	touched(): void {
		this.unknown = false;
	}

	/** A number alone opens nothing: anybody can print one. */
	#lead(text: string): boolean {
		const code = readScan(text);
		if (!code || 'number' in code) return false;
		if ('item' in code) return this.#needs.visit.openItem(code.item);
		if ('ticket' in code) this.#needs.open(code.ticket);
		else void this.#needs.visit.arrive(code);
		return true;
	}
}
