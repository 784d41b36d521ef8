import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serialWire } from '#printer/wire/serial.ts';
import { tcpWire } from '#printer/wire/tcp.ts';
import type { Wire } from '#printer/wire/wire.ts';
import { systemClock } from '#server/clock.ts';
import type { FarLine } from '#server/simulators/device.ts';
import { serveLine, type ServedLine } from '#server/simulators/line.ts';

/** A far end on a real port, and the wire to it. */
export interface Joined {
	wire: Wire;
	line: ServedLine;
	close: () => Promise<void>;
}

export type SoakWire = 'tcp' | 'pty';

/** @param seed of what the cable does to bytes */
export async function joined(wire: SoakWire, attach: FarLine['attach'], seed: number): Promise<Joined> {
	const folder = mkdtempSync(join(tmpdir(), 'soak-'));
	const path = join(folder, 'tty');
	const line = await serveLine(
		{ devices: [], attach },
		wire === 'tcp' ? { kind: 'tcp', host: '127.0.0.1', port: 0 } : { kind: 'pty', path },
		{ clock: systemClock, seed }
	);
	return {
		wire:
			wire === 'tcp'
				? tcpWire('127.0.0.1', Number(line.at.split(':')[1]), { connectMs: 1000, lingerMs: 200 })
				: serialWire({ path, baud: 115_200 }, { lingerMs: 200 }),
		line,
		close: async () => {
			await line.close();
			rmSync(folder, { recursive: true, force: true });
		}
	};
}
