/**
 * A printer without hardware: the far end of a wire. It reads what real firmware reads, takes the time that paper takes,
 * answers, and has faults that can be switched on. What it prints can be looked at. The real driver never knows.
 */
import type { PrinterModel } from '../models/models.ts';
import type { Paper, PrinterFault } from '../printer.ts';
import { virtualLine } from '../wire/virtual.ts';
import type { VirtualLine } from '../wire/virtual.ts';
import { systemTimers } from '../wire/timers.ts';
import type { Timers } from '../wire/timers.ts';
import type { Link, Wire } from '../wire/wire.ts';
import { offline } from './answers.ts';
import type { Faults } from './answers.ts';
import type { HostCommand } from './commands.ts';
import { TcpPort } from './ports.ts';
import { Mouth } from './mouth.ts';
import { Press } from './press.ts';
import type { Amount } from './press.ts';
import type { Realtime } from './realtime.ts';
import { voiceOf } from './voice.ts';
import type { Voice } from './voice.ts';

export interface VirtualPrinterOptions {
	model: PrinterModel;
	name?: string;
	timers?: Timers;
	/** millimetres of paper a second */
	speed?: number;
	/** how many pieces of paper are kept for looking at */
	keep?: number;
	/** power on in Chinese mode, as printers for the Chinese market do and international ones do not */
	chinese?: boolean;
}

/** What a test or the bench holds of a virtual printer. */
export interface VirtualPrinter {
	/** the near end, for the driver */
	readonly wire: Wire;
	/** the newest pieces of paper, oldest first */
	papers(): readonly Paper[];
	/** how many pieces were ever cut off */
	count(): number;
	onPaper(listener: (paper: Paper) => void): void;
	faults(): PrinterFault[];
	setFault(fault: PrinterFault, on: boolean): void;
	/** of a model that has one */
	readonly mouth: Mouth;
	/** Runs once, after so many more bytes or lines were processed. */
	after(amount: Amount, act: () => void): void;
	/** Forgets everything but the paper; links break, but for a cable that does not notice. */
	reboot(options?: { keepLink: boolean }): void;
	/** Says bytes unasked. */
	say(bytes: Uint8Array): void;
	/** Puts these bytes before every answer; none: no more. */
	garble(bytes?: Uint8Array): void;
	/** Offers it on TCP as well; resolves to the port. */
	listen(port?: number): Promise<number>;
	/** Speaks over any other link: the far end of a pty. */
	attach(link: Link): void;
	close(): Promise<void>;
}

/** Six to ten seconds for a ticket: an old printer with a worn head. */
const SLOWER = 8;

/** Makes one and switches it on. */
export function virtualPrinter(options: VirtualPrinterOptions): VirtualPrinter {
	return new Firmware(options);
}

class Firmware implements VirtualPrinter {
	readonly #model: PrinterModel;
	readonly #keep: number;
	readonly #line: VirtualLine;
	readonly #press: Press;
	readonly #voice: Voice;
	readonly #faults = new Set<PrinterFault>();
	#ports: TcpPort[] = [];
	#link: Link | undefined;
	#pushes = false;
	readonly mouth = new Mouth();
	#noise: Uint8Array = new Uint8Array();
	#papers: Paper[] = [];
	#listener: (paper: Paper) => void = () => undefined;

	constructor(options: VirtualPrinterOptions) {
		const { model, name = 'virtual', timers = systemTimers, speed = 150, keep = 50, chinese = false } = options;
		this.#model = model;
		this.#keep = keep;
		this.#voice = voiceOf(model);
		this.#press = new Press({
			...{ model, voice: this.#voice, timers, speed, chinese },
			stopped: () => offline(this.#faults) || this.#faults.has('hung'),
			slower: () => (this.#faults.has('slow') ? SLOWER : 1),
			onReset: () => (this.#pushes = false),
			onAsked: (command) => {
				this.#asked(command);
			},
			onPaper: (paper) => {
				this.#cut(paper);
			}
		});
		this.#line = virtualLine(name);
		this.#line.onOpen((far) => {
			this.attach(far);
		});
	}

	get wire(): Wire {
		return this.#line.wire;
	}

	papers(): readonly Paper[] {
		return this.#papers;
	}

	count(): number {
		return this.#press.count;
	}

	onPaper(listener: (paper: Paper) => void): void {
		this.#listener = listener;
	}

	faults(): PrinterFault[] {
		return [...this.#faults];
	}

	setFault(fault: PrinterFault, on: boolean): void {
		if (this.#faults.has(fault) === on) return;
		if (on) this.#faults.add(fault);
		else this.#faults.delete(fault);
		if (fault === 'unplugged') this.#unplug(on);
		if (fault === 'hung') this.#hang(on);
		if (fault === 'not-taken' && !on) this.mouth.lies = false;
		this.#push();
		this.#press.work();
	}

	after(amount: Amount, act: () => void): void {
		this.#press.after(amount, act);
	}

	reboot({ keepLink } = { keepLink: false }): void {
		this.#press.clear();
		this.#voice.reset();
		this.#pushes = false;
		if (keepLink) return;
		for (const port of this.#ports) port.drop();
		this.#line.unplug(true);
		this.#line.unplug(this.#faults.has('unplugged'));
	}

	say(bytes: Uint8Array): void {
		if (this.#faults.has('mute') || this.#faults.has('hung')) return;
		this.#link?.write(bytes).catch(() => undefined);
	}

	garble(bytes: Uint8Array = new Uint8Array()): void {
		this.#noise = bytes;
	}

	async listen(port = 0): Promise<number> {
		const tcp = new TcpPort((link) => {
			this.attach(link);
		});
		this.#ports.push(tcp);
		return tcp.listen(port);
	}

	attach(link: Link): void {
		this.#link = link;
		link.onBytes((bytes) => {
			this.#hear(bytes);
		});
		link.onClosed(() => {
			if (this.#link === link) this.#link = undefined;
		});
	}

	async close(): Promise<void> {
		this.#press.clear();
		this.#line.unplug(true);
		await Promise.all(this.#ports.map((port) => port.close()));
	}

	#unplug(on: boolean): void {
		this.#line.unplug(on);
		for (const port of this.#ports) port.unplug(on);
	}

	#hang(on: boolean): void {
		this.#line.stall(on);
		for (const port of this.#ports) port.hang(on);
	}

	#hear(bytes: Uint8Array): void {
		let from = 0;
		for (const { command, end } of this.#voice.hear(bytes)) {
			this.#press.feed(bytes.subarray(from, end));
			this.#obeyAtOnce(command);
			from = end;
		}
		this.#press.feed(bytes.subarray(from));
	}

	#obeyAtOnce(command: Realtime): void {
		switch (command.kind) {
			case 'status':
				this.#answer(this.#voice.status(command.n, this.#state()));
				break;
			case 'recover':
				this.setFault('cutter', false);
				if (command.clear) this.#press.clear();
				break;
			case 'clear':
				if (!this.#model.clears) return;
				this.#press.clear();
				this.#answer(this.#voice.cleared());
		}
	}

	/** What it has to tell: the mouth as it is, not as it is when nobody takes. */
	#state(): Faults {
		return new Set([...this.#faults].filter((fault) => fault !== 'not-taken' || this.mouth.lies));
	}

	#asked(command: HostCommand): void {
		if (command.kind === 'push') this.#pushes = command.on;
		this.#answer(this.#voice.asked(command, this.#state()));
		if (command.kind !== 'present' && command.kind !== 'retract' && command.kind !== 'eject') return;
		this.mouth.obey(command.kind, this.#faults.has('not-taken'));
		this.#push();
	}

	#push(): void {
		if (this.#pushes) this.say(this.#voice.pushed(this.#state()));
	}

	#answer(bytes: Uint8Array): void {
		if (bytes.length > 0) this.say(Buffer.concat([this.#noise, bytes]));
	}

	#cut(paper: Paper): void {
		this.#papers = [...this.#papers, paper].slice(-this.#keep);
		this.#listener(paper);
	}
}
