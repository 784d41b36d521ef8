import { execFileSync } from 'node:child_process';
import type { Paper, Printer, PrinterStatus } from '#printer/printer.ts';
import type { PresenterPlan } from '#printer/presenter.ts';
import { printerModel } from '#printer/models/models.ts';
import type { PrinterModel } from '#printer/models/models.ts';
import { thermal } from '#printer/thermal.ts';
import type { ThermalLimits } from '#printer/thermal.ts';
import { virtualPrinter } from '#printer/virtual/virtual.ts';
import type { VirtualPrinter } from '#printer/virtual/virtual.ts';
import { serialWire } from '#printer/wire/serial.ts';
import { tcpWire } from '#printer/wire/tcp.ts';
import { usbWire } from '#printer/wire/usb.ts';
import type { Wire } from '#printer/wire/wire.ts';
import { ownPort } from '../ports.ts';
import { ptyPair } from './pty.ts';

export type Cable = 'tcp' | 'serial' | 'usb';

/** The real driver and a virtual printer, joined by a real cable. */
export interface PrinterBench {
	printer: Printer;
	far: VirtualPrinter;
	/** every status that was told, in order */
	statuses: PrinterStatus['state'][];
	/** Resolves once the status is this one. */
	until: (state: PrinterStatus['state']) => Promise<void>;
	/** Pulls the cable, or puts it back. */
	unplug: (on: boolean) => Promise<void>;
	close(): Promise<void>;
}

interface BenchOptions {
	model?: PrinterModel;
	limits?: Partial<ThermalLimits>;
	/** mm/s; paper of tests need not take its time */
	speed?: number;
	torn?: boolean;
	presenter?: PresenterPlan;
	/** before the driver opens the wire */
	prepare?(far: VirtualPrinter): void;
}

/** Short enough for a test, long enough for a slow machine. */
const LIMITS: Partial<ThermalLimits> = {
	linkMs: 5000,
	answerMs: 800,
	settleMs: 5,
	printedMs: 15_000,
	watchMs: 50,
	idleMs: 100
};

/** Joins both ends and waits for nothing: the driver may not even have opened its wire. */
export async function printerBench(cable: Cable, options: BenchOptions = {}): Promise<PrinterBench> {
	const { model = printerModel('epson', 80), limits, speed = 2000, torn = false, presenter = null } = options;
	const far = virtualPrinter({ model, speed });
	options.prepare?.(far);
	const joined = await join(cable, far);
	const statuses: PrinterStatus['state'][] = [];
	let told = (): void => undefined;
	const printer = thermal({ wire: joined.wire, model, limits: { ...LIMITS, ...limits }, torn, presenter });
	printer.onStatus((status) => {
		statuses.push(status.state);
		told();
	});
	const until = async (state: PrinterStatus['state']): Promise<void> => {
		while (printer.status().state !== state) await new Promise<void>((resolve) => (told = resolve));
	};
	const close = async (): Promise<void> => {
		await printer.close();
		await joined.close();
		await far.close();
	};
	return { ...{ printer, far, statuses, until, close }, unplug: (on) => joined.unplug(on) };
}

interface Joined {
	wire: Wire;
	unplug(on: boolean): Promise<void>;
	close(): Promise<void>;
}

async function join(cable: Cable, far: VirtualPrinter): Promise<Joined> {
	if (cable === 'tcp') {
		const wire = tcpWire('127.0.0.1', await far.listen(await ownPort()), { connectMs: 3000, lingerMs: 500 });
		const unplug = (on: boolean): Promise<void> => {
			far.setFault('unplugged', on);
			return Promise.resolve();
		};
		return { wire, unplug, close: () => Promise.resolve() };
	}
	const pty = await ptyPair();
	const attach = async (): Promise<void> => {
		far.attach(await serialWire({ path: pty.far, baud: 115_200 }).open());
	};
	await attach();
	const unplug = (on: boolean): Promise<void> => (on ? pty.unplug() : pty.plug().then(attach));
	const wire = cable === 'usb' ? usbWire(pty.near) : serialWire({ path: pty.near, baud: 115_200 });
	return { wire, unplug, close: () => pty.close() };
}

/** The dots of a piece of paper as a PBM picture, with a white edge: QR codes and images, no letters. */
export function paperBitmap(paper: Paper, edge = 32): Buffer {
	const [width, height] = [paper.width + 2 * edge, paper.height + 2 * edge];
	const rows = Array.from({ length: height }, () => new Array<number>(width).fill(0));
	for (const mark of paper.marks) {
		if (mark.kind !== 'dots') continue;
		for (let y = 0; y < mark.rows.length * mark.scale; y += 1) {
			const row = mark.rows[Math.floor(y / mark.scale)] ?? [];
			const target = rows[mark.y + y + edge];
			for (let x = 0; target && x < row.length * mark.scale; x += 1) {
				target[mark.x + x + edge] = row[Math.floor(x / mark.scale)] ? 1 : 0;
			}
		}
	}
	return Buffer.from(`P1\n${width} ${height}\n${rows.map((row) => row.join(' ')).join('\n')}\n`);
}

/** What zbarimg reads in a picture. */
export function readQr(picture: Buffer): string {
	return execFileSync('zbarimg', ['--quiet', '--raw', '-'], {
		input: picture,
		encoding: 'utf8',
		stdio: ['pipe', 'pipe', 'ignore']
	}).trim();
}
