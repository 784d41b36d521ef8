import type { HallFile } from '../setup/schema.ts';

type DeviceEntries = HallFile['devices'];

/** What one machine drives: the server, or an agent elsewhere. */
export type Part = Pick<DeviceEntries, 'printers' | 'buses' | 'boards' | 'padLines' | 'idReaders'>;

/** What hangs on one machine, as the hall file says; null is the server itself. A board hangs where its line does. */
export function partOf(devices: DeviceEntries, machine: string | null): Part {
	const buses = devices.buses.filter(({ agent }) => agent === machine);
	const lines = new Set(buses.map(({ code }) => code));
	return {
		printers: devices.printers.filter(({ agent }) => agent === machine),
		buses,
		boards: devices.boards.filter(({ bus }) => lines.has(bus)),
		padLines: devices.padLines.filter(({ agent }) => agent === machine),
		idReaders: devices.idReaders.filter(({ agent }) => agent === machine)
	};
}
