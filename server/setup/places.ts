/** Who sits where, and where paper comes out: questions about a hall file that cross its sections. */
import { momentOf } from '#server/rules/day.ts';
import type { Setup } from './hall.ts';
import type { StaffEntry } from './schema.ts';

/** The zone in which a window stands. Throws for a window that is not in the file. */
export function zoneOfWindow(setup: Setup, window: string): string {
	const entry = setup.windows.get(window);
	if (!entry) throw new Error(`window ${window} is not in the hall file`);
	return entry.zone;
}

/** The zone of a queue. Throws for a queue that is not in the file. */
export function zoneOfQueue(setup: Setup, queue: string): string {
	const entry = setup.queues.get(queue);
	if (!entry) throw new Error(`queue ${queue} is not in the hall file`);
	return entry.zone;
}

/** Clerks for a window: those the hall file names for it first, of them those with the fewest other windows. */
export function clerksFor(setup: Setup, window: string): StaffEntry[] {
	const others = setup.file.windows.length + 1;
	const choices = (one: StaffEntry): number => (one.windows?.includes(window) ? one.windows.length : others);
	return setup.file.staff.filter((one) => one.role === 'clerk').toSorted((a, b) => choices(a) - choices(b));
}

/** Whether this member of staff may sit at a window; one without named windows may sit at any. */
export function maySit(setup: Setup, no: string, window: string): boolean {
	const entry = setup.staff.get(no);
	return entry !== undefined && (entry.windows === null || entry.windows.includes(window));
}

/**
 * The printers a slip goes to: those of the kiosk that asked, else those of the queue's zone, else the first of the hall.
 * Null in a hall without printers.
 */
export function printerGroup(setup: Setup, device: string | null, zone: string): string | null {
	const ofKiosk = device === null ? null : setup.kiosks.get(device)?.printerGroup;
	const printers = setup.file.devices.printers;
	return ofKiosk ?? printers.find((one) => one.zone === zone)?.group ?? printers[0]?.group ?? null;
}

/** Whether any queue of the hall is served on a day. */
export function isOpenOn(setup: Setup, day: string): boolean {
	return setup.file.queues.some((queue) => setup.queueHoursOn(queue.code, day).length > 0);
}

/** The moment at which the last queue of a day closes; null on a day without service. */
export function closingOn(setup: Setup, day: string): number | null {
	const ends = setup.file.queues.flatMap(({ code }) => setup.queueHoursOn(code, day).at(-1)?.to ?? []);
	return ends.length === 0 ? null : momentOf(day, Math.max(...ends), setup.timeZone);
}
