/**
 * How many windows to open in each half hour of a weekday. Each half hour is taken as a steady state of its own with the
 * visitors that come in it, as Erlang C and A have it; those who come in the last minutes of one are still served in the
 * next, so visitors are counted a service length later (lagged stationary approximation: Green, Kolesar, Soares 2001).
 */
import { erlangA, erlangC, waitQuantile, type Waiting } from './erlang.ts';
import { SLOT_MINUTES } from './history.ts';

export interface Target {
	/** nobody should wait longer than so many minutes … */
	minutes: number;
	/** … but for this share of visitors */
	exceptShare: number;
	/** mean patience in minutes; null: nobody gives up */
	patience: number | null;
	/** there are no more windows than so many */
	most: number;
}

export interface SlotPlan {
	/** 18 begins at 9:00 */
	slot: number;
	/** expected visitors */
	arrivals: number;
	windows: number;
	/** minutes within which nine of ten are called; Infinity when even all windows cannot serve them */
	p90: number;
	/** windows that would meet the target; more than `windows` when there are not so many */
	needed: number;
}

/** Open `more` windows beside the usual number from slot `from` to before slot `until`: 潮汐窗口. */
export interface Tide {
	from: number;
	until: number;
	more: number;
}

export interface DayPlan {
	slots: SlotPlan[];
	/** windows that are open in most half hours */
	usual: number;
	tides: Tide[];
}

/**
 * Plans a weekday.
 * @param arrivals expected visitors of each half hour, by slot
 * @param minutes mean length of a service
 */
export function planDay(arrivals: ReadonlyMap<number, number>, minutes: number, target: Target): DayPlan {
	const first = Math.min(...arrivals.keys());
	const last = Math.max(...arrivals.keys());
	const length = arrivals.size === 0 ? 0 : last - first + 1;
	const slots = Array.from({ length }, (_, i) => {
		const expected = arrivals.get(first + i) ?? 0;
		return planSlot(first + i, { arrivals: expected, work: lagged(arrivals, first + i, minutes) }, minutes, target);
	});
	const usual = median(slots.map((one) => one.windows));
	return { slots, usual, tides: tidesOf(slots, usual) };
}

/** Visitors who are there to be served in a slot: those of a service length before. */
function lagged(arrivals: ReadonlyMap<number, number>, slot: number, minutes: number): number {
	const back = minutes / SLOT_MINUTES;
	const [whole, part] = [Math.floor(back), back - Math.floor(back)];
	const at = (n: number): number => arrivals.get(n) ?? 0;
	// The first visitors of the day have nobody before them, and must be served all the same.
	return Math.max(at(slot - whole) * (1 - part) + at(slot - whole - 1) * part, at(slot));
}

function planSlot(
	slot: number,
	{ arrivals, work }: { arrivals: number; work: number },
	minutes: number,
	target: Target
): SlotPlan {
	const perHour = (work * 60) / SLOT_MINUTES;
	const waiting = (windows: number): Waiting => {
		const load = { arrivals: perHour, minutes, windows };
		return target.patience === null ? erlangC(load) : erlangA({ ...load, patience: target.patience });
	};
	const meets = (windows: number): boolean => waiting(windows).waitsLongerThan(target.minutes) <= target.exceptShare;
	let needed = work === 0 ? 0 : 1;
	while (needed > 0 && !meets(needed)) needed += 1;
	const windows = Math.min(needed, target.most);
	return { slot, arrivals, windows, needed, p90: windows === 0 ? 0 : waitQuantile(waiting(windows), 0.9) };
}

/** The lower middle of whole numbers; 0 of none. */
function median(numbers: readonly number[]): number {
	return numbers.toSorted((a, b) => a - b)[Math.floor((numbers.length - 1) / 2)] ?? 0;
}

/** Runs of half hours that need more than the usual windows, as many more as the worst of them. */
function tidesOf(slots: readonly SlotPlan[], usual: number): Tide[] {
	const tides: Tide[] = [];
	for (const { slot, windows } of slots) {
		if (windows <= usual) continue;
		const last = tides.at(-1);
		if (last?.until === slot) Object.assign(last, { until: slot + 1, more: Math.max(last.more, windows - usual) });
		else tides.push({ from: slot, until: slot + 1, more: windows - usual });
	}
	return tides;
}

/** Slot 19 → `09:30`. */
export function slotText(slot: number): string {
	const minute = slot * SLOT_MINUTES;
	return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}
