import { sql, type Kysely, type SelectQueryBuilder } from 'kysely';
import type { DeviceEventRow, DeviceStateRow, PrinterCountRow, Tables, WatchKind } from './schema.ts';

type K = Kysely<Tables>;

/** How every device that was ever looked at stands. */
export function deviceStates(k: K, hall: number): Promise<DeviceStateRow[]> {
	return k.selectFrom('device_state').selectAll().where('hall', '=', hall).orderBy('kind').orderBy('device').execute();
}

export function getDeviceState(
	k: K,
	hall: number,
	{ kind, device }: Pick<DeviceStateRow, 'kind' | 'device'>
): Promise<DeviceStateRow | undefined> {
	return k
		.selectFrom('device_state')
		.selectAll()
		.where('hall', '=', hall)
		.where('kind', '=', kind)
		.where('device', '=', device)
		.executeTakeFirst();
}

/** Writes how devices stand; what hands have decided about them is left alone. */
export async function saveStanding(k: K, rows: readonly DeviceStateRow[]): Promise<void> {
	if (rows.length === 0) return;
	await k
		.insertInto('device_state')
		.values([...rows])
		.onConflict((c) =>
			c.columns(['hall', 'kind', 'device']).doUpdateSet((told) => ({
				state: told.ref('excluded.state'),
				reason: told.ref('excluded.reason'),
				since_at: told.ref('excluded.since_at'),
				heard_at: told.ref('excluded.heard_at'),
				looked_at: told.ref('excluded.looked_at')
			}))
		)
		.execute();
}

/** Writes what a hand has decided about a device; how it stands is left alone. */
export async function saveHand(k: K, row: DeviceStateRow): Promise<void> {
	const { off_reason, off_by, off_at, moved_group, moved_day } = row;
	await k
		.insertInto('device_state')
		.values(row)
		.onConflict((c) =>
			c.columns(['hall', 'kind', 'device']).doUpdateSet({ off_reason, off_by, off_at, moved_group, moved_day })
		)
		.execute();
}

/** One more line of a device's history; one of the same millisecond is put behind it. */
export async function addDeviceEvent(k: K, row: DeviceEventRow): Promise<void> {
	const last = await k
		.selectFrom('device_event')
		.select(({ fn }) => fn.max('at').as('at'))
		.where('hall', '=', row.hall)
		.where('kind', '=', row.kind)
		.where('device', '=', row.device)
		.executeTakeFirst();
	const at = Math.max(row.at, (last?.at ?? 0) + 1);
	await k
		.insertInto('device_event')
		.values({ ...row, at })
		.execute();
}

/** The newest lines of a device's history, newest first. */
export function newestEvents(
	k: K,
	of: { hall: number; kind: WatchKind; device: string; most: number }
): Promise<DeviceEventRow[]> {
	return ofDevice(k, of).orderBy('at', 'desc').limit(of.most).execute();
}

/** The history of a device since a moment, oldest first. */
export function eventsSince(
	k: K,
	of: { hall: number; kind: WatchKind; device: string; since: number }
): Promise<DeviceEventRow[]> {
	return ofDevice(k, of).where('at', '>=', of.since).orderBy('at').execute();
}

/** The history of a device before a moment, newest first. */
export function eventsBefore(
	k: K,
	of: { hall: number; kind: WatchKind; device: string; before: number; most: number }
): Promise<DeviceEventRow[]> {
	return ofDevice(k, of).where('at', '<', of.before).orderBy('at', 'desc').limit(of.most).execute();
}

type OfDevice = SelectQueryBuilder<Tables, 'device_event', DeviceEventRow>;

function ofDevice(k: K, { hall, kind, device }: Pick<DeviceEventRow, 'hall' | 'kind' | 'device'>): OfDevice {
	return k
		.selectFrom('device_event')
		.selectAll()
		.where('hall', '=', hall)
		.where('kind', '=', kind)
		.where('device', '=', device);
}

/** Keeps so many of the newest lines of a device's history. */
export async function trimEvents(
	k: K,
	of: { hall: number; kind: WatchKind; device: string; most: number }
): Promise<void> {
	const last = await ofDevice(k, of).orderBy('at', 'desc').offset(of.most).limit(1).executeTakeFirst();
	if (!last) return;
	await k
		.deleteFrom('device_event')
		.where('hall', '=', of.hall)
		.where('kind', '=', of.kind)
		.where('device', '=', of.device)
		.where('at', '<=', last.at)
		.execute();
}

/** Forgets history that is older than a moment, but of each device the line that says how it stood then. */
export async function forgetEvents(k: K, hall: number, before: number): Promise<void> {
	await k
		.deleteFrom('device_event')
		.where('hall', '=', hall)
		.where('at', '<', before)
		.where((eb) =>
			eb.exists(
				eb
					.selectFrom('device_event as next')
					.select('next.at')
					.whereRef('next.hall', '=', 'device_event.hall')
					.whereRef('next.kind', '=', 'device_event.kind')
					.whereRef('next.device', '=', 'device_event.device')
					.whereRef('next.at', '>', 'device_event.at')
					.where('next.at', '<', before)
					.where('next.act', '=', 'state')
			)
		)
		.execute();
}

export function printerCounts(k: K, hall: number): Promise<PrinterCountRow[]> {
	return k.selectFrom('printer_count').selectAll().where('hall', '=', hall).orderBy('printer').execute();
}

/** Makes a printer's counts, at nothing, unless they are there. */
export async function openCount(k: K, hall: number, printer: string, at: number): Promise<void> {
	await k
		.insertInto('printer_count')
		.values({ hall, printer, since_at: at, ...NOTHING, roll_at: null, paper: 'ok' })
		.onConflict((c) => c.columns(['hall', 'printer']).doNothing())
		.execute();
}

const NOTHING = { slips: 0, cuts: 0, errors: 0, dots: 0, roll_slips: 0, roll_dots: 0 };

/** Adds to a printer's counts what came out of it. */
export async function addCount(
	k: K,
	{ hall, printer }: Pick<PrinterCountRow, 'hall' | 'printer'>,
	more: Pick<PrinterCountRow, 'slips' | 'cuts' | 'errors' | 'dots'>
): Promise<void> {
	const { slips, cuts, errors, dots } = more;
	await k
		.updateTable('printer_count')
		.set({
			slips: sql<number>`slips + ${slips}`,
			cuts: sql<number>`cuts + ${cuts}`,
			errors: sql<number>`errors + ${errors}`,
			dots: sql<number>`dots + ${dots}`,
			roll_slips: sql<number>`roll_slips + ${slips}`,
			roll_dots: sql<number>`roll_dots + ${dots}`
		})
		.where('hall', '=', hall)
		.where('printer', '=', printer)
		.execute();
}

/** What is known of a printer's roll. */
export async function saveRoll(
	k: K,
	{
		hall,
		printer,
		roll_at,
		roll_slips,
		roll_dots,
		paper
	}: Omit<PrinterCountRow, 'since_at' | 'slips' | 'cuts' | 'errors' | 'dots'>
): Promise<void> {
	await k
		.updateTable('printer_count')
		.set({ roll_at, roll_slips, roll_dots, paper })
		.where('hall', '=', hall)
		.where('printer', '=', printer)
		.execute();
}

/** Another printer stands at that place: it has printed nothing. */
export async function restartCount(k: K, hall: number, printer: string, at: number): Promise<void> {
	await k
		.updateTable('printer_count')
		.set({ ...NOTHING, since_at: at, roll_at: at, paper: 'ok' })
		.where('hall', '=', hall)
		.where('printer', '=', printer)
		.execute();
}
