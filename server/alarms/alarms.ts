import { getAlarm, saveAlarm } from '#db/alarms.ts';
import type { AlarmKind, AlarmRow } from '#db/schema.ts';
import { today, type Hall } from '../hall.ts';
import type { Who } from '../people/who.ts';
import { done, refused, type Result } from '../result.ts';
import { may } from '../rules/rights.ts';
import { worksAt } from '../tickets/call.ts';
import { seesAlarm } from './sees.ts';

export { raiseAlarm, settleAlarm } from './raise.ts';

/**
 * Somebody has seen an alarm. One whose cause goes by itself stays until then; of a single event it is the end, which is
 * for whoever watches over the hall. A clerk sees those of the own window.
 */
export function seeAlarm(hall: Hall, who: Who, id: number): Promise<Result<AlarmRow>> {
	return hall.write(async (tx) => {
		const alarm = await getAlarm(tx.k, tx.hall, id);
		const shown = alarm?.ended_at === null && (await seesAlarm(tx.k, hall, who, alarm));
		if (!shown) return refused('alarm-unknown', String(id));
		if (!maySee(who, alarm)) return refused('not-allowed', alarm.kind);
		if (alarm.seen_at !== null && !EVENTS.has(alarm.kind)) return done(alarm);
		const at = hall.clock.now();
		const line = { act: 'alarm.seen', actor: who.name, ticket: null, window: alarm.window, queue: null };
		await tx.note({ ...line, at, day: today(hall), body: { id, kind: alarm.kind, key: alarm.key } });
		const seen = {
			...alarm,
			seen_by: who.staff ?? who.name,
			seen_at: at,
			ended_at: EVENTS.has(alarm.kind) ? at : null
		};
		await saveAlarm(tx.k, seen);
		return done(seen);
	});
}

/** Whether this person may say that somebody looks after it: an auditor only reads. */
export function maySee(who: Who, { kind, window }: Pick<AlarmRow, 'kind' | 'window'>): boolean {
	if (!may(who.role, 'alarm:see')) return false;
	if (who.role === 'clerk') return !EVENTS.has(kind) && window !== null && worksAt(who, window);
	return kind === 'complaint' || !EVENTS.has(kind) || who.role !== 'guide';
}

/** What has happened once: nothing takes it back, so it ends when somebody has seen it. */
const EVENTS: ReadonlySet<AlarmKind> = new Set<AlarmKind>([
	'notice-late',
	'second-notice',
	'complaint',
	'case-escalated',
	'rating-unowned',
	'complaint-unowned',
	'goods-expiring',
	'round-missed',
	'lease-late',
	'call-unspoken',
	'phone-message-failed',
	'nuisance-proposed'
]);
