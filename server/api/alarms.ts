import { z } from 'zod';
import { ALARM_KINDS } from '#db/schema.ts';
import { seeAlarm } from '../alarms/alarms.ts';
import { alarmView, alarmViewsFor } from '../alarms/view.ts';
import { done } from '../result.ts';
import { operation, type AnyOperation } from './operation.ts';
import { empty, text } from './shapes.ts';

const alarm = z
	.object({
		id: z.int(),
		kind: z.enum(ALARM_KINDS),
		window: text.nullable(),
		about: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
		raisedAt: z.int(),
		seenBy: z.string().nullable()
	})
	.meta({ id: 'Alarm' });

const list = operation({
	method: 'GET',
	path: '/alarms',
	right: 'alarm:read',
	summary: 'What calls for somebody now, oldest first',
	body: null,
	answer: z.array(alarm),
	status: 200,
	run: async ({ hall, who }) => done(await alarmViewsFor(hall, who))
});

const seen = operation({
	method: 'POST',
	path: '/alarms/{id}/seen',
	right: 'alarm:see',
	summary: 'Somebody looks after it; a single event ends by this, a lasting cause by itself',
	body: empty,
	answer: alarm,
	status: 200,
	async run({ hall, who, params }) {
		const row = await seeAlarm(hall, who, Number(params['id']));
		return row.ok ? done(alarmView(hall, row.value)) : row;
	}
});

export const ALARMS: AnyOperation[] = [list, seen];
