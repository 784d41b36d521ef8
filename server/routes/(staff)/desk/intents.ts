/**
 * The intent of a wish that is made by one key: without an answer, the same wish made again is the same, and nothing is
 * done twice; after an answer it is another.
 */
export class Intents {
	#made: { wish: string; intent: string } | null = null;
	#fresh: () => string;

	constructor(fresh: () => string) {
		this.#fresh = fresh;
	}

	of(wish: object): string {
		const asked = JSON.stringify(wish);
		const made = this.#made?.wish === asked ? this.#made : { wish: asked, intent: this.#fresh() };
		this.#made = made;
		return made.intent;
	}

	/** It was granted. */
	done(): void {
		this.#made = null;
	}
}
