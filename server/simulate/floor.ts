import type { LegRow } from '#db/schema.ts';
import type { Post } from '../rules/whatif/visit.ts';
import type { Stage } from './stage.ts';

interface Idle {
	since: number;
	wake: () => void;
}

/** Which windows are free, and who stands at one to go on: how clerks hear that there is work. */
export class Floor {
	readonly #stage: Stage;
	readonly #posts: ReadonlyMap<string, Post>;
	readonly #idle = new Map<string, Idle>();
	/** tickets whose owners are back at the window that has their papers, by window */
	readonly #back = new Map<string, number[]>();

	constructor(stage: Stage, posts: readonly Post[]) {
		this.#stage = stage;
		this.#posts = new Map(posts.map((post) => [post.code, post]));
	}

	/** Somebody has begun to wait: of the free windows that may call, the one free for longest looks. */
	offer(leg: Pick<LegRow, 'queue' | 'for_window'>): void {
		const may = [...this.#idle].filter(
			([code]) =>
				this.#posts.get(code)?.queues.has(leg.queue) === true && (leg.for_window === null || leg.for_window === code)
		);
		const [first] = may.toSorted(([, a], [, b]) => a.since - b.since);
		if (first) this.#wake(first[0]);
	}

	/** A window has gone, and whoever waited for it alone may go to any: every free window looks, in the same order. */
	lookAgain(): void {
		for (const [code] of [...this.#idle].toSorted(([, a], [, b]) => a.since - b.since)) this.#wake(code);
	}

	/** Somebody whose service was interrupted is back at the window. */
	isBack(window: string, ticket: number): void {
		this.#back.set(window, [...(this.#back.get(window) ?? []), ticket]);
		this.#wake(window);
	}

	/** The one who has been back for longest, if anybody is; they are seen before the next is called. */
	nextBack(window: string): number | undefined {
		return this.#back.get(window)?.shift();
	}

	/** A free window waits until there may be work, or until that moment. @param since when it became free */
	async idle(window: string, since: number, until: number): Promise<void> {
		await this.#stage.wait(until, (wake) => this.#idle.set(window, { since, wake }));
		this.#idle.delete(window);
	}

	#wake(window: string): void {
		const idle = this.#idle.get(window);
		this.#idle.delete(window);
		idle?.wake();
	}
}
