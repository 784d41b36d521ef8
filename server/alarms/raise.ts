import { addAlarm, liveAlarm, saveAlarm } from '#db/alarms.ts';
import type { Tx } from '#db/group.ts';
import type { AlarmKind, AlarmRow } from '#db/schema.ts';
import { today, type Hall } from '../hall.ts';
import { SYSTEM } from '../people/access.ts';

/** What an alarm is about. `about` is told to staff: no personal data. */
export interface Alarming {
	kind: AlarmKind;
	/** the thing it is about: one alarm of a kind and key lives at a time */
	key: string;
	window: string | null;
	about: Readonly<Record<string, string | number | null>>;
}

/** Raises an alarm, unless the same one lives already. */
export async function raiseAlarm(tx: Tx, hall: Hall, { kind, key, window, about }: Alarming): Promise<void> {
	if (await liveAlarm(tx.k, tx.hall, kind, key)) return;
	const at = hall.clock.now();
	const line = { at, day: today(hall), act: 'alarm.raised', actor: SYSTEM.name, ticket: null, window, queue: null };
	const id = await tx.note({ ...line, body: { kind, key, about } });
	const row: AlarmRow = { hall: tx.hall, id, kind, key, window, about: JSON.stringify(about), ...NEW, raised_at: at };
	await addAlarm(tx.k, row);
}

const NEW = { seen_by: null, seen_at: null, ended_at: null } as const;

/** Ends an alarm whose cause is gone; nothing when there is none. */
export async function settleAlarm(tx: Tx, hall: Hall, { kind, key }: Pick<Alarming, 'kind' | 'key'>): Promise<void> {
	const alarm = await liveAlarm(tx.k, tx.hall, kind, key);
	if (!alarm) return;
	const at = hall.clock.now();
	const line = { act: 'alarm.ended', actor: SYSTEM.name, ticket: null, window: alarm.window, queue: null };
	await tx.note({ ...line, at, day: today(hall), body: { id: alarm.id, kind, key } });
	await saveAlarm(tx.k, { ...alarm, ended_at: at });
}
