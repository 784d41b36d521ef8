import { z } from 'zod';
import { CLAIM_STATES, LEG_STATES } from '#db/schema.ts';
import { ticketHistory } from '../day/audit.ts';
import { dayBalance } from '../day/balance.ts';
import { endDay, openDayAgain } from '../day/end.ts';
import { today } from '../hall.ts';
import { done, refused } from '../result.ts';
import { closeAllWindows } from '../windows/state.ts';
import { operation, type AnyOperation } from './operation.ts';
import * as shape from './shapes.ts';

const counts = z.object({
	queue: z.string(),
	issued: z.int(),
	ended: z.int(),
	cancelled: z.int(),
	missed: z.int(),
	expired: z.int(),
	void: z.int(),
	live: z.int(),
	leased: z.int().meta({ description: 'kept by kiosks for when they have no line' }),
	lost: z.int(),
	balanced: z.boolean()
});

const balanceShape = z
	.object({
		day: z.string(),
		queues: z.array(counts),
		open: z.array(
			z.object({ number: z.string(), queue: z.string(), step: z.enum(LEG_STATES), window: z.string().nullable() })
		),
		lost: z.array(z.object({ queue: z.string(), n: z.int() })),
		claims: z.array(z.object({ class: z.string(), claim: z.enum(CLAIM_STATES), n: z.int() }))
	})
	.meta({ id: 'DayBalance' });

const DAY = /^\d{4}-\d{2}-\d{2}$/;

const balance = operation({
	method: 'GET',
	path: '/days/{day}/balance',
	right: 'day:read',
	summary: 'What became of every number of a day; `today` for the day that is open',
	body: null,
	answer: balanceShape,
	status: 200,
	async run({ hall, params }) {
		const day = params['day'] === 'today' ? today(hall) : (params['day'] ?? '');
		return DAY.test(day) ? done(await dayBalance(hall.read, hall.id, day)) : refused('day-unknown', day);
	}
});

const end = operation({
	method: 'POST',
	path: '/days/today/end',
	right: 'day:end',
	summary: 'End the service day: every open ticket is closed with its reason, every free window shut',
	body: shape.empty,
	answer: balanceShape.extend({ closed: z.int() }),
	status: 200,
	async run({ hall, who }) {
		const day = today(hall);
		const { closed } = await endDay(hall, who, day);
		await closeAllWindows(hall, who);
		return done({ closed, ...(await dayBalance(hall.read, hall.id, day)) });
	}
});

const again = operation({
	method: 'POST',
	path: '/days/today/open',
	right: 'day:end',
	summary: 'Take back the end of today, so that numbers can be taken again',
	body: shape.empty,
	answer: z.object({ day: z.string() }),
	status: 200,
	run: ({ hall, who }) => openDayAgain(hall, who)
});

const history = operation({
	method: 'GET',
	path: '/tickets/{id}/history',
	right: 'ticket:audit',
	summary: 'Every act on a ticket, as the ledger has it, and why each call was made',
	body: null,
	answer: z
		.object({
			number: z.string(),
			lines: z.array(
				z.object({
					seq: z.int(),
					at: z.int(),
					act: z.string(),
					actor: z.string(),
					window: z.string().nullable(),
					queue: z.string().nullable(),
					why: z.unknown().nullable(),
					reason: z.string().nullable(),
					to: z.object({ queue: z.string(), window: z.string().nullable(), staff: z.string().nullable() }).nullable(),
					claim: z.object({ class: z.string(), claim: z.enum(CLAIM_STATES) }).nullable()
				})
			)
		})
		.meta({ id: 'TicketHistory' }),
	status: 200,
	async run({ hall, params }) {
		const id = Number(params['id']);
		const view = Number.isSafeInteger(id) ? await ticketHistory(hall, id) : undefined;
		return view ? done(view) : refused('ticket-unknown', params['id']);
	}
});

export const DAYS: AnyOperation[] = [balance, end, again, history];
