import type { Kysely } from 'kysely';
import type { QueueDayRow, Tables } from './schema.ts';
import { statement } from './statement.ts';

type K = Kysely<Tables>;

/** One queue's day. */
export interface QueueDay {
	hall: number;
	queue: string;
	day: string;
}

const takeNumber = statement<QueueDay & { cap: number }, Pick<QueueDayRow, 'last_number' | 'waiting'>>(
	['hall', 'queue', 'day', 'cap'],
	(k, { hall, queue, day, cap }) =>
		k
			.insertInto('queue_day')
			.values({ hall, queue, day, last_number: 1, waiting: 1 })
			.onConflict((c) =>
				c
					.columns(['hall', 'queue', 'day'])
					.doUpdateSet((e) => ({
						last_number: e('queue_day.last_number', '+', 1),
						waiting: e('queue_day.waiting', '+', 1)
					}))
					.where('queue_day.last_number', '<', cap)
			)
			.returning(['last_number', 'waiting'])
);

/** Takes the next number of the queue's day and counts one more as waiting; undefined when `cap` (≥ 1) is reached. */
export async function allot(
	k: K,
	input: QueueDay & { cap: number }
): Promise<{ n: number; waiting: number } | undefined> {
	const [row] = await takeNumber.run(k, input);
	return row && { n: row.last_number, waiting: row.waiting };
}

/** One more waits in the queue. */
export const oneMore = statement<QueueDay, never>(['hall', 'queue', 'day'], (k, { hall, queue, day }) =>
	k
		.insertInto('queue_day')
		.values({ hall, queue, day, last_number: 0, waiting: 1 })
		.onConflict((c) =>
			c.columns(['hall', 'queue', 'day']).doUpdateSet((e) => ({ waiting: e('queue_day.waiting', '+', 1) }))
		)
);

/** One waits no more. */
export const oneLess = statement<QueueDay, never>(['hall', 'queue', 'day'], (k, { hall, queue, day }) =>
	k
		.updateTable('queue_day')
		.set((e) => ({ waiting: e('waiting', '-', 1) }))
		.where('hall', '=', hall)
		.where('queue', '=', queue)
		.where('day', '=', day)
);

const waiting = statement<QueueDay, Pick<QueueDayRow, 'waiting'>>(['hall', 'queue', 'day'], (k, input) =>
	k
		.selectFrom('queue_day')
		.select('waiting')
		.where('hall', '=', input.hall)
		.where('queue', '=', input.queue)
		.where('day', '=', input.day)
);

/** How many wait in a queue. */
export async function waitingIn(k: K, of: QueueDay): Promise<number> {
	const [row] = await waiting.run(k, of);
	return row?.waiting ?? 0;
}

const ofDay = statement<{ hall: number; day: string }, QueueDayRow>(['hall', 'day'], (k, { hall, day }) =>
	k.selectFrom('queue_day').selectAll().where('hall', '=', hall).where('day', '=', day)
);

/** The counts of one service day, by queue. */
export function queueDays(k: K, hall: number, day: string): Promise<QueueDayRow[]> {
	return ofDay.run(k, { hall, day });
}
