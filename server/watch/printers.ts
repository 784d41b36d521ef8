import { liveAlarms } from '#db/alarms.ts';
import { printerCounts } from '#db/devices.ts';
import type { AlarmRow, PrinterCountRow, SlipRow } from '#db/schema.ts';
import { newestSlips, queuedSlips } from '#db/slips.ts';
import { today, type Hall } from '../hall.ts';
import { metresOf, paperForecast, rollMetres, spread, type PaperForecast } from '../rules/devices/paper.ts';
import { openToday } from './hours.ts';
import type { DevicePrinter } from '../views.ts';

/** So many of the newest slips say how a day goes. */
const SLIPS_LOOKED_AT = 1000;

export interface PrinterNow {
	counts: PrinterCountRow;
	paper: PaperForecast;
	/** from the touch to the cut, today, ms */
	touch: DevicePrinter['touch'];
}

/** What every printer has printed, how long its paper lasts, and how long visitors wait for a slip. */
export async function printersOf(hall: Hall): Promise<Map<string, PrinterNow>> {
	const counts = await printerCounts(hall.read, hall.id);
	if (counts.length === 0) return new Map();
	const told = (await liveAlarms(hall.read, hall.id)).filter(({ kind }) => kind === 'paper-soon');
	const day = today(hall);
	const newest = await newestSlips(hall.read, hall.id, SLIPS_LOOKED_AT);
	const slips = newest.filter((slip) => slip.day === day && isOut(slip));
	return new Map(
		counts.map((row) => {
			const own = slips.filter(({ printer }) => printer === row.printer);
			const touch = spread(own.filter(isFirst).map(({ created_at, changed_at }) => changed_at - created_at));
			return [row.printer, { counts: row, paper: forecastOf(hall, row, own, isTold(row, told)), touch }];
		})
	);
}

/** How many slips wait, by group. */
export async function queuesOf(hall: Hall): Promise<Map<string, number>> {
	return new Map((await queuedSlips(hall.read, hall.id)).map(({ group, n }) => [group, n]));
}

/** Whether the desk has been told of the end of this roll, not of the one before it. */
function isTold({ printer, roll_at }: PrinterCountRow, told: readonly AlarmRow[]): boolean {
	return told.some(({ key, raised_at }) => key === printer && raised_at >= (roll_at ?? 0));
}

function forecastOf(hall: Hall, row: PrinterCountRow, own: readonly SlipRow[], told: boolean): PaperForecast {
	const entry = hall.setup.printers.get(row.printer);
	const used = row.roll_at === null ? null : { metres: metresOf(row.roll_dots), slips: row.roll_slips };
	const first = own.at(-1);
	const facts = {
		whole: rollMetres(entry?.width ?? 80, entry?.rollMetres ?? null),
		used,
		sensor: row.paper,
		pace: first ? { slips: own.length, since: first.created_at } : null,
		told
	};
	const closes = openToday(hall, today(hall)).at(-1)?.until ?? hall.clock.now();
	return paperForecast(facts, hall.clock.now(), closes);
}

/** As far as anybody knows it is on paper; a slip that is just being printed has no reason yet. */
function isOut({ state, reason }: SlipRow): boolean {
	return state === 'printed' || (state === 'sent' && reason !== null);
}

/** Somebody stands there and waits for it: no test page, and none that was unsure and came out with the next roll. */
function isFirst({ kind, reprint_of }: SlipRow): boolean {
	return kind !== 'test' && kind !== 'sample' && reprint_of === null;
}
