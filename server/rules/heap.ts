/** A binary heap: the least of many, by an order that is handed in. Adding and taking cost log n. */
export class Heap<T> {
	readonly #before: (a: T, b: T) => boolean;
	readonly #items: T[] = [];

	/** @param before whether `a` comes out earlier; two that are equal come out in any order, so break ties in it */
	constructor(before: (a: T, b: T) => boolean) {
		this.#before = before;
	}

	get size(): number {
		return this.#items.length;
	}

	/** All of them, in no order. */
	get items(): readonly T[] {
		return this.#items;
	}

	/** The least; undefined when empty. */
	peek(): T | undefined {
		return this.#items[0];
	}

	push(item: T): void {
		this.#items.push(item);
		let at = this.#items.length - 1;
		while (at > 0) {
			const above = (at - 1) >> 1;
			if (!this.#swapIfBefore(at, above)) break;
			at = above;
		}
	}

	/** Takes the least out; undefined when empty. */
	pop(): T | undefined {
		const least = this.#items[0];
		const last = this.#items.pop();
		if (last !== undefined && this.#items.length > 0) {
			this.#items[0] = last;
			this.#sink(0);
		}
		return least;
	}

	#sink(from: number): void {
		let at = from;
		for (;;) {
			const left = 2 * at + 1;
			const lesser = this.#isBefore(left + 1, left) ? left + 1 : left;
			if (lesser >= this.#items.length || !this.#swapIfBefore(lesser, at)) return;
			at = lesser;
		}
	}

	#isBefore(i: number, j: number): boolean {
		const [a, b] = [this.#items[i], this.#items[j]];
		return a !== undefined && b !== undefined && this.#before(a, b);
	}

	#swapIfBefore(i: number, j: number): boolean {
		const [a, b] = [this.#items[i], this.#items[j]];
		if (a === undefined || b === undefined || !this.#before(a, b)) return false;
		this.#items[i] = b;
		this.#items[j] = a;
		return true;
	}
}
