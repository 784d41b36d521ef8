import type { BoardContent } from '#display/led/driver.ts';
import { recentCalls } from '#db/calls.ts';
import { minuteOf } from '#server/rules/day.ts';
import { broadcastNow } from '../broadcast/view.ts';
import { queuesIn, windowLines } from '../calls/board.ts';
import { today, type Hall } from '../hall.ts';
import type { BoardEntry } from '../setup/schema.ts';
import type { BoardFacts } from './board-content.ts';
import { brightnessAt, textsOf } from './board-texts.ts';

/** The most calls of a zone that are read for its board; the newest of each number counts. */
const MOST_ROWS = 16;

/** What a board has to tell now, by the hall's rows and its clock. */
export async function boardFacts(hall: Hall, entry: BoardEntry): Promise<BoardFacts> {
	const { window, zone, rows } = entry.shows;
	const broadcast = await broadcastNow(hall);
	const known = {
		broadcast,
		ended: hasEnded(hall, entry),
		texts: textsOf(entry, hall.setup.file.devices.boardDefaults)
	};
	if (window !== null) {
		const [line] = await windowLines(hall, [window]);
		if (!line) throw new Error(`board ${entry.code} shows a window that is not there`);
		return { ...known, window: line, calls: [] };
	}
	const newest = await recentCalls(hall.read, { hall: hall.id, day: today(hall), zone: zone ?? '', most: MOST_ROWS });
	const once = newest.filter((call, i) => newest.findIndex((other) => other.number === call.number) === i);
	return { ...known, window: null, calls: once.slice(0, rows) };
}

/** Whether everything that was served today has been. A day without hours has not ended: it never began. */
function hasEnded(hall: Hall, { shows }: BoardEntry): boolean {
	const { window, zone } = shows;
	const queues = window === null ? queuesIn(hall, zone ?? '') : hall.setup.queuesOf(window).map(({ queue }) => queue);
	const served = queues.flatMap((queue) => hall.setup.servedOn(queue, today(hall)));
	return served.length > 0 && served.every(({ until }) => until <= hall.clock.now());
}

/** What follows from the hour alone: when it changes, the board is drawn again. */
export function hourOf(hall: Hall, entry: BoardEntry): { ended: boolean; light: Pick<BoardContent, 'brightness'> } {
	const { boardDefaults } = hall.setup.file.devices;
	const minute = minuteOf(hall.clock.now(), hall.setup.timeZone);
	const brightness = brightnessAt(entry.brightness ?? boardDefaults.brightness, minute);
	return { ended: hasEnded(hall, entry), light: brightness === undefined ? {} : { brightness } };
}
