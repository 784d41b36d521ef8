/** What people press, show or lay on: call pads, readers of identity cards. */
import { z } from 'zod';
import { code, windowCode } from '../formats.ts';
import { drivenBy } from './agents.ts';
import { serial, tcp } from './wires.ts';

/** A line of call pads: one cable, many pads. */
export const padLine = z.strictObject({
	code,
	agent: drivenBy,
	wire: z.discriminatedUnion('kind', [tcp, serial])
});

/** A reader of identity cards (SAM-V) at a kiosk; a page of that kiosk asks it, and nobody else. */
export const idReader = z.strictObject({
	code,
	kiosk: code,
	agent: drivenBy,
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
