/**
 * Waiting in one queue served by `windows` equal windows, in the steady state: Poisson arrivals and exponential
 * services; in Erlang A each visitor also has an exponential patience. Rates are per hour, times in minutes.
 *
 * Sources: A. K. Erlang, 1917 (B and C); C. Palm, 1957 (A). The forms used here are those that stay finite for hundreds
 * of windows: Erlang B by its recursion, and everything else from it (Gans, Koole, Mandelbaum 2003, "Telephone call
 * centers", section 4; Baccelli and Hébuterne 1981 for the time waited in Erlang A).
 */

export interface Load {
	/** visitors an hour */
	arrivals: number;
	/** mean length of a service */
	minutes: number;
	/** whole, at least 1 */
	windows: number;
}

export interface ImpatientLoad extends Load {
	/** mean time after which somebody who waits gives up */
	patience: number;
}

export interface Waiting {
	/** share of visitors that wait at all */
	waits: number;
	/** of all visitors, those who are served at once included, minutes; Infinity when more come than can be served */
	meanWait: number;
	/** share of visitors that give up */
	abandons: number;
	/** share of a window's time in which it serves */
	busy: number;
	/** share of visitors that wait longer than so many minutes */
	waitsLongerThan: (minutes: number) => number;
}

/** Windows that would be busy on average if nobody ever waited; a load in erlangs. */
export function offered({ arrivals, minutes }: Pick<Load, 'arrivals' | 'minutes'>): number {
	return (arrivals * minutes) / 60;
}

/** Erlang B: the share of visitors that find every window busy where nobody can wait. */
export function erlangB(load: number, windows: number): number {
	let blocked = 1;
	for (let n = 1; n <= windows; n += 1) blocked = (load * blocked) / (n + load * blocked);
	return blocked;
}

/** Erlang C: nobody gives up. */
export function erlangC(load: Load): Waiting {
	const { minutes, windows } = checked(load);
	const work = offered(load);
	const spare = windows - work;
	if (spare <= 0) return { waits: 1, meanWait: Infinity, abandons: 0, busy: 1, waitsLongerThan: () => 1 };
	const blocked = erlangB(work, windows);
	const waits = (windows * blocked) / (spare + work * blocked);
	return {
		waits,
		meanWait: (waits * minutes) / spare,
		abandons: 0,
		busy: work / windows,
		waitsLongerThan: (limit) => waits * Math.exp((-spare * Math.max(0, limit)) / minutes)
	};
}

/** Products of many factors are scaled back before they leave the range of a number. */
const TOO_LARGE = 1e200;
const NO_MORE = 1e-17;

/** Erlang A: whoever waits gives up after an exponential time. It has a steady state under any load. */
export function erlangA(load: ImpatientLoad): Waiting {
	const { minutes, windows, patience } = checked(load);
	const rate = load.arrivals / 60;
	const served = windows / minutes;
	// Weights of the states against that of "all windows busy, nobody waits": below it 1 / B in all, above it one by one.
	let below = 1 / erlangB(offered(load), windows) - 1;
	let [weight, above, queued] = [1, 1, 0];
	for (let waiting = 1; weight > NO_MORE * (above + below) || rate > served + waiting / patience; waiting += 1) {
		weight *= rate / (served + waiting / patience);
		above += weight;
		queued += waiting * weight;
		if (above > TOO_LARGE)
			[weight, above, queued, below] = [weight, above, queued, below].map((x) => x / TOO_LARGE) as Four;
	}
	const waits = above / (above + below);
	const meanWait = rate === 0 ? 0 : queued / (above + below) / rate;
	const abandons = meanWait / patience;
	return {
		waits,
		meanWait,
		abandons,
		busy: (offered(load) * (1 - abandons)) / windows,
		waitsLongerThan: (limit) => waits * stillWaiting(load, Math.max(0, limit))
	};
}

type Four = [number, number, number, number];

/**
 * Of those who wait, the share that still does after `limit` minutes: it has not given up, and its turn has not come.
 * The turn of somebody with endless patience comes after x with a density that goes like exp(g(x)).
 */
function stillWaiting({ arrivals, minutes, windows, patience }: ImpatientLoad, limit: number): number {
	const rate = arrivals / 60;
	const g = (x: number): number => rate * patience * -Math.expm1(-x / patience) - (windows * x) / minutes;
	// Where the density is greatest: before it more come than are served, after it fewer.
	const peak = Math.max(0, patience * Math.log((rate * minutes) / windows));
	const end = tailEnd(g, peak, minutes / windows);
	const share = integral(g, limit, Math.max(limit, end), g(peak)) / integral(g, 0, end, g(peak));
	return share * Math.exp(-limit / patience);
}

/** So far out that nothing of the density is left. */
function tailEnd(g: (x: number) => number, peak: number, step: number): number {
	let end = peak + step;
	for (let stride = step; g(end) > g(peak) - 45; stride *= 1.5) end += stride;
	return end;
}

const PIECES = 4000;

/** Simpson's rule over exp(g(x) − top). */
function integral(g: (x: number) => number, from: number, to: number, top: number): number {
	if (to <= from) return 0;
	const width = (to - from) / PIECES;
	let sum = 0;
	for (let i = 0; i <= PIECES; i += 1) {
		const times = i === 0 || i === PIECES ? 1 : 2 + 2 * (i % 2);
		sum += times * Math.exp(g(from + i * width) - top);
	}
	return (sum * width) / 3;
}

/**
 * The least time within which a share of visitors is called (0.9: P90), in minutes, to a hundredth.
 * Infinity when more come than can be served and nobody gives up.
 */
export function waitQuantile(waiting: Waiting, share: number): number {
	const longer = 1 - share;
	if (waiting.waits <= longer) return 0;
	let [low, high] = [0, 1];
	while (waiting.waitsLongerThan(high) > longer) {
		if (high > 1e6) return Infinity;
		[low, high] = [high, high * 2];
	}
	while (high - low > 0.005) {
		const middle = (low + high) / 2;
		if (waiting.waitsLongerThan(middle) > longer) low = middle;
		else high = middle;
	}
	return high;
}

/**
 * Square-root rule: windows ≈ R + β√R, rounded up, for a load of R. β of 0 to 1 balances waiting and idling (Halfin and
 * Whitt 1981); within one window of the exact answer from small halls to large (Borst, Mandelbaum, Reiman 2004).
 */
export function squareRootWindows(load: number, beta: number): number {
	return Math.max(1, Math.ceil(load + beta * Math.sqrt(load)));
}

/** β for the share of visitors that may wait at all: P(wait) = 1 / (1 + β Φ(β) / φ(β)), Halfin and Whitt 1981. */
export function betaFor(waits: number): number {
	let [low, high] = [0, 10];
	while (high - low > 1e-9) {
		const beta = (low + high) / 2;
		if (1 / (1 + (beta * cumulative(beta)) / density(beta)) > waits) low = beta;
		else high = beta;
	}
	return high;
}

function density(x: number): number {
	return Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
}

/** Φ for x ≥ 0 by its series, to 1e-12. */
function cumulative(x: number): number {
	let [term, sum] = [x, x];
	for (let n = 3; Math.abs(term) > 1e-15; n += 2) {
		term *= (x * x) / n;
		sum += term;
	}
	return 0.5 + sum * density(x);
}

function checked<T extends Load>(load: T): T {
	const wrong = Object.entries(load).find(([name, value]) => !(value > 0 || (name === 'arrivals' && value === 0)));
	if (wrong) throw new RangeError(`${wrong[0]} must be above 0`);
	if (!Number.isInteger(load.windows)) throw new RangeError('windows must be a whole number');
	return load;
}
