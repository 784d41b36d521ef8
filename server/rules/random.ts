/**
 * Chance that can be repeated: the same seed gives the same figures on every machine. Small Fast Counter (sfc32, Chris
 * Doty-Humphrey, PractRand), seeded by splitmix32. Not for secrets.
 */
export class Random {
	#a: number;
	#b: number;
	#c: number;
	#count = 1;

	/** @param stream tells apart what is drawn from one seed, so that one more visitor changes no other */
	constructor(seed: number, stream = 0) {
		// Both are scattered apart first: neighbouring streams would else begin with each other's figures.
		const mix = splitmix(splitmix(seed)() ^ splitmix(stream ^ 0x5bf03635)());
		[this.#a, this.#b, this.#c] = [mix(), mix(), mix()];
		for (let i = 0; i < 12; i += 1) this.next();
	}

	/** From 0 to below 1. */
	next(): number {
		const sum = (this.#a + this.#b + this.#count) | 0;
		this.#count = (this.#count + 1) | 0;
		this.#a = this.#b ^ (this.#b >>> 9);
		this.#b = (this.#c + (this.#c << 3)) | 0;
		this.#c = ((this.#c << 21) | (this.#c >>> 11)) + sum;
		return (sum >>> 0) / 2 ** 32;
	}

	/** True with that probability. */
	chance(share: number): boolean {
		return this.next() < share;
	}

	/** One of a list that is not empty. */
	pick<T>(list: readonly T[]): T {
		const one = list[Math.floor(this.next() * list.length)];
		if (one === undefined) throw new RangeError('nothing to pick from');
		return one;
	}

	/** A time to the next of events that have no memory, of this mean. */
	exponential(mean: number): number {
		return -mean * Math.log(1 - this.next());
	}

	/** How many of such events fall into a time in which `mean` are expected. */
	poisson(mean: number): number {
		let count = 0;
		for (let time = this.exponential(1); time <= mean; time += this.exponential(1)) count += 1;
		return count;
	}

	/** The length of a service: never below zero, skewed to the right. @param cv standard deviation ÷ mean */
	logNormal(mean: number, cv: number): number {
		const variance = Math.log(1 + cv * cv);
		return Math.exp(Math.log(mean) - variance / 2 + Math.sqrt(variance) * this.#normal());
	}

	#normal(): number {
		return Math.sqrt(2 * this.exponential(1)) * Math.cos(2 * Math.PI * this.next());
	}
}

function splitmix(seed: number): () => number {
	let state = seed | 0;
	return () => {
		state = (state + 0x9e3779b9) | 0;
		let word = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
		word = Math.imul(word ^ (word >>> 15), 0x735a2d97);
		return word ^ (word >>> 15);
	};
}
