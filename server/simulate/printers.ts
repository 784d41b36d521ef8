import { printerModel } from '#printer/models/models.ts';
import { thermal } from '#printer/thermal.ts';
import { virtualPrinter, type VirtualPrinter } from '#printer/virtual/virtual.ts';
import { Spool } from '../devices/spool.ts';
import type { OpenPrinter } from '../hardware/printers.ts';
import type { Hall } from '../hall.ts';
import { NO_HANDS } from '../watch/hands.ts';
import { momentOf } from '../rules/day.ts';
import type { DayFile } from '../rush/day-file.ts';
import type { Stage } from './stage.ts';

/** A printer with nothing to do is looked at once a minute: a day has some hundred thousand seconds. */
const IDLE_MS = 60_000;

/** The printers of a simulated hall: the hall's spool, the real driver and, whatever the hall file says, virtual paper. */
export class SimulatedPrinters {
	readonly #spool: Spool;
	readonly #printers: OpenPrinter[];
	readonly #far = new Map<string, VirtualPrinter>();

	constructor(hall: Hall, stage: Stage) {
		this.#printers = [...hall.setup.printers.values()].map(({ code, group, model: name, width }) => {
			const model = printerModel(name, width);
			const far = virtualPrinter({ model, name: code, timers: stage.clock, chinese: true, keep: 1 });
			this.#far.set(code, far);
			const limits = { idleMs: IDLE_MS };
			return { code, group, printer: thermal({ wire: far.wire, model, timers: stage.clock, limits }) };
		});
		const onTrouble = (error: unknown): void => stage.fail(error);
		this.#spool = new Spool(hall, this.#printers, {
			...{ onTrouble, hands: NO_HANDS },
			onChanged: () => undefined,
			onPrinted: () => undefined
		});
	}

	/** Sets every fault of the day for its time. */
	plan(file: DayFile, { clock }: Stage, timeZone: string): void {
		for (const { printer, fault, at, minutes } of file.printerFaults) {
			const begins = momentOf(file.day, at, timeZone) - clock.now();
			clock.after(begins, () => this.#far.get(printer)?.setFault(fault, true));
			clock.after(begins + minutes * 60_000, () => this.#far.get(printer)?.setFault(fault, false));
		}
	}

	/** A slip may wait. */
	wake(): void {
		this.#spool.wake();
	}

	/** How many slips came out on paper. */
	papers(): number {
		return [...this.#far.values()].reduce((sum, one) => sum + one.count(), 0);
	}

	async close(): Promise<void> {
		await this.#spool.stop();
		await Promise.all(this.#printers.map((one) => one.printer.close()));
		await Promise.all([...this.#far.values()].map((one) => one.close()));
	}
}
