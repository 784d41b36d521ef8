import { dice } from '#printer/virtual/weather.ts';

/** Faults that come and go while work is done, the same in every run of a seed. */
export interface Trouble {
	roll: (sides: number) => number;
	/** Perhaps something goes wrong now, and is put right after a while. */
	perhaps: () => void;
	/** Everything is put right, for good. */
	end: () => void;
	/** how often something went wrong */
	count: () => number;
}

/** Something that can go wrong: to be switched on and off. */
export interface Cause {
	name: string;
	set: (on: boolean) => void;
}

/** One chance of so many, each time. */
const ONE_IN = 12;

/** @param forMs the longest that one fault stays */
export function trouble(seed: number, causes: readonly Cause[], forMs: number): Trouble {
	const roll = dice(seed);
	const on = new Map<Cause, NodeJS.Timeout>();
	let count = 0;
	const mend = (cause: Cause): void => {
		clearTimeout(on.get(cause));
		on.delete(cause);
		cause.set(false);
	};
	return {
		roll,
		perhaps() {
			const cause = causes[roll(causes.length * ONE_IN)];
			const ms = 20 + roll(forMs);
			if (!cause || on.has(cause)) return;
			count += 1;
			cause.set(true);
			on.set(
				cause,
				setTimeout(() => mend(cause), ms)
			);
		},
		end() {
			for (const cause of [...on.keys()]) mend(cause);
		},
		count: () => count
	};
}

/** So much work in so many parts, as even as whole numbers are. */
export function share(total: number, among: number): number[] {
	return Array.from(
		{ length: among },
		(_, i) => Math.floor((total * (i + 1)) / among) - Math.floor((total * i) / among)
	);
}
