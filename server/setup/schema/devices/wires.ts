/** The wires of devices: what a device hangs on. */
import { z } from 'zod';
import { fault, line } from '../formats.ts';

export const tcp = z.strictObject({ kind: z.literal('tcp'), host: line, port: z.int().min(1).max(65535) });

export const serial = z.strictObject({
	kind: z.literal('serial'),
	/** `/dev/serial/by-id/…`, `COM3` */
	path: line,
	baud: z.int().min(300).max(921600),
	dataBits: z.union([z.literal(7), z.literal(8)]).default(8),
	parity: z.enum(['none', 'even', 'odd']).default('none'),
	stopBits: z.union([z.literal(1), z.literal(2)]).default(1)
});

export const wire = z.discriminatedUnion('kind', [
	z.strictObject({ kind: z.literal('virtual') }),
	tcp,
	serial,
	z.strictObject({
		kind: z.literal('usb'),
		/** a printer's device file: `/dev/usb/lp0` */
		path: line
	})
]);

/** A printer can also hang on a queue of the machine's printing system, `lp -d queue`: the last resort, without status. */
export const printerWire = z.discriminatedUnion('kind', [
	...wire.options,
	z.strictObject({
		kind: z.literal('cups'),
		/** as `lpstat -p` lists it */
		queue: z.string().regex(/^[A-Za-z0-9_][A-Za-z0-9_.+-]{0,126}$/, { error: fault('bad-queue-name') })
	})
]);
