import { addCount, addDeviceEvent, openCount, printerCounts, saveRoll } from '#db/devices.ts';
import type { DeviceState, PrinterCountRow } from '#db/schema.ts';
import type { PrinterModel } from '#printer/models/models.ts';
import { paperDots } from '#printer/paper.ts';
import type { PrintResult } from '#printer/printer.ts';
import type { SlipLine } from '#printer/slips/lines.ts';
import type { Hall } from '../hall.ts';
import type { Later } from '../later.ts';
import { metresOf, paperAfter } from '../rules/devices/paper.ts';

type Roll = Pick<PrinterCountRow, 'roll_at' | 'roll_slips' | 'roll_dots'>;

/** Counts what comes out of printers, and notices when a roll was changed. */
export class Papers {
	readonly #hall: Hall;
	readonly #later: Later;
	/** what was counted of the roll before the newest one that was noticed, and when that was */
	readonly #before = new Map<string, Roll & { until: number }>();

	constructor(hall: Hall, later: Later) {
		this.#hall = hall;
		this.#later = later;
	}

	/** Makes the counts of printers that have none. */
	async begin(): Promise<void> {
		const known = new Set((await printerCounts(this.#hall.read, this.#hall.id)).map(({ printer }) => printer));
		const at = this.#hall.clock.now();
		for (const code of this.#hall.setup.printers.keys()) {
			if (!known.has(code)) this.#later.add(({ k, hall }) => openCount(k, hall, code, at));
		}
	}

	/** A job has ended: what may be on paper has used paper. */
	printed(
		printer: string,
		{ lines, model }: { lines: readonly SlipLine[]; model: PrinterModel },
		result: PrintResult
	): void {
		if (result.state === 'failed') return;
		const dots = paperDots(lines, model);
		const more = { slips: 1, cuts: model.cutter === 'none' ? 0 : 1, errors: result.state === 'unsure' ? 1 : 0, dots };
		this.#later.add(({ k, hall }) => addCount(k, { hall, printer }, more));
	}

	/** How a printer stands now; `failed`: it could print before and cannot any more. */
	stands(printer: string, state: DeviceState, failed: boolean): void {
		const at = this.#hall.clock.now();
		this.#later.add(async ({ k, hall }) => {
			if (failed) await addCount(k, { hall, printer }, { slips: 0, cuts: 0, errors: 1, dots: 0 });
			const row = (await printerCounts(k, hall)).find((one) => one.printer === printer);
			if (!row) return;
			const { paper, roll } = paperAfter(row.paper, state, metresOf(row.roll_dots));
			if (roll === 'same' && paper === row.paper) return;
			await saveRoll(k, { ...row, ...this.#roll(row, roll, at), paper });
			if (roll !== 'changed') return;
			const event = { hall, kind: 'printer', device: printer, at, act: 'roll-changed' } as const;
			await addDeviceEvent(k, { ...event, from_state: null, to_state: null, reason: 'noticed', by_whom: null });
		});
	}

	#roll(row: PrinterCountRow, roll: 'same' | 'changed' | 'trembled', at: number): Roll {
		const { roll_at, roll_slips, roll_dots, printer } = row;
		if (roll === 'changed') {
			this.#before.set(printer, { roll_at, roll_slips, roll_dots, until: at });
			return { roll_at: at, roll_slips: 0, roll_dots: 0 };
		}
		const before = this.#before.get(printer);
		this.#before.delete(printer);
		// A hand that has changed the roll since, or the printer, knows better than its sensor.
		if (roll !== 'trembled' || before?.until !== roll_at) return { roll_at, roll_slips, roll_dots };
		// The old roll goes on, with what came out meanwhile.
		return {
			roll_at: before.roll_at,
			roll_slips: before.roll_slips + roll_slips,
			roll_dots: before.roll_dots + roll_dots
		};
	}
}
