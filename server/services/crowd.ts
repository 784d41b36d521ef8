import { liveAlarms } from '#db/alarms.ts';
import { getFreeService } from '#db/free-services.ts';
import type { Tx } from '#db/group.ts';
import { waitingIn } from '#db/queue-days.ts';
import type { Tables } from '#db/schema.ts';
import type { Kysely } from 'kysely';
import { raiseAlarm, settleAlarm } from '../alarms/raise.ts';
import { today, type Hall } from '../hall.ts';

/**
 * Within the verb that changed how many wait, so that nobody has to wait for a round: more than the hall file allows raise
 * the alarm, and it ends as soon as they are fewer. G-09: more than ten in the copying queue.
 */
export async function watchCrowd(tx: Tx, hall: Hall, code: string, waiting: number): Promise<void> {
	const service = hall.setup.freeServices.get(code);
	if (!service) return;
	const of = { kind: 'service-crowded', key: code } as const;
	const { zh, en } = service.name;
	if (waiting > service.crowd) await raiseAlarm(tx, hall, { ...of, window: null, about: { zh, en, waiting } });
	else await settleAlarm(tx, hall, of);
}

/** The same after a change of a queue, where its numbers wait for a free service; nothing for any other queue. */
export async function watchQueue(tx: Tx, hall: Hall, queue: string): Promise<void> {
	const service = hall.setup.queues.get(queue)?.service;
	if (service == null) return;
	await watchCrowd(tx, hall, service, await countedWaiting(tx.k, hall, service));
}

/** Looks at every alarm of a crowd again: a day that ends, or another hall file, ends a crowd without any verb. */
export async function watchServices(hall: Hall): Promise<void> {
	const live = (await liveAlarms(hall.read, hall.id)).filter(({ kind }) => kind === 'service-crowded');
	for (const { key } of live) await hall.write((tx) => lookAgain(tx, hall, key));
}

async function lookAgain(tx: Tx, hall: Hall, code: string): Promise<void> {
	if (hall.setup.freeServices.has(code)) await watchCrowd(tx, hall, code, await countedWaiting(tx.k, hall, code));
	else await settleAlarm(tx, hall, { kind: 'service-crowded', key: code });
}

/** How many wait for a free service: in its queues where it has some, else as the desk has counted them. */
export async function countedWaiting(k: Kysely<Tables>, hall: Hall, service: string): Promise<number> {
	const queues = queuesOf(hall, service);
	if (queues.length === 0) return (await getFreeService(k, hall.id, service))?.waiting ?? 0;
	const of = { hall: hall.id, day: today(hall) };
	const counts = await Promise.all(queues.map((queue) => waitingIn(k, { ...of, queue })));
	return counts.reduce((sum, count) => sum + count, 0);
}

/** The queues in which visitors of a free service wait. */
export function queuesOf(hall: Hall, service: string): string[] {
	return hall.setup.file.queues.filter((queue) => queue.service === service).map(({ code }) => code);
}
