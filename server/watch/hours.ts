import { eventsBefore, eventsSince } from '#db/devices.ts';
import type { WatchKind } from '#db/schema.ts';
import { today, type Hall } from '../hall.ts';
import { addDays, momentOf } from '../rules/day.ts';
import { availability, share, standingBefore, united, type Stretch } from '../rules/devices/availability.ts';
import type { DeviceMonth } from '../views.ts';

const MONTHS = 6;
/** Enough to find how it stood, whatever hands did in between. */
const EARLIER = 50;

/** When the hall serves anybody on a day. */
export function openToday(hall: Hall, day: string): Stretch[] {
	return united(hall.setup.file.queues.flatMap(({ code }) => hall.setup.servedOn(code, day)));
}

/** The availability of a device in this month and those before it, newest first; months before its history are left out. */
export async function monthsOf(hall: Hall, of: { kind: WatchKind; code: string }): Promise<DeviceMonth[]> {
	const now = hall.clock.now();
	const device = { hall: hall.id, kind: of.kind, device: of.code };
	const first = firstDays(today(hall), MONTHS);
	const oldest = momentOf(first.at(-1) ?? today(hall), 0, hall.setup.timeZone);
	const changes = await eventsSince(hall.read, { ...device, since: oldest });
	const earlier = await eventsBefore(hall.read, { ...device, before: oldest, most: EARLIER });
	const begun = earlier.at(-1)?.at ?? changes[0]?.at;
	return first.flatMap((day, i) => {
		const from = momentOf(day, 0, hall.setup.timeZone);
		const until = i === 0 ? now : momentOf(first[i - 1] ?? day, 0, hall.setup.timeZone);
		if (begun === undefined || begun >= until) return [];
		const open = openBetween(hall, day, { from: Math.max(from, begun), until });
		const inMonth = changes.filter(({ at }) => at >= from && at < until);
		const before = [...changes.filter(({ at }) => at < from).toReversed(), ...earlier];
		const sum = availability(standingBefore(before, inMonth), inMonth, open);
		return [{ month: day.slice(0, 7), share: share(sum), ...sum }];
	});
}

/** First days of this month and of those before it, newest first. */
function firstDays(day: string, count: number): string[] {
	const days: string[] = [];
	let first = `${day.slice(0, 7)}-01`;
	while (days.length < count) {
		days.push(first);
		first = `${addDays(first, -1).slice(0, 7)}-01`;
	}
	return days;
}

function openBetween(hall: Hall, first: string, { from, until }: Stretch): Stretch[] {
	const open: Stretch[] = [];
	for (let day = first; momentOf(day, 0, hall.setup.timeZone) < until; day = addDays(day, 1)) {
		for (const one of openToday(hall, day)) {
			const part = { from: Math.max(one.from, from), until: Math.min(one.until, until) };
			if (part.until > part.from) open.push(part);
		}
	}
	return open;
}
