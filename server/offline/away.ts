import type { Tx } from '#db/group.ts';
import { kioskSeen, kiosksSeen } from '#db/leases.ts';
import { liveAlarms } from '#db/alarms.ts';
import { raiseAlarm, settleAlarm } from '../alarms/raise.ts';
import { today, type Hall } from '../hall.ts';
import { zonesOfKiosk } from './instead.ts';

const MINUTE_MS = 60_000;

/** Writes down that a kiosk is on the line; whoever leads looks at it, whichever process the kiosk is on. */
export function heard(hall: Hall, device: string): (tx: Tx) => Promise<void> {
	const seen_at = hall.clock.now();
	return async (tx) => {
		if (hall.setup.kiosks.has(device)) await kioskSeen(tx.k, { hall: tx.hall, device, seen_at });
	};
}

/**
 * Tells the desk of kiosks that were on the line today and are no more while the hall is open (K-12), and takes it back when
 * they are heard again, or when nobody comes to them any more.
 */
export async function watchKiosks(hall: Hall): Promise<void> {
	const now = hall.clock.now();
	const seen = new Map((await kiosksSeen(hall.read, hall.id)).map((row) => [row.device, row.seen_at]));
	const live = (await liveAlarms(hall.read, hall.id)).filter(({ kind }) => kind === 'kiosk-away');
	const limit = hall.setup.policies.offline.awayMinutes * MINUTE_MS;
	for (const { code, name } of hall.setup.kiosks.values()) {
		const at = seen.get(code) ?? 0;
		const away = hall.setup.day(at) === today(hall) && now - at >= limit && isServed(hall, code);
		if (away === live.some(({ key }) => key === code)) continue;
		const minutes = Math.floor((now - at) / MINUTE_MS);
		const of = { kind: 'kiosk-away', key: code } as const;
		await hall.write((tx) =>
			away
				? raiseAlarm(tx, hall, { ...of, window: null, about: { zh: name.zh, en: name.en, minutes } })
				: settleAlarm(tx, hall, of)
		);
	}
	const gone = live.filter(({ key }) => !hall.setup.kiosks.has(key));
	for (const { kind, key } of gone) await hall.write((tx) => settleAlarm(tx, hall, { kind, key }));
}

/** Whether anything that a kiosk offers is served now. */
function isServed(hall: Hall, device: string): boolean {
	const now = hall.clock.now();
	const zones = zonesOfKiosk(hall.setup, device);
	const queues = hall.setup.file.queues.filter(({ zone }) => zones.includes(zone));
	return queues.some(({ code }) =>
		hall.setup.servedOn(code, today(hall)).some(({ from, until }) => from <= now && now < until)
	);
}
