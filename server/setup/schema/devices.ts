/** What hangs on wires: printers, buses with boards, and the places where kiosks and screens stand. */
import { z } from 'zod';
import { MODEL_CODES } from '#printer/models/models.ts';
import type { KeyAction } from '#server/views/speech.ts';
import { code, fault, line, maybe, text, windowCode } from './formats.ts';
import { medium, screen } from './screens.ts';

const tcp = z.strictObject({ kind: z.literal('tcp'), host: line, port: z.int().min(1).max(65535) });

const serial = z.strictObject({
	kind: z.literal('serial'),
	/** `/dev/serial/by-id/…`, `COM3` */
	path: line,
	baud: z.int().min(300).max(921600),
	dataBits: z.union([z.literal(7), z.literal(8)]).default(8),
	parity: z.enum(['none', 'even', 'odd']).default('none'),
	stopBits: z.union([z.literal(1), z.literal(2)]).default(1)
});

const wire = z.discriminatedUnion('kind', [
	z.strictObject({ kind: z.literal('virtual') }),
	tcp,
	serial,
	z.strictObject({
		kind: z.literal('usb'),
		/** a printer's device file: `/dev/usb/lp0` */
		path: line
	})
]);

export const printer = z.strictObject({
	code,
	name: text,
	zone: maybe(code),
	/** printers of one group stand in for each other */
	group: code,
	/** what it understands and reports */
	model: z.enum(MODEL_CODES).default('generic'),
	/** paper, in millimetres */
	width: z.union([z.literal(58), z.literal(80)]),
	wire
});

export const bus = z.strictObject({
	code,
	wire,
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

const KEY_ACTIONS = [
	'next',
	'previous',
	'ok',
	'back',
	'repeat',
	'page',
	'pause',
	'help',
	'louder',
	'quieter',
	'speech',
	'plugged',
	'unplugged'
] as const satisfies readonly KeyAction[];

export const kiosk = z.strictObject({
	code,
	name: text,
	/** which zones it offers; without it, all */
	zones: maybe(z.array(code).min(1)),
	/** the group its slips go to */
	printerGroup: maybe(code),
	/** `private`: what it says is heard by one person alone, by headphones or a handset (EN 301 549, 5.1.3.8) */
	sound: z.strictObject({ private: z.boolean().default(false) }).prefault({}),
	/** what further keys of its keypad do, by their code: `{ F13: next, F14: ok }` */
	keys: z.record(z.string().regex(/^[A-Z][A-Za-z0-9]{0,20}$/), z.enum(KEY_ACTIONS)).default({}),
	/** the visible glass, measured, and how high its lower edge stands above the floor; with it sizes are true millimetres */
	screen: maybe(
		z.strictObject({
			widthMm: z.int().min(100).max(3000),
			heightMm: z.int().min(60).max(3000),
			/** above it a seated person does not reach the middle of the glass */
			lowerEdgeMm: z.int().min(0).max(1100)
		})
	)
});

/** A line of call pads: one cable, many pads. */
const padLine = z.strictObject({
	code,
	wire: z.discriminatedUnion('kind', [tcp, serial])
});

/** A reader of identity cards (SAM-V) at a kiosk; a page of that kiosk asks it, and nobody else. */
export const idReader = z.strictObject({
	code,
	kiosk: code,
	wire: z.discriminatedUnion('kind', [
		z.strictObject({ kind: z.literal('virtual') }),
		tcp,
		serial.extend({ baud: serial.shape.baud.default(115_200) })
	])
});

const PAD_ACTIONS = [
	'next',
	'recall',
	'called-out',
	'start',
	'finish',
	'miss',
	'open',
	'pause',
	'wrap-up',
	'close',
	'welcomed',
	'answered',
	'seen-off'
] as const;

/** The pad at one window. Makers print other legends on the same codes: `keys` says what each code does. */
export const pad = z.strictObject({
	code,
	line: code,
	address: z.int().min(0).max(255),
	window: windowCode,
	keys: z.record(z.string().regex(/^\d{1,3}$/), z.enum(PAD_ACTIONS)).prefault({
		'1': 'welcomed',
		'2': 'answered',
		'3': 'seen-off',
		'10': 'next',
		'11': 'recall',
		'12': 'start',
		'13': 'finish',
		'14': 'miss',
		'15': 'pause',
		'16': 'open',
		'17': 'wrap-up',
		'18': 'called-out',
		'19': 'close'
	})
});

export const devices = z.strictObject({
	printers: z.array(printer).default([]),
	buses: z.array(bus).default([]),
	boards: z.array(board).default([]),
	kiosks: z.array(kiosk).default([]),
	screens: z.array(screen).default([]),
	/** pictures and videos beside the calls, in their order */
	media: z.array(medium).default([]),
	padLines: z.array(padLine).default([]),
	pads: z.array(pad).default([]),
	idReaders: z.array(idReader).default([])
});
