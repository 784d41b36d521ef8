import { liveAlarms } from '#db/alarms.ts';
import { deviceStates } from '#db/devices.ts';
import type { AlarmKind, AlarmRow, DeviceStateRow } from '#db/schema.ts';
import { raiseAlarm, settleAlarm, type Alarming } from '../alarms/raise.ts';
import { today, type Hall } from '../hall.ts';
import { alarmsDue, type DueAlarm, type Watched } from '../rules/devices/alarms.ts';
import { groupToday } from './hands.ts';
import { openToday } from './hours.ts';
import { printersOf } from './printers.ts';
import { thingsOf, type Thing } from './things.ts';

const KINDS: readonly AlarmKind[] = [
	'printer-down',
	'printers-none',
	'paper-soon',
	'board-dead',
	'bus-dead',
	'screen-silent',
	'agent-gone',
	'device-down'
];

/** Tells the desk of devices that do not work while the hall is open, and takes it back when they do, or when it closes. */
export async function watchDevices(hall: Hall): Promise<void> {
	const due = isOpen(hall) ? alarmsDue(await watchedOf(hall), hall.clock.now()) : [];
	const live = (await liveAlarms(hall.read, hall.id)).filter(({ kind }) => KINDS.includes(kind));
	const wanted = due.map((one) => alarming(hall, one));
	const over = live.filter((row) => !wanted.some((one) => isSame(row, one)));
	const fresh = wanted.filter((one) => !live.some((row) => isSame(row, one)));
	if (over.length + fresh.length === 0) return;
	await hall.write(async (tx) => {
		for (const row of over) await settleAlarm(tx, hall, row);
		for (const one of fresh) await raiseAlarm(tx, hall, one);
	});
}

/** Another cause is another alarm: whoever runs for paper must not find an open cover. */
function isSame(row: AlarmRow, { kind, key, about }: Alarming): boolean {
	return row.kind === kind && row.key === key && row.about === JSON.stringify(about);
}

function alarming(hall: Hall, { kind, key, cause }: DueAlarm): Alarming {
	const thing = kind === 'printers-none' ? undefined : thingsOf(hall.setup).find((one) => one.code === key);
	const name = thing?.name ?? { zh: key, en: key };
	return { kind, key, window: null, about: { zh: name.zh, en: name.en, cause } };
}

/** The devices of the hall file, with how they stand. Of one that it names no more nobody tells, and nobody is called. */
async function watchedOf(hall: Hall): Promise<Watched[]> {
	const rows = await deviceStates(hall.read, hall.id);
	const printers = await printersOf(hall);
	const things = new Map(thingsOf(hall.setup).map((one) => [`${one.kind} ${one.code}`, one]));
	return rows.flatMap((row) => {
		const thing = things.get(`${row.kind} ${row.device}`);
		const paperSoon = row.kind === 'printer' && printers.get(row.device)?.paper.soon === true;
		return thing ? [watched(hall, row, thing, paperSoon)] : [];
	});
}

function watched(hall: Hall, row: DeviceStateRow, { group, line }: Thing, paperSoon: boolean): Watched {
	const { kind, device: code, state, since_at: since } = row;
	return {
		...{ kind, code, state, since, line, paperSoon },
		off: row.off_at !== null,
		group: group === null ? null : groupToday(hall, row, group)
	};
}

function isOpen(hall: Hall): boolean {
	const now = hall.clock.now();
	return openToday(hall, today(hall)).some(({ from, until }) => from <= now && now < until);
}
