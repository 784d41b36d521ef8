/** What was known of a queue at one moment, before anything was foretold. */
export interface Moment {
	/** local time, minutes since midnight */
	minute: number;
	/** people who are called before the one who joins */
	waiting: number;
	/** open windows that serve the queue */
	windows: number;
	/** minutes a person takes by plan */
	planned: number;
	/** minutes that the last person called had waited (last to enter service); null before the first call of the day */
	les: number | null;
	/** minutes that the next in line has waited (head of line); null when nobody waits */
	hol: number | null;
	/** mean wait of the last five called, minutes */
	last5: number | null;
	/** people that the last person called had found waiting on joining */
	found: number | null;
	/** people called a minute, over the last 30 and 60 minutes and since the first call of the day */
	rate30: number | null;
	rate60: number | null;
	rateDay: number | null;
}

/** A moment and what came of it. */
export interface Sample {
	queue: string;
	/** service day, `YYYY-MM-DD` */
	day: string;
	moment: Moment;
	/** minutes that a person joining then really waited */
	wait: number;
}

/** A moment without gaps: what is not known yet is taken from the nearest thing that is. */
export interface Known {
	minute: number;
	waiting: number;
	windows: number;
	planned: number;
	les: number;
	hol: number;
	last5: number;
	found: number;
	rate30: number;
	rate60: number;
	rateDay: number;
	/** nobody has been called yet today */
	fresh: boolean;
}

/** Slower than one call in fifty minutes counts as that, so that a lull does not make a wait endless. */
const SLOWEST = 0.02;
/** A plan of nothing at all, or none, counts as this many minutes a person. */
const LEAST_PLANNED = 1;

/** Fills the gaps of a moment. Every number of the answer is finite and not below zero, whatever it is given. */
export function known(moment: Moment): Known {
	const waiting = whole(moment.waiting);
	const windows = Math.max(1, whole(moment.windows));
	const planned = Math.max(LEAST_PLANNED, whole(moment.planned));
	const rateDay = rate(moment.rateDay) ?? windows / planned;
	const rate60 = rate(moment.rate60) ?? rateDay;
	const hol = given(moment.hol);
	const les = given(moment.les);
	const seen = les ?? hol ?? waiting / rateDay;
	return {
		minute: whole(moment.minute),
		waiting,
		windows,
		planned,
		les: seen,
		hol: hol ?? 0,
		last5: given(moment.last5) ?? seen,
		found: given(moment.found) ?? waiting,
		rate30: given(moment.rate30) ?? rate60,
		rate60,
		rateDay,
		fresh: les === null
	};
}

function given(value: number | null): number | null {
	return value === null || !Number.isFinite(value) ? null : Math.max(0, value);
}

function whole(value: number): number {
	return given(value) ?? 0;
}

function rate(value: number | null): number | null {
	const one = given(value);
	return one === null || one === 0 ? null : Math.max(SLOWEST, one);
}
