/** What hangs on wires: printers, buses with boards, and the places where kiosks and screens stand. */
import { z } from 'zod';
import { code, fault, line, maybe, text, windowCode } from './formats.ts';

export const wire = z.discriminatedUnion('kind', [
	z.strictObject({ kind: z.literal('virtual') }),
	z.strictObject({ kind: z.literal('tcp'), host: line, port: z.int().min(1).max(65535) }),
	z.strictObject({
		kind: z.literal('serial'),
		/** `/dev/serial/by-id/…`, `COM3` */
		path: line,
		baud: z.int().min(300).max(921600),
		dataBits: z.union([z.literal(7), z.literal(8)]).default(8),
		parity: z.enum(['none', 'even', 'odd']).default('none'),
		stopBits: z.union([z.literal(1), z.literal(2)]).default(1)
	}),
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
	model: z.enum(['generic', 'epson']).default('generic'),
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

const register = z
	.int({ error: fault('bad-register') })
	.min(0)
	.max(65535);

/** Where a Modbus board keeps what it shows; every make has its own map. */
export const registers = z.strictObject({
	/** first register of each line of text, `length` characters, blank filled */
	lines: z
		.array(
			z.strictObject({
				at: register,
				length: z.int().min(1).max(120),
				perRegister: z.union([z.literal(1), z.literal(2)]).default(2)
			})
		)
		.min(1),
	/** FC16 writes many registers at once; simple boards know only FC06 */
	write: z.enum(['many', 'one']).default('many'),
	brightness: maybe(z.strictObject({ at: register, level: z.int().min(0).max(65535) }))
});

const shows = z
	.strictObject({
		window: maybe(windowCode),
		zone: maybe(code),
		/** newest calls of the zone, one a row */
		rows: z.int().min(1).max(16).default(4)
	})
	.refine((one) => (one.window === null) !== (one.zone === null), { error: fault('window-or-zone') });

export const board = z
	.strictObject({
		code,
		name: text,
		bus: code,
		driver: z.enum(['onbon-bx-k', 'modbus-rtu']),
		/** Onbon 1–65533, Modbus 1–247 */
		address: z.int().min(1).max(65533),
		/** generation of the Onbon card; they count pixels differently */
		card: z.enum(['5k', '6k']).default('6k'),
		/** pixels */
		width: z.int().min(8).max(4096),
		height: z.int().min(8).max(4096),
		shows,
		registers: maybe(registers)
	})
	.refine((one) => one.driver !== 'modbus-rtu' || (one.registers !== null && one.address <= 247), {
		error: fault('modbus-needs-registers')
	});

export const kiosk = z.strictObject({
	code,
	name: text,
	/** which zones it offers; without it, all */
	zones: maybe(z.array(code).min(1)),
	/** the group its slips go to */
	printerGroup: maybe(code)
});

export const screen = z
	.strictObject({
		code,
		name: maybe(text),
		zone: maybe(code),
		window: maybe(windowCode),
		/** whether it also speaks */
		voice: z.boolean().default(false)
	})
	.refine((one) => (one.window === null) !== (one.zone === null), { error: fault('window-or-zone') });

export const devices = z.strictObject({
	printers: z.array(printer).default([]),
	buses: z.array(bus).default([]),
	boards: z.array(board).default([]),
	kiosks: z.array(kiosk).default([]),
	screens: z.array(screen).default([])
});
