import { z } from 'zod';
import type { AppointmentRow } from '#db/schema.ts';
import { book } from '../appointments/book.ts';
import { cancelAppointment, moveAppointment } from '../appointments/change.ts';
import { checkIn, type CheckInWish } from '../appointments/check-in.ts';
import type { Shown } from '../appointments/find.ts';
import { slotsOf } from '../appointments/slots.ts';
import { appointmentDay, appointmentView, viewOf } from '../appointments/view.ts';
import type { Hall } from '../hall.ts';
import { hoardView } from '../limits/view.ts';
import { isAllowed } from '../people/access.ts';
import type { Who } from '../people/who.ts';
import { done, refused, type Result } from '../result.ts';
import { isDay } from '../rules/day.ts';
import { ticketView } from '../tickets/view.ts';
import { operation, type AnyOperation, type Asked } from './operation.ts';
import * as shape from './appointment-shapes.ts';
import { ticket } from './shapes.ts';

const slots = operation({
	method: 'GET',
	path: '/items/{code}/slots/{day}',
	right: null,
	summary: 'The slots of an item on a day that are still to come, with the places left',
	body: null,
	answer: shape.slots,
	status: 200,
	async run({ hall, params }) {
		const item = hall.setup.items.get(params['code'] ?? '');
		if (!item) return refused('item-unknown', params['code']);
		const day = params['day'] ?? '';
		return isDay(day)
			? done({ item: item.code, day, slots: await slotsOf(hall, item, day) })
			: refused('bad-request', day);
	}
});

const make = operation({
	method: 'POST',
	path: '/appointments',
	right: null,
	summary: 'Book a slot',
	body: shape.bookBody,
	answer: shape.appointment,
	status: 201,
	async run({ hall, who, body }) {
		const device = isAllowed(hall, who, 'kiosk:use') ? body.device : null;
		return answered(hall, await book(hall, who, { ...body, device }));
	}
});

const read = operation({
	method: 'GET',
	path: '/appointments/{token}',
	right: null,
	summary: 'One appointment, for its owner',
	body: null,
	answer: shape.appointment,
	status: 200,
	async run({ hall, params }) {
		const view = await appointmentView(hall, params['token'] ?? '');
		return view ? done(view) : refused('appointment-unknown');
	}
});

const arrive = operation({
	method: 'POST',
	path: '/check-ins',
	right: 'ticket:issue',
	summary: 'Check an appointment in at a kiosk or desk, and take its number',
	body: shape.checkInBody,
	answer: ticket,
	status: 201,
	async run({ hall, who, body }) {
		const by = shownBy(body);
		return by ? arrived(hall, who, { ...body, by, slip: true }) : refused('bad-request', 'one of code, token, person');
	}
});

const arriveByPhone = operation({
	method: 'POST',
	path: '/appointments/{token}/check-in',
	right: null,
	summary: 'Check an appointment in by the own phone; no slip is printed',
	body: shape.phoneCheckInBody,
	answer: ticket,
	status: 201,
	run: ({ hall, who, params, body }) => arrived(hall, who, { ...body, ...PHONE, by: { token: params['token'] ?? '' } })
});

const PHONE = { class: 'ordinary', device: null, slip: false } as const;

const day = operation({
	method: 'GET',
	path: '/appointments/day/{day}',
	right: 'appointment:manage',
	summary: 'All appointments of a day and what became of them, for the desk',
	body: null,
	answer: shape.appointmentDay,
	status: 200,
	async run({ hall, params }) {
		const asked = params['day'] ?? '';
		return isDay(asked) ? done(await appointmentDay(hall, asked)) : refused('bad-request', asked);
	}
});

const hoarding = operation({
	method: 'GET',
	path: '/desk/hoarding',
	right: 'hoard:read',
	summary: 'Signs that numbers are taken for others; whose they are nobody knows',
	body: null,
	answer: shape.hoarding,
	status: 200,
	run: async ({ hall }) => done(await hoardView(hall))
});

interface Change<Body> {
	name: string;
	summary: string;
	body: z.ZodType<Body>;
	verb: (asked: { hall: Hall; who: Who; shown: Shown; body: Body }) => Promise<Result<AppointmentRow>>;
}

/** What its owner does by the token, the desk does by day and code. */
function change<Body>({ name, summary, body, verb }: Change<Body>): AnyOperation[] {
	const answer = shape.appointment;
	const method = 'POST';
	const status = 200;
	const run = async ({ hall, who, body: wish }: Asked<Body>, shown: Shown): Promise<Result<unknown>> =>
		answered(hall, await verb({ hall, who, shown, body: wish }));
	return [
		operation({
			...{ method, path: `/appointments/{token}/${name}`, right: null, summary: `${summary}, by its owner` },
			...{ body, answer, status },
			run: (asked) => run(asked, { token: asked.params['token'] ?? '' })
		}),
		operation({
			...{ method, path: `/appointments/day/{day}/{code}/${name}`, right: 'appointment:manage' },
			...{ summary: `${summary}, at the desk; needs a reason`, body, answer, status },
			run: (asked) => run(asked, { day: asked.params['day'] ?? '', code: asked.params['code'] ?? '' })
		})
	];
}

const cancels = change({
	name: 'cancel',
	summary: 'Cancel an appointment',
	body: shape.cancelBody,
	verb: ({ hall, who, shown, body }) => cancelAppointment(hall, who, shown, body.reason)
});

const moves = change({
	name: 'move',
	summary: 'Move an appointment to another slot',
	body: shape.moveBody,
	verb: ({ hall, who, shown, body }) => moveAppointment(hall, who, shown, body)
});

export const APPOINTMENTS: AnyOperation[] = [
	slots,
	make,
	read,
	...cancels,
	...moves,
	arrive,
	arriveByPhone,
	day,
	hoarding
];

function shownBy({ code, token, person }: z.output<typeof shape.checkInBody>): CheckInWish['by'] | undefined {
	const given: CheckInWish['by'][] = [];
	if (code !== null) given.push({ code });
	if (token !== null) given.push({ token });
	if (person !== null) given.push({ person });
	return given.length === 1 ? given[0] : undefined;
}

async function answered(hall: Hall, result: Result<AppointmentRow>): Promise<Result<unknown>> {
	return result.ok ? done(await viewOf(hall, result.value)) : result;
}

async function arrived(hall: Hall, who: Who, wish: CheckInWish): Promise<Result<unknown>> {
	const issued = await checkIn(hall, who, wish);
	return issued.ok ? done(await ticketView(hall, issued.value.ticket.token)) : issued;
}
