import { slipsInWork } from '#db/slips.ts';
import type { Hall } from '../hall.ts';
import type { Touched } from '../realtime/touched.ts';
import type { Cancel } from '../clock.ts';
import { printerGroup } from '../setup/places.ts';
import type { RefusalCode } from '../rules/refusal.ts';
import type { PadAction } from '../setup/schema.ts';
import type { KioskPaper } from '../views.ts';
import { Agents } from '../agents/agents.ts';
import { Readers } from '../identity/readers.ts';
import { Bench } from './bench.ts';
import { Boards } from './boards.ts';
import { KeyLines } from '../inputs/lines.ts';
import { Scanners, type ScanPlace } from '../inputs/scanners.ts';
import { keptResults, Lines } from '../commission/lines.ts';
import type { LinesView } from '../commission/view.ts';
import { openHardware, withFar, type Hardware } from '../hardware/hardware.ts';
import { wiringOf } from '../hardware/part.ts';
import type { Screens } from './screens.ts';
import { Spool, type SpoolOptions } from './spool.ts';
import { untilWell } from '../until-well.ts';
import { Hands } from '../watch/hands.ts';
import { allTold } from '../watch/told.ts';
import { keepLooking } from '../watch/look.ts';
import { Watch, type Told } from '../watch/watch.ts';
import type { DevicesView } from './view.ts';

export interface DevicesOptions {
	onChanged: () => void;
	/** a board has the call of that window */
	onReceipt: (window: string) => void;
	/** a key of a call pad was not granted */
	onRefused: (window: string, action: PadAction, code: RefusalCode) => void;
	/** a code was held before the scanner of that place */
	onScan: (at: ScanPlace, text: string) => void;
	onTrouble: (error: unknown) => void;
	/** it was written down how devices stand */
	onWatched: () => void;
}

interface Open {
	/** what it was opened by */
	wiring: string;
	hardware: Hardware;
	boards: Boards;
	lines: Lines;
	spool: Spool;
	bench: Bench;
	pads: KeyLines;
	scanners: Scanners;
}

/** The hall's printers and boards, while this process is the one that drives them. */
export class Devices {
	readonly #hall: Hall;
	readonly #screens: Screens;
	/** of identity cards; each opens its own wire when it is asked */
	readonly readers: Readers;
	/** machines that drive some of the devices */
	readonly agents: Agents;
	readonly #options: DevicesOptions;
	#open: Open | undefined;
	readonly #hands: Hands;
	/** whoever hears how a device stands tells it here */
	readonly watch: Watch;
	#looking: Cancel = () => undefined;
	/** this process is to drive the devices */
	#wanted = false;
	/** opening and closing, one after the other */
	#tail: Promise<void> = Promise.resolve();

	constructor(hall: Hall, screens: Screens, options: DevicesOptions) {
		this.#hall = hall;
		this.#screens = screens;
		this.#options = options;
		this.agents = new Agents(hall, options.onTrouble);
		const readFar = this.agents.readCard.bind(this.agents);
		this.#hands = new Hands(hall);
		this.watch = new Watch(hall, { onChanged: options.onWatched, onTrouble: options.onTrouble });
		this.readers = new Readers(hall, () => options.onChanged(), readFar);
	}

	/** Opens every wire of the hall file and brings slips and boards up to date. */
	open(): Promise<void> {
		this.#wanted = true;
		return this.#next(() => this.#begin());
	}

	/** Lets go of every wire after the slips in work. */
	close(): Promise<void> {
		this.#wanted = false;
		return this.#next(async () => {
			this.agents.giveUp();
			await this.#end();
			this.agents.close();
		});
	}

	/** A new hall file: where it names other devices all wires are laid anew; else boards are drawn by it, and no wire is touched. */
	follow(touched: Touched): Promise<void> {
		return this.#next(async () => {
			const open = this.#open;
			if (!open) return;
			if (open.wiring !== wiringOf(this.#hall.setup.file.devices)) return this.#begin();
			this.take(touched);
			await open.boards.begin();
		});
	}

	/** Works off what lines of the ledger ask of devices. */
	take(touched: Touched): void {
		if (touched.slips) this.#open?.spool.wake();
		void this.#open?.boards.take(touched).catch(this.#options.onTrouble);
		void this.#open?.pads.take(touched).catch(this.#options.onTrouble);
		if (touched.devices) void this.#obey(touched).catch(this.#options.onTrouble);
	}

	/** What hands have decided about devices holds from now on. */
	async #obey({ tested }: Touched): Promise<void> {
		await this.#hands.load();
		await this.#open?.boards.obeyHands();
		for (const { kind, device } of tested) {
			if (kind === 'board') this.#open?.boards.test(device);
			if (kind === 'id-reader' && this.#open) await this.readers.test(device);
		}
		this.#open?.spool.wake();
		this.#options.onChanged();
	}

	/** How every device that is driven here stands now. */
	#told(): Told[] {
		if (!this.#open) return [];
		const isOff = (code: string): boolean => this.#hands.isOff('board', code);
		const views = { agents: this.agents.view(), readers: this.readers.view(), screens: this.#screens.view() };
		return allTold(this.#hall, { ...this.#open, ...views, isOff });
	}

	/** Whether slips come out at a kiosk. Where another process drives the printers, they are taken to be well. */
	paper(kiosk: string): KioskPaper {
		const group = printerGroup(this.#hall.setup, kiosk, '');
		if (group === null) return { paper: 'out', printer: null };
		const paper = this.#open?.spool.paper(group) ?? 'ready';
		return { paper, printer: paper === 'out' ? (this.#open?.spool.trouble(group) ?? null) : null };
	}

	async view(): Promise<DevicesView> {
		return {
			...((await this.#open?.bench.view()) ?? { seq: 0, printers: [], boards: [], screens: this.#screens.view() }),
			// After what takes its time: no view has a printer out of reach and the agent before it still here.
			idReaders: this.readers.view(),
			keyLines: this.#open?.pads.view() ?? [],
			scanners: this.#open?.scanners.view() ?? [],
			agents: this.agents.view()
		};
	}

	/** The lines of pads and evaluators, while this process drives them. */
	get pads(): KeyLines | undefined {
		return this.#open?.pads;
	}

	get scanners(): Scanners | undefined {
		return this.#open?.scanners;
	}

	/** Lines of boards and who looks through them, where this process drives them. */
	get lines(): Lines | undefined {
		return this.#open?.lines;
	}

	/** The page of lines. */
	async linesView(): Promise<LinesView> {
		const { lines } = this;
		return lines ? lines.view() : { here: false, lines: [], check: null, results: await keptResults(this.#hall) };
	}

	/** The bench, when there are virtual devices here to play with. */
	get bench(): Bench | undefined {
		return this.#open?.bench.isVirtual === true ? this.#open.bench : undefined;
	}

	/** Lays every wire. A storage that is not well meanwhile must not leave the hall without its devices. */
	#begin(): Promise<void> {
		const lay = async (): Promise<void> => {
			await this.#end();
			await this.#lay();
		};
		return untilWell(lay, { clock: this.#hall.clock, onTrouble: this.#options.onTrouble, ended: () => !this.#wanted });
	}

	async #lay(): Promise<void> {
		const inWork = await slipsInWork(this.#hall.read, this.#hall.id);
		const torn = new Set(inWork.flatMap((slip) => slip.printer ?? []));
		await this.#hands.load();
		this.agents.follow();
		const { setup, clock } = this.#hall;
		const hardware = withFar(setup, openHardware(setup, clock, torn), this.agents);
		const options = { ...this.#options, hands: this.#hands };
		const boards = new Boards(this.#hall, hardware.boards, options);
		const lines = new Lines(this.#hall, hardware.lines, this.#options);
		const onPrinted: SpoolOptions['onPrinted'] = (...job) => this.watch.papers.printed(...job);
		const spool = new Spool(this.#hall, hardware.printers, { ...options, onPrinted });
		const bench = new Bench(this.#hall, { hardware, boards, screens: this.#screens });
		const pads = new KeyLines(this.#hall, { ...this.#options, farLine: (entry) => this.agents.keyLine(entry) });
		const scanners = new Scanners(this.#hall, { ...this.#options, farScanner: (entry) => this.agents.scanner(entry) });
		this.#open = {
			wiring: wiringOf(this.#hall.setup.file.devices),
			hardware,
			boards,
			lines,
			spool,
			bench,
			pads,
			scanners
		};
		await this.watch.begin();
		await boards.begin();
		await spool.begin();
		this.agents.open({
			late: (job, printer, result) => spool.late(job, printer, result),
			key: (pressed) => pads.pressedFar(pressed),
			scan: (code, text) => scanners.scanned(code, text),
			onChanged: this.#options.onChanged
		});
		this.#looking = keepLooking(this.#hall, this.watch, {
			told: () => this.#told(),
			agents: () => this.agents.view(),
			onTrouble: this.#options.onTrouble
		});
	}

	async #end(): Promise<void> {
		const open = this.#open;
		this.#looking();
		this.#open = undefined;
		await open?.pads.close();
		await open?.scanners.close();
		await open?.spool.stop();
		await open?.lines.close();
		await open?.boards.stop();
		await open?.hardware.close();
		await this.readers.close();
		await this.watch.stop();
	}

	#next(step: () => Promise<void>): Promise<void> {
		this.#tail = this.#tail.then(step).catch(this.#options.onTrouble);
		return this.#tail;
	}
}
