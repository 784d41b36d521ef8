import type { HallFile, PadLineEntry } from '../setup/schema.ts';

type DeviceEntries = HallFile['devices'];

/** A line of pads and evaluators, with the addresses of those that hang on it. */
export type KeyLinePart = PadLineEntry & { addresses: number[] };

/** What one machine drives: the server, or an agent elsewhere. */
export interface Part extends Pick<DeviceEntries, 'printers' | 'buses' | 'boards' | 'idReaders' | 'scanners'> {
	padLines: KeyLinePart[];
}

/** What hangs on one machine, as the hall file says; null is the server itself. A board hangs where its line does. */
export function partOf(devices: DeviceEntries, machine: string | null): Part {
	const buses = devices.buses.filter(({ agent }) => agent === machine);
	const lines = new Set(buses.map(({ code }) => code));
	return {
		printers: devices.printers.filter(({ agent }) => agent === machine),
		buses,
		boards: devices.boards.filter(({ bus }) => lines.has(bus)),
		padLines: devices.padLines
			.filter(({ agent }) => agent === machine)
			.map((line) => ({ ...line, addresses: keyAddresses(devices, line.code) })),
		idReaders: devices.idReaders.filter(({ agent }) => agent === machine),
		scanners: devices.scanners.filter(({ agent }) => agent === machine)
	};
}

/** The addresses of the pads and evaluators on a line. */
export function keyAddresses({ pads, evaluators }: Pick<DeviceEntries, 'pads' | 'evaluators'>, line: string): number[] {
	return [...pads, ...evaluators].filter((one) => one.line === line).map(({ address }) => address);
}

/** What wires are laid by, as a text: while it stays the same, every wire stays open. The rest of a hall file is asked for when it is needed. */
export function wiringOf(devices: DeviceEntries): string {
	return JSON.stringify({ ...devices, kiosks: [], screens: [], media: [], boardDefaults: null });
}
