/** What people press, show or lay on: call pads, readers of identity cards. */
import { z } from 'zod';
import { code, fault, maybe, windowCode } from '../formats.ts';
import { drivenBy } from './agents.ts';
import { hex, keyFrames } from './frames.ts';
import { serial, tcp } from './wires.ts';

const virtual = z.strictObject({ kind: z.literal('virtual') });

/** A line of call pads and evaluators: one cable, many devices that press keys. */
export const padLine = z.strictObject({
	code,
	agent: drivenBy,
	wire: z.discriminatedUnion('kind', [virtual, tcp, serial]),
	...keyFrames
});

const grade = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)]);

/** The evaluator at one window. `keys` says which grade each code is; 5 is the best. */
export const evaluator = z.strictObject({
	code,
	line: code,
	address: z.int().min(0).max(0xffff).default(0),
	window: windowCode,
	keys: z.record(z.string().regex(/^\d{1,5}$/), grade).prefault({ '1': 5, '2': 4, '3': 3, '4': 2, '5': 1 })
});

<<<<<<< HEAD
/** A reader of bar codes and QR codes at a kiosk, a window or a desk; the page of that place hears of it, and nobody else. */
export const scanner = z
	.strictObject({
		code,
		kiosk: maybe(code),
		window: maybe(windowCode),
		desk: maybe(code),
		wire: z.discriminatedUnion('kind', [virtual, tcp, serial.extend({ baud: serial.shape.baud.default(9600) })]),
		/** in what its codes are written */
		encoding: z.enum(['utf-8', 'gb18030']).default('utf-8'),
		/** a scan is over after so much silence when neither CR nor LF ends it */
		silenceMs: z.int().min(20).max(2000).default(100),
		/** sent to it once the line is there: `[{ send: '00', waitMs: 50 }, { send: '04 E4 04 00 FF 14' }]` wakes a GM65 and starts it */
		start: z.array(z.strictObject({ send: hex, waitMs: z.int().min(0).max(5000).default(0) })).default([])
	})
	.refine(({ kiosk, window, desk }) => [kiosk, window, desk].filter((one) => one !== null).length === 1, {
		error: fault('one-place')
	});

/** Where what people press, show and lay on is: which values must be defined in which section. */
export const INPUT_PLACES: [from: string, to: string, section: string][] = [
	['devices.pads.*.line', 'devices.padLines.*.code', 'devices.padLines'],
	['devices.pads.*.window', 'windows.*.code', 'windows'],
	['devices.evaluators.*.line', 'devices.padLines.*.code', 'devices.padLines'],
	['devices.evaluators.*.window', 'windows.*.code', 'windows'],
	['devices.scanners.*.kiosk', 'devices.kiosks.*.code', 'devices.kiosks'],
	['devices.scanners.*.window', 'windows.*.code', 'windows'],
	['devices.scanners.*.desk', 'desks.*.code', 'desks'],
	['devices.idReaders.*.kiosk', 'devices.kiosks.*.code', 'devices.kiosks']
];
=======
/** A reader of bar codes and QR codes at a kiosk; a page of that kiosk hears of it, and nobody else. */
export const scanner = z.strictObject({
	code,
	kiosk: code,
	agent: drivenBy,
	wire: z.discriminatedUnion('kind', [virtual, tcp, serial.extend({ baud: serial.shape.baud.default(9600) })]),
	/** in what its codes are written */
	encoding: z.enum(['utf-8', 'gb18030']).default('utf-8'),
	/** a scan is over after so much silence when neither CR nor LF ends it */
	silenceMs: z.int().min(20).max(2000).default(100),
	/** sent to it once the line is there: `[{ send: '00', waitMs: 50 }, { send: '04 E4 04 00 FF 14' }]` wakes a GM65 and starts it */
	start: z.array(z.strictObject({ send: hex, waitMs: z.int().min(0).max(5000).default(0) })).default([])
});
>>>>>>> far

/** A reader of identity cards (SAM-V) at a kiosk; a page of that kiosk asks it, and nobody else. */
export const idReader = z.strictObject({
	code,
	kiosk: code,
	agent: drivenBy,
	wire: z.discriminatedUnion('kind', [virtual, tcp, serial.extend({ baud: serial.shape.baud.default(115_200) })])
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
