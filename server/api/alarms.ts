import { z } from 'zod';
import { ALARM_KINDS } from '#db/schema.ts';
import { seeAlarm } from '../alarms/alarms.ts';
import { alarmView, alarmViews } from '../alarms/view.ts';
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
		seenBy: z.string().nullable(),
		sees: z.boolean().meta({ description: 'whether you may say that it is seen' })
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
	run: async ({ hall, who }) => done(await alarmViews(hall, who))
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
		return row.ok ? done(alarmView(hall, who, row.value)) : row;
	}
});

export const ALARMS: AnyOperation[] = [list, seen];
