import { symlinkSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { printerModel } from '#printer/models/models.ts';
import type { PrintJob, Printer, PrinterStatus } from '#printer/printer.ts';
import { thermal } from '#printer/thermal.ts';
import { virtualPrinter, type VirtualPrinter } from '#printer/virtual/virtual.ts';
import { serialWire } from '#printer/wire/serial.ts';
import { tcpWire } from '#printer/wire/tcp.ts';
import { usbWire } from '#printer/wire/usb.ts';
import type { Wire } from '#printer/wire/wire.ts';
import { systemClock } from '#server/clock.ts';
import type { SimulatedDevice } from '#server/simulators/device.ts';
import { serveLine } from '#server/simulators/line.ts';
import { ownPort } from '../ports.ts';

export const WIRES = ['tcp', 'serial', 'usb'] as const;
export type WireKind = (typeof WIRES)[number];

/** The real driver, a far end with faults, and a cable with faults between them, on a real port. */
export interface Stand {
	wire: WireKind;
	printer: Printer;
	far: VirtualPrinter;
	cable: SimulatedDevice;
	/** every status that was told, in order */
	told: PrinterStatus['state'][];
	/** the same printer at a port of another name, which the name in the hall file follows; serial and USB */
	moveElsewhere: () => Promise<void>;
	/** the wire, to be opened by somebody else */
	other: () => Wire;
	until: (state: PrinterStatus['state']) => Promise<void>;
	close: () => Promise<void>;
}

/** Long enough for a slow machine; a question asked twice is still given up before a late cable brings its answer. */
const LIMITS = { linkMs: 5000, answerMs: 700, settleMs: 5, printedMs: 8000, watchMs: 50, idleMs: 100 };
const SEED = 20_261_126;
const OPEN: Record<WireKind, (at: string) => Wire> = {
	tcp: (at) => tcpWire('127.0.0.1', Number(at.split(':')[1]), { connectMs: 3000, lingerMs: 300 }),
	serial: (path) => serialWire({ path, baud: 115_200 }, { lingerMs: 300 }),
	usb: (path) => usbWire(path)
};

/** Makes the port and opens it with the driver, which has perhaps not opened it yet. */
export async function stand(wire: WireKind): Promise<Stand> {
	const model = printerModel('epson', 80);
	const far = virtualPrinter({ model, speed: 1000 });
	const folder = mkdtempSync(join(tmpdir(), 'stand-'));
	const line = { devices: [], attach: far.attach.bind(far) };
	const options = { clock: systemClock, seed: SEED };
	const port = await ownPort();
	const serve = (name: string): ReturnType<typeof serveLine> =>
		serveLine(
			line,
			wire === 'tcp' ? { kind: 'tcp', host: '127.0.0.1', port } : { kind: 'pty', path: join(folder, name) },
			options
		);
	let served = await serve('ttyUSB0');
	const byId = join(folder, 'by-id');
	const pointAt = (name: string): void => {
		rmSync(byId, { force: true });
		symlinkSync(name, byId);
	};
	if (wire !== 'tcp') pointAt('ttyUSB0');
	const other = (): Wire => OPEN[wire](wire === 'tcp' ? served.at : byId);
	const told: PrinterStatus['state'][] = [];
	const printer = thermal({ wire: other(), model, limits: LIMITS });
	printer.onStatus(({ state }) => void told.push(state));
	return {
		...{ wire, printer, far, told, other },
		get cable() {
			return served.cable;
		},
		moveElsewhere: async () => {
			await served.close();
			served = await serve('ttyUSB1');
			pointAt('ttyUSB1');
		},
		until: async (state) => {
			while (printer.status().state !== state) await setTimeout(20);
		},
		close: async () => {
			await printer.close();
			await served.close();
			await far.close();
			rmSync(folder, { recursive: true, force: true });
		}
	};
}

/** A slip whose number stands at its head, in its QR code and at its foot. */
export function slip(number: string): PrintJob {
	const body = Array.from({ length: 10 }, (_, i) => ({ type: 'text' as const, text: `第 ${String(i)} 行` }));
	return {
		lines: [
			{ type: 'text', text: number, size: { wide: 4, high: 4 } },
			...body,
			{ type: 'qr', data: `https://q.example.cn/t/${number}` },
			{ type: 'text', text: `完 ${number}` }
		]
	};
}

/** How often a number stands at the head of a piece of paper, torn or whole, and how many pieces are whole. */
export function onPaper({ far }: Pick<Stand, 'far'>, number: string): { begun: number; whole: number } {
	const lines = far.papers().flatMap(({ text }) => text.split('\n'));
	return {
		begun: lines.filter((one) => one === number).length,
		whole: lines.filter((one) => one === `完 ${number}`).length
	};
}
