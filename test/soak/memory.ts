import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Megabytes of this process over work done. */
export interface Memory {
	/** Looks once; `done` is how much work has been done by now. */
	look: (done: number) => void;
	/** growth of the heap and of the process over the second half, MB for 1000 pieces of work */
	slope: () => { heap: number; rss: number };
	/** the most that was seen, MB */
	peak: () => number;
}

interface Sample {
	done: number;
	heap: number;
	rss: number;
}

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;
const MB = 1 << 20;

/** Samples are taken after garbage was collected, so that what grows is kept by somebody. */
export function memory(): Memory {
	const samples: Sample[] = [];
	return {
		look(done) {
			collect();
			const { heapUsed, rss } = process.memoryUsage();
			samples.push({ done, heap: heapUsed / MB, rss: rss / MB });
		},
		slope() {
			const half = samples.slice(Math.floor(samples.length / 2));
			return { heap: slopeOf(half, 'heap'), rss: slopeOf(half, 'rss') };
		},
		peak: () => Math.max(...samples.map(({ rss }) => rss))
	};
}

/** Least squares. */
function slopeOf(samples: readonly Sample[], what: 'heap' | 'rss'): number {
	const mean = (of: (sample: Sample) => number): number =>
		samples.reduce((sum, one) => sum + of(one), 0) / samples.length;
	const [x, y] = [mean(({ done }) => done), mean((one) => one[what])];
	const over = samples.reduce((sum, one) => sum + (one.done - x) * (one[what] - y), 0);
	const under = samples.reduce((sum, one) => sum + (one.done - x) ** 2, 0);
	return under === 0 ? 0 : (over / under) * 1000;
}
