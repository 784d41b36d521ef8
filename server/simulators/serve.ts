import type { Readable } from 'node:stream';
import type { Clock } from '../clock.ts';
import { openApi } from './api.ts';
import type { FarLine, SimulatedDevice } from './device.ts';
import { Keyboard } from './keyboard.ts';
import { serveLine, type Place } from './line.ts';

export interface ServeOptions {
	clock: Clock;
	/** of the dice that the cable's faults throw */
	seed: number;
	/** undefined: no programs */
	apiPort: number | undefined;
	/** what is typed: a terminal's keys or a pipe's characters; its end ends nothing */
	keys: Readable;
	print: (line: string) => void;
}

/** Between two looks whether something new stands on a device. */
const LOOK_MS = 200;

/** Serves a line until somebody quits, and says what happens on it. */
export async function serve(far: FarLine, place: Place, options: ServeOptions): Promise<void> {
	const { clock, print } = options;
	const line = await serveLine(far, place, options);
	const devices = [...far.devices, line.cable];
	try {
		const api = options.apiPort === undefined ? undefined : await openApi(options.apiPort, devices, { at: line.at });
		print(`listening at ${line.at}`);
		if (api) print(`api at ${api.url}`);
		const tell = teller(far.devices, print);
		const stopTelling = clock.every(LOOK_MS, tell);
		await new Promise<void>((resolve) => {
			const keyboard = new Keyboard({
				devices: far.devices,
				cable: line.cable,
				print,
				onChanged: tell,
				onQuit: resolve
			});
			print(keyboard.help());
			options.keys.on('data', (text: Buffer | string) => {
				keyboard.type(text.toString());
			});
		});
		stopTelling();
		await api?.close();
	} finally {
		await line.close();
	}
}

/** Prints what is new on every device: a piece of paper, a changed board, a question. */
function teller(devices: readonly SimulatedDevice[], print: ServeOptions['print']): () => void {
	const told = new Map<string, string>();
	return () => {
		for (const device of devices) {
			const newest = device.shows().at(-1)?.text ?? '';
			const now = `${String(device.shows().length)} ${newest}`;
			if (now === (told.get(device.code) ?? '0 ') || now === told.get(device.code)) continue;
			told.set(device.code, now);
			print(`${device.code} shows: ${newest.split('\n').join(' / ')}`);
		}
	};
}
