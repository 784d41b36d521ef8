/** The shapes of appointments, check-ins and hoarding in the API. */
import { z } from 'zod';
import { LANGS } from '#display/words/index.ts';
import { APPOINTMENT_STATES, TICKET_STATES } from '#db/schema.ts';
import { material, slot } from './item-shapes.ts';
import { card, code, intent, person, told, text } from './shapes.ts';

const lang = z.enum(LANGS);
const reason = z.string().max(500).nullable().default(null).meta({ description: 'of staff' });

export const slots = z.object({ item: z.string(), day: z.string(), slots: z.array(slot) }).meta({ id: 'Slots' });

export const bookBody = z
	.strictObject({
		item: code,
		slot: z.int().meta({ description: 'the moment at which it begins: `at` of a slot' }),
		person,
		intent,
		lang: lang.default('zh-CN'),
		device: code.nullable().default(null)
	})
	.meta({ id: 'BookAppointment' });

export const moveBody = z.strictObject({ slot: z.int(), person, reason });
export const cancelBody = z.strictObject({ reason });

const ordinary = z
	.boolean()
	.default(false)
	.meta({ description: 'who has come too late to keep the slot takes an ordinary number' });

export const phoneCheckInBody = z.strictObject({ intent, lang: lang.nullable().default(null), ordinary });

export const checkInBody = z
	.strictObject({
		code: z.string().max(20).nullable().default(null).meta({ description: 'the eight digits' }),
		token: z.string().max(64).nullable().default(null).meta({ description: 'what the QR says after /a/' }),
		person,
		card,
		told,
		class: code.default('ordinary'),
		intent,
		lang: lang.nullable().default(null),
		device: code.nullable().default(null),
		ordinary
	})
	.meta({ id: 'CheckIn', description: 'exactly one of code, token, person, card' });

const state = z.enum(APPOINTMENT_STATES);

export const appointment = z
	.object({
		token: z.string(),
		code: z.string(),
		state,
		day: z.string(),
		slotAt: z.int(),
		time: z.string(),
		item: z.object({ code: z.string(), name: text, materials: z.array(material), fee: text }),
		zone: z.object({ code: z.string(), name: text, place: text }),
		windows: z.array(z.string()),
		checkIn: z.object({ when: z.enum(['too-early', 'in-time', 'lapsed']), from: z.int(), until: z.int() }),
		identity: z.boolean().meta({ description: 'moving it to another day needs the number of its owner again' }),
		ticket: z.object({ number: z.string(), token: z.string() }).nullable(),
		link: z.string()
	})
	.meta({ id: 'Appointment' });

export const appointmentDay = z
	.object({
		day: z.string(),
		balance: z.object({ booked: z.int(), arrived: z.int(), cancelled: z.int(), missed: z.int() }),
		appointments: z.array(
			z.object({
				code: z.string(),
				state,
				slotAt: z.int(),
				time: z.string(),
				item: z.object({ code: z.string(), name: text }),
				queue: z.string(),
				number: z.string().nullable(),
				reason: z.string().nullable()
			})
		)
	})
	.meta({ id: 'AppointmentDay' });

const hoarded = z.object({
	number: z.string().nullable(),
	slotAt: z.int().nullable(),
	item: text,
	takenAt: z.int(),
	state: z.enum([...TICKET_STATES, ...APPOINTMENT_STATES])
});

export const hoarding = z
	.object({
		day: z.string(),
		persons: z.array(z.object({ items: z.int(), lines: z.array(hoarded) })),
		origins: z.array(z.object({ origin: z.string(), lines: z.array(hoarded) }))
	})
	.meta({ id: 'Hoarding' });
