/** Lines of LED boards, and the boards on them. */
import { z } from 'zod';
import { code, fault, maybe, text, windowCode } from '../formats.ts';
import { drivenBy } from './agents.ts';
import { wire } from './wires.ts';

export const bus = z.strictObject({
	code,
	wire,
	agent: drivenBy,
	/** silence between two frames; without it the driver's own */
	gapMs: maybe(z.int().min(0).max(5000))
});

const register = z.int().min(0).max(65535);

/** Where a Modbus board keeps what it shows; every make has its own map. */
const registers = z.strictObject({
	/** a register with a plain number, and how many digits the board has */
	number: z.strictObject({ at: register, digits: z.int().min(1).max(5) }).exactOptional(),
	/** first register of each line of text, its length in characters (a Chinese one counts two) */
	lines: z
		.array(
			z.strictObject({
				at: register,
				length: z.int().min(1).max(120),
				perRegister: z.union([z.literal(1), z.literal(2)]).default(2),
				align: z.enum(['left', 'right']).default('left')
			})
		)
		.default([]),
	font: z.enum(['none', 'ascii', 'gb2312']).default('ascii'),
	/** the byte that fills a line up */
	padding: z.int().min(0).max(255).default(32),
	brightness: z
		.strictObject({ at: register, min: z.int().min(0).max(65535), max: z.int().min(0).max(65535) })
		.exactOptional(),
	/** function 16, or for simple boards function 06 register by register */
	write: z.enum(['many', 'one']).default('many'),
	/** reads every write back and compares it */
	readback: z.boolean().default(false)
});

const shows = z
	.strictObject({
		window: maybe(windowCode),
		zone: maybe(code),
		/** newest calls of the zone, one a row */
		rows: z.int().min(1).max(16).default(4)
	})
	.refine((one) => (one.window === null) !== (one.zone === null), { error: fault('window-or-zone') });

const hung = { code, name: text, bus: code, shows };

const onbon = z
	.strictObject({
		...hung,
		driver: z.literal('onbon-bx-k'),
		address: z.int().min(1).max(65533),
		/** generation of the card; they count pixels differently */
		card: z.enum(['5k', '6k']).default('6k'),
		/** pixels */
		width: z.int().min(8).max(4096),
		height: z.int().min(8).max(4096),
		/** height of the card's font, pixels */
		font: z.union([z.literal(16), z.literal(24), z.literal(32)]).default(16)
	})
	.refine((one) => one.width >= one.font && one.height >= one.font, { error: fault('board-too-small') });

const modbus = z.strictObject({
	...hung,
	driver: z.literal('modbus-rtu'),
	address: z.int().min(1).max(247),
	registers
});

export const board = z.discriminatedUnion('driver', [onbon, modbus]);
