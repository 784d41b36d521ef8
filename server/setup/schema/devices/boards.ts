/** Lines of LED boards, and the boards on them. */
import { z } from 'zod';
import { code, fault, maybe, text, windowCode } from '../formats.ts';
import { drivenBy } from './agents.ts';
import { boardFrame, boardFrameGiven } from './frames.ts';
import { alphaSign, labelsDiffer } from './alpha.ts';
import { looks } from './board-texts.ts';
import { wire } from './wires.ts';

export const bus = z.strictObject({
	code,
	wire,
	agent: drivenBy,
	/** silence between two frames; without it the driver's own */
	gapMs: maybe(z.int().min(0).max(5000)),
	/** how long a board may take to answer at least, for radio links and serial servers */
	answerMs: maybe(z.int().min(50).max(10_000)),
	/** silence after a frame that everybody obeys and nobody answers */
	settleMs: maybe(z.int().min(20).max(5000)),
	/** whether the adapter hears itself; without it, that is found out */
	echo: maybe(z.boolean()),
	/** how often pictures are repeated, and boards that do not answer tried, in seconds */
	refreshSeconds: maybe(z.int().min(5).max(600)),
	probeSeconds: maybe(z.int().min(5).max(600))
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
	/** registers that differ from board to board (serial number, uptime): they tell two boards of one address apart */
	identity: z.strictObject({ at: register, count: z.int().min(1).max(8) }).exactOptional(),
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

const hung = { code, name: text, bus: code, shows, ...looks };

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

const framed = z.strictObject({ ...hung, ...boardFrame }).refine(...boardFrameGiven);

const alpha = z.strictObject({ ...hung, ...alphaSign }).refine(labelsDiffer, { error: fault('same-label') });

export const board = z.discriminatedUnion('driver', [onbon, modbus, alpha, framed]);
