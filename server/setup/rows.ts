/** A hall file as rows of the database. */
import type { SetupRows } from '#db/setup.ts';
import type { DeviceKind, DeviceRow } from '#db/schema.ts';
import type { HallFile } from './schema.ts';

/** The rows of a hall file; new windows are closed, new staff have no password yet. */
export function rowsOf(file: HallFile, hall: number, at: number): SetupRows {
	const closed = {
		state: 'closed',
		reason: null,
		staff: null,
		since: at,
		leg: null,
		until_at: null,
		hand_to: null
	} as const;
	const unknown = { password_hash: null, failed_tries: 0, locked_until: null };
	return {
		zones: file.zones.map(({ code, name }) => ({ hall, code, name: name.zh, active: 1 })),
		queues: file.queues.map(({ code, zone, prefix, name }) => ({ hall, code, zone, prefix, name: name.zh, active: 1 })),
		windows: file.windows.map(({ code, zone, name }) => ({ hall, code, zone, name: name.zh, active: 1, ...closed })),
		items: file.items.map(({ code, queue, name }) => ({ hall, code, queue, name: name.zh, active: 1 })),
		devices: deviceRows(file, hall),
		staff: file.staff.map(({ no, name, role }) => ({ hall, no, name, role, active: 1, ...unknown }))
	};
}

function deviceRows(file: HallFile, hall: number): DeviceRow[] {
	const zones = new Map(file.windows.map((window) => [window.code, window.zone]));
	const row = (kind: DeviceKind, code: string, zone: string | null): DeviceRow => ({
		hall,
		code,
		kind,
		zone,
		active: 1
	});
	const where = (place: { zone: string | null; window: string | null }): string | null =>
		place.zone ?? zones.get(place.window ?? '') ?? null;
	const { printers, boards, kiosks, screens } = file.devices;
	return [
		...printers.map(({ code, zone }) => row('printer', code, zone)),
		...boards.map(({ code, shows }) => row('board', code, where(shows))),
		...kiosks.map(({ code, zones: offered }) =>
			row('kiosk', code, offered?.length === 1 ? (offered[0] ?? null) : null)
		),
		...screens.map((screen) => row('screen', screen.code, where(screen)))
	];
}
