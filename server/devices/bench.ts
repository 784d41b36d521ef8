import { allBoards } from '#db/boards.ts';
import { newestLine } from '#db/ledger.ts';
import type { BoardRow, SlipRow } from '#db/schema.ts';
import { newestSlips, queuedSlips } from '#db/slips.ts';
import { getTicket } from '#db/tickets.ts';
import { BOARD_FAULTS } from '#display/led/virtual/board.ts';
import { PRINTER_FAULTS, printerFaults } from '#printer/virtual/faults.ts';
import type { Hall } from '../hall.ts';
import type { BoardDeviceView, DevicesView, PrinterView } from './view.ts';
import type { Boards } from './boards.ts';
import type { Hardware } from '../hardware/hardware.ts';
import type { Screens } from './screens.ts';

const SLIPS_SHOWN = 60;
const PAPERS_SHOWN = 3;

/** The bench of devices: what each is, what is known of it, and the faults of the virtual ones. */
export class Bench {
	readonly #hall: Hall;
	readonly #hardware: Hardware;
	readonly #boards: Boards;
	readonly #screens: Screens;

	constructor(hall: Hall, { hardware, boards, screens }: { hardware: Hardware; boards: Boards; screens: Screens }) {
		this.#hall = hall;
		this.#hardware = hardware;
		this.#boards = boards;
		this.#screens = screens;
	}

	/** Whether there is anything to play with. */
	get isVirtual(): boolean {
		return this.#hardware.virtualPrinters.size + this.#hardware.virtualBoards.size > 0;
	}

	async view(): Promise<Omit<DevicesView, 'idReaders' | 'keyLines' | 'scanners' | 'agents'>> {
		const { read, id } = this.#hall;
		const seq = await newestLine(read, id);
		const queued = new Map((await queuedSlips(read, id)).map((row) => [row.group, row.n]));
		const slips = await this.#named(await newestSlips(read, id, SLIPS_SHOWN));
		const rows = new Map((await allBoards(read, id)).map((row) => [row.device, row]));
		return {
			seq,
			printers: this.#hardware.printers.map(({ code }) => this.#printer(code, queued, slips)),
			boards: this.#hardware.boards.map(({ entry }) => this.#board(entry.code, rows.get(entry.code))),
			screens: this.#screens.view()
		};
	}

	/** Switches a fault of a virtual device; false when there is no such device, or it knows no such fault. */
	setFault(device: string, fault: string, on: boolean): boolean {
		const printer = this.#hardware.virtualPrinters.get(device);
		const board = this.#hardware.virtualBoards.get(device);
		const ofPrinter = PRINTER_FAULTS.find((one) => one === fault);
		const ofBoard = BOARD_FAULTS.find((one) => one === fault);
		if (printer && ofPrinter) printer.setFault(ofPrinter, on);
		else if (board && ofBoard) board.setFault(ofBoard, on);
		else return false;
		return true;
	}

	/** Switches a virtual board off and on again; false when there is none of that code. */
	powerCycle(code: string): boolean {
		const board = this.#hardware.virtualBoards.get(code);
		board?.powerCycle();
		return board !== undefined;
	}

	async #named(slips: SlipRow[]): Promise<(SlipRow & { number: string | null })[]> {
		return Promise.all(
			slips.map(async (slip) => {
				const ticket = slip.ticket === null ? undefined : await getTicket(this.#hall.read, this.#hall.id, slip.ticket);
				return { ...slip, number: ticket?.number ?? null };
			})
		);
	}

	#printer(
		code: string,
		queued: ReadonlyMap<string, number>,
		slips: readonly (SlipRow & { number: string | null })[]
	): PrinterView {
		const entry = this.#hall.setup.printers.get(code);
		const one = this.#hardware.printers.find((printer) => printer.code === code);
		if (!entry || !one) throw new Error(`printer ${code} is not there`);
		const far = this.#hardware.virtualPrinters.get(code);
		const status = one.printer.status();
		const papers = (far?.papers() ?? []).slice(-PAPERS_SHOWN).toReversed();
		const own = slips.filter((slip) => slip.printer === code || (slip.printer === null && slip.group === entry.group));
		return {
			code,
			name: entry.name,
			group: entry.group,
			virtual: far !== undefined,
			width: entry.width,
			state: status.state,
			since: status.state === 'unreachable' ? status.since : 0,
			queued: queued.get(entry.group) ?? 0,
			papers: papers.map(({ at, svg }) => ({ slip: null, at, svg })),
			slips: own.map(({ id, number, state, reason, changed_at }) => ({ id, number, state, reason, at: changed_at })),
			knows: far ? printerFaults(one.printer.model) : [],
			faults: far?.faults() ?? []
		};
	}

	#board(code: string, row: BoardRow | undefined): BoardDeviceView {
		const hung = this.#hardware.boards.find((one) => one.entry.code === code);
		if (!hung) throw new Error(`board ${code} is not there`);
		const { name, driver, bus, address } = hung.entry;
		const far = this.#hardware.virtualBoards.get(code);
		return {
			...{ code, name, driver, bus, address },
			...known(row),
			...(far
				? { virtual: true, knows: BOARD_FAULTS, faults: far.faults(), shown: far.shown(this.#hall.clock.now()) }
				: REAL),
			wanted: this.#boards.wanted(code),
			substituted: this.#boards.substituted(code),
			quarantined: this.#boards.isJoined(code) && hung.state().quarantined
		};
	}
}

const REAL = { virtual: false, knows: [], faults: [] };

/** What is known of a board from its row. */
function known(row: BoardRow | undefined): Pick<BoardDeviceView, 'shown' | 'outcome' | 'at'> {
	if (!row) return { shown: null, outcome: null, at: null };
	const shown = row.shown === null ? null : (JSON.parse(row.shown) as string[]);
	return { shown, outcome: row.outcome, at: row.outcome_at };
}
