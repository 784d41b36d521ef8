import { PtyPort } from '#printer/virtual/pty.ts';
import type { FarPort } from '#printer/virtual/port.ts';
import { TcpPort } from '#printer/virtual/ports.ts';
import { dice, weather, WEATHER_FAULTS } from '#printer/virtual/weather.ts';
import type { Clock } from '../clock.ts';
import { faultSet, type FarLine, type SimulatedDevice } from './device.ts';

/** Where somebody else opens the line. */
export type Place = { kind: 'pty'; path: string } | { kind: 'tcp'; host: string; port: number };

/** `unplugged`: the port is gone; `stalled`: it is there and takes nothing; the others are the cable's. */
const LINE_FAULTS = ['unplugged', 'stalled', ...WEATHER_FAULTS] as const;
type LineFault = (typeof LINE_FAULTS)[number];

export interface ServedLine {
	/** what stands in the hall file: a path, or host and port */
	at: string;
	/** the cable itself, with faults as a device has them */
	cable: SimulatedDevice;
	close(): Promise<void>;
}

/** Makes a port and hangs the far end on it. Rejects with a sentence where there is no such port to be had. */
export async function serveLine(
	far: FarLine,
	place: Place,
	{ clock, seed }: { clock: Clock; seed: number }
): Promise<ServedLine> {
	const on = new Set<LineFault>();
	const roll = dice(seed);
	const attach: FarLine['attach'] = (link) => {
		far.attach(weather(link, { timers: clock, roll, has: (fault) => on.has(fault) }));
	};
	const port = openPort(place, attach, clock);
	const at = await port.listen();
	const cable: SimulatedDevice = {
		code: 'cable',
		...faultSet(LINE_FAULTS, (fault, set) => {
			if (set) on.add(fault);
			else on.delete(fault);
			if (fault === 'unplugged') port.unplug(set);
			if (fault === 'stalled') port.hang(set);
		}),
		faults: () => LINE_FAULTS.filter((fault) => on.has(fault)),
		hands: {},
		shows: () => []
	};
	return { at: place.kind === 'tcp' ? `${place.host}:${at}` : at, cable, close: () => port.close() };
}

function openPort(place: Place, attach: FarLine['attach'], clock: Clock): FarPort {
	if (place.kind === 'pty') return new PtyPort(place.path, attach, clock);
	const tcp = new TcpPort(attach, place.host);
	return {
		listen: async () => String(await tcp.listen(place.port)),
		unplug: (on) => {
			tcp.unplug(on);
		},
		hang: (on) => {
			tcp.hang(on);
		},
		close: () => tcp.close()
	};
}
