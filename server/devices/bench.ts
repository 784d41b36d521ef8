import { allBoards } from '#db/boards.ts';
import { newestLine } from '#db/ledger.ts';
import type { BoardRow, SlipRow } from '#db/schema.ts';
import { newestSlips, queuedSlips } from '#db/slips.ts';
import { getTicket } from '#db/tickets.ts';
import type { Hall } from '../hall.ts';
import type { BoardDeviceView, BoardFault, DevicesView, PrinterFault, PrinterView } from './view.ts';
import type { Boards } from './boards.ts';
import type { Hardware } from './hardware.ts';
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

	async view(): Promise<DevicesView> {
		const { read, id } = this.#hall;
		const seq = await newestLine(read, id);
		const queued = new Map((await queuedSlips(read, id)).map((row) => [row.group, Number(row.n)]));
		const slips = await this.#named(await newestSlips(read, id, SLIPS_SHOWN));
		const rows = new Map((await allBoards(read, id)).map((row) => [row.device, row]));
		return {
			seq,
			printers: this.#hardware.printers.map(({ code }) => this.#printer(code, queued, slips)),
			boards: this.#hardware.boards.map(({ entry }) => this.#board(entry.code, rows.get(entry.code))),
			screens: this.#screens.view()
		};
	}

	/** Switches a fault of a virtual device; false when there is no such device. */
	setFault(device: string, fault: string, on: boolean): boolean {
		const printer = this.#hardware.virtualPrinters.get(device);
		const board = this.#hardware.virtualBoards.get(device);
		if (printer) printer.setFault(fault as PrinterFault, on);
		else if (board) board.setFault(fault as BoardFault, on);
		return printer !== undefined || board !== undefined;
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
			faults: (far?.faults() ?? []).filter((fault): fault is PrinterFault => fault !== 'hot' && fault !== 'hung')
		};
	}

	#board(code: string, row: BoardRow | undefined): BoardDeviceView {
		const hung = this.#hardware.boards.find((one) => one.entry.code === code);
		if (!hung) throw new Error(`board ${code} is not there`);
		const { entry, bus } = hung;
		const far = this.#hardware.virtualBoards.get(code);
		const known = row?.shown ? (JSON.parse(row.shown) as string[]) : null;
		return {
			code,
			name: entry.name,
			driver: entry.driver,
			bus: entry.bus,
			address: entry.address,
			virtual: far !== undefined,
			wanted: this.#boards.wanted(code),
			shown: far?.shown(this.#hall.clock.now()) ?? known,
			outcome: row?.outcome ?? null,
			at: row?.outcome_at ?? null,
			quarantined: bus.state(code).quarantined,
			faults: far?.faults() ?? []
		};
	}
}
