import { countAlarms } from '#db/alarms.ts';
import type { WindowSpanRow } from '#db/schema.ts';
import { spansBetween } from '#db/windows.ts';
import type { Hall } from '../hall.ts';
import { addDays, type Stretch } from '../rules/day.ts';
import { timeCovered, timeInStates } from '../rules/window-time.ts';
import { windowName } from '../tickets/view.ts';
import type { FigureTable } from '../views.ts';
import type { Range } from './figures.ts';

const MINUTE_MS = 60_000;

/** W-01 How long each window was open, paused, finishing; how much of the hours a post or its stand-in was there; its alarms. */
export async function windowFigures(hall: Hall, range: Range): Promise<FigureTable> {
	const { fromAt: from, untilAt: until } = range;
	const now = hall.clock.now();
	const spans = Map.groupBy(await spansBetween(hall.read, hall.id, from, until), ({ window }) => window);
	const alarms = Map.groupBy(await countAlarms(hall.read, hall.id, from, until), ({ window }) => window ?? '');
	const rows = hall.setup.file.windows.map(({ code, standIn }) => {
		const own = spans.get(code) ?? [];
		const times = timeInStates(own, { from, until, now });
		const post = standIn === null ? null : [...own, ...(spans.get(standIn) ?? [])];
		return [
			windowName(hall, code),
			minutes(times.open),
			minutes(times.paused),
			minutes(times['wrap-up']),
			post && coverage(hall, { window: code, range, spans: post, now }),
			alarms.get(code)?.length ?? 0
		];
	});
	return { ...HEAD, rows };
}

function minutes(ms: number): number {
	return Math.round(ms / MINUTE_MS);
}

/** The share of the opening hours so far in which one of the two was at work; null before any hours. */
function coverage(
	hall: Hall,
	{ window, range, spans, now }: { window: string; range: Range; spans: WindowSpanRow[]; now: number }
): number | null {
	const hours: Stretch[] = [];
	const [queue] = hall.setup.queuesOf(window);
	for (let day = range.from; queue && day <= range.to; day = addDays(day, 1)) {
		hours.push(...hall.setup.servedOn(queue.queue, day));
	}
	const past = hours
		.map(({ from, until }) => ({ from, until: Math.min(until, now) }))
		.filter((one) => one.from < one.until);
	const sum = past.reduce((ms, { from, until }) => ms + until - from, 0);
	return sum === 0 ? null : timeCovered(spans, past, now) / sum;
}

const HEAD: Omit<FigureTable, 'rows'> = {
	id: 'windows',
	title: { zh: '窗口状态', en: 'Windows' },
	note: {
		zh: '各状态的时长；顶岗率：开放时间内本岗或 B 岗至少一人在岗的比例。',
		en: 'Time in each state; cover: share of the opening hours in which the post or its stand-in was there.'
	},
	columns: [
		{ name: { zh: '窗口', en: 'Window' }, kind: 'text' },
		{ name: { zh: '开放', en: 'Open' }, kind: 'minutes' },
		{ name: { zh: '暂停', en: 'Paused' }, kind: 'minutes' },
		{ name: { zh: '整理', en: 'Wrap-up' }, kind: 'minutes' },
		{ name: { zh: '顶岗率', en: 'Cover' }, kind: 'share' },
		{ name: { zh: '告警', en: 'Alarms' }, kind: 'count' }
	]
};
