import { workBetween } from '#db/history.ts';
import { today, type Hall } from '../hall.ts';
import { addDays, WEEKDAYS, type Weekday } from '../rules/day.ts';
import { backTest, countDays, forecastFrom, meanServiceMinutes, type BackTest } from '../rules/staffing/history.ts';
import { planDay, slotText, type DayPlan, type Target } from '../rules/staffing/plan.ts';
import { percent, table } from '../whatif/table.ts';

/** What is asked of the history. */
export interface StaffingWish {
	/** null: every queue */
	queue: string | null;
	weeks: number;
	/** days at the end that the back-test forecasts from those before */
	held: number;
	target: Omit<Target, 'most'>;
}

/** The plan of one queue: which windows to open when, by weekday. */
export interface QueueAdvice {
	queue: string;
	/** days with numbers that were read */
	days: number;
	visitors: number;
	minutes: number;
	/** windows that serve the queue */
	most: number;
	plans: ReadonlyMap<Weekday, DayPlan>;
	test: BackTest | null;
}

/** Reads the last weeks before today and plans every weekday of every queue that was asked for. */
export async function staffingAdvice(hall: Hall, wish: StaffingWish): Promise<QueueAdvice[]> {
	const last = addDays(today(hall), -1);
	const range = { from: addDays(last, 1 - 7 * wish.weeks), to: last };
	const work = await workBetween(hall.read, hall.id, range);
	const open = (queue: string): string[] =>
		daysIn(range).filter((day) => hall.setup.queueHoursOn(queue, day).length > 0 && seen.has(day));
	// A day without a single number in the hall is one on which nothing was recorded.
	const seen = new Set(work.map((one) => one.day));
	const queues = hall.setup.file.queues.filter((one) => wish.queue === null || one.code === wish.queue);
	return queues.flatMap(({ code, plannedMinutes }) => {
		const own = work.filter((one) => one.queue === code);
		const days = open(code);
		if (own.length === 0 || days.length === 0) return [];
		const counts = countDays(own, days, hall.setup.timeZone);
		const minutes = Math.max(0.1, meanServiceMinutes(own) ?? plannedMinutes);
		const most = hall.setup.windowsServing(code).length;
		const target = { ...wish.target, most };
		const plans = [...forecastFrom(counts)].map(([weekday, slots]): [Weekday, DayPlan] => {
			return [weekday, planDay(slots, minutes, target)];
		});
		const sorted = plans.toSorted(([a], [b]) => WEEKDAYS.indexOf(a) - WEEKDAYS.indexOf(b));
		const advice = { queue: code, days: days.length, visitors: own.length, minutes, most };
		return [{ ...advice, plans: new Map(sorted), test: backTest(counts, wish.held) }];
	});
}

function daysIn({ from, to }: { from: string; to: string }): string[] {
	const days: string[] = [];
	for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
	return days;
}

const ZH: Record<Weekday, string> = {
	monday: '周一',
	tuesday: '周二',
	wednesday: '周三',
	thursday: '周四',
	friday: '周五',
	saturday: '周六',
	sunday: '周日'
};

/** A queue's plan as lines of text. */
export function adviceLines({ queue, days, visitors, minutes, most, plans, test }: QueueAdvice): string[] {
	const head = `${queue}: ${days} days, ${visitors} visitors, ${minutes.toFixed(1)} min a service, ${most} windows serve it`;
	const tested = test
		? `  back-test over the last ${test.days} days, ${test.slots} half hours: forecast off by ${percent(test.mape)} (MAPE), ${percent(test.wape)} of all visitors`
		: '  back-test: too few days';
	return [head, tested, ...[...plans].flatMap(([weekday, plan]) => weekdayLines(weekday, plan))];
}

/** A steady state that takes hours to build up never comes about; the queue grows, that is all. Minutes. */
const MOST_TOLD = 120;

function weekdayLines(weekday: Weekday, { slots, usual, tides }: DayPlan): string[] {
	const rows = slots.map(({ slot, arrivals, windows, p90, needed }) => [
		`    ${slotText(slot)}`,
		arrivals.toFixed(1),
		String(windows),
		p90 < MOST_TOLD ? p90.toFixed(1) : 'grows',
		needed > windows ? `${needed} needed` : ''
	]);
	const hints = tides.flatMap(({ from, until, more }) => {
		const [begin, end] = [slotText(from), slotText(until)];
		const windows = more === 1 ? '1 more window' : `${more} more windows`;
		return [
			`    潮汐窗口：${ZH[weekday]} ${begin}–${end} 增开${more}个窗口（平时${usual}个）`,
			`    tide: open ${windows} from ${begin} to ${end} (usually ${usual})`
		];
	});
	return [`  ${ZH[weekday]} ${weekday}`, ...table(['    from', 'visitors', 'windows', 'P90 min', ''], rows), ...hints];
}
