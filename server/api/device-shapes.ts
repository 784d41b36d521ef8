/** The shapes of devices and how they stand. */
import { z } from 'zod';
import { DEVICE_ACTS, DEVICE_STATES, OFF_REASONS, SLIP_STATES, WATCH_KINDS } from '#db/schema.ts';
import { code, text } from './basic-shapes.ts';

const left = z
	.object({
		metres: z.number().nullable(),
		slips: z.int().nullable(),
		endsAt: z.int().nullable(),
		soon: z.boolean()
	})
	.meta({
		description: 'what is left on the roll, and when it ends today at the pace so far; null where it is not known'
	});

const printer = z
	.object({
		group: z.string(),
		movedFrom: z.string().nullable(),
		queued: z.int(),
		left,
		rollAt: z.int().nullable(),
		slips: z.int(),
		cuts: z.int(),
		errors: z.int(),
		metres: z.number(),
		since: z.int(),
		touch: z.object({ p50: z.number(), p95: z.number(), count: z.int() }).nullable()
	})
	.meta({ id: 'DevicePrinter' });

const line = z
	.object({
		kind: z.enum(WATCH_KINDS),
		code: z.string(),
		name: text,
		zone: z.string().nullable(),
		about: z.string(),
		state: z.enum(DEVICE_STATES),
		health: z.enum(['good', 'warn', 'down', 'unknown']),
		reason: z.string().nullable(),
		since: z.int().nullable(),
		heardAt: z.int().nullable(),
		off: z.object({ reason: z.enum(OFF_REASONS), by: z.string(), at: z.int() }).nullable(),
		tests: z.boolean(),
		printer: printer.nullable()
	})
	.meta({ id: 'Device' });

export const devices = z
	.object({
		hall: text,
		timeZone: z.string(),
		at: z.int(),
		acts: z.boolean(),
		zones: z.array(z.object({ code: z.string(), name: text })),
		groups: z.array(z.string()),
		devices: z.array(line)
	})
	.meta({ id: 'Devices' });

export const detail = z
	.object({
		device: line,
		events: z.array(
			z.object({
				at: z.int(),
				act: z.enum(DEVICE_ACTS),
				from: z.enum(DEVICE_STATES).nullable(),
				to: z.enum(DEVICE_STATES).nullable(),
				reason: z.string().nullable(),
				by: z.string().nullable()
			})
		),
		months: z.array(
			z.object({
				month: z.string(),
				share: z.number().nullable(),
				up: z.number(),
				down: z.number(),
				unknown: z.number(),
				off: z.number()
			})
		),
		slips: z.array(
			z.object({
				id: z.int(),
				kind: z.string(),
				number: z.string().nullable(),
				state: z.enum(SLIP_STATES),
				reason: z.string().nullable(),
				at: z.int()
			})
		)
	})
	.meta({ id: 'DeviceDetail' });

export const disableBody = z.strictObject({ reason: z.enum(OFF_REASONS) });

export const moveBody = z.strictObject({
	group: code.nullable().meta({ description: 'for which it prints until the day ends; null: its own again' })
});
