import { heardAgent } from '#db/agents.ts';
import type { AgentKeyRow } from '#db/schema.ts';
import type { Hall } from '../hall.ts';
import { partOf } from '../hardware/part.ts';
import { FarBoard } from './far-board.ts';
import { FarCards } from './far-reader.ts';
import { FarKeys, FarScanner } from './far-lines.ts';
import { FarPrinter } from './far-printer.ts';
import { keep, known } from './keep.ts';
import {
	BEAT_MS,
	GONE_MS,
	type FromAgent,
	type Levels,
	type RefusedLink,
	type Sent,
	type ToAgent
} from './protocol.ts';
import type { AgentView } from './view.ts';
import type { Channel, Takes, Way } from './way.ts';

/** A key that was pressed longer ago is told, not done: whoever pressed it has gone on. */
const FRESH_KEY_MS = 5000;

interface Linked {
	channel: Channel;
	key: AgentKeyRow;
	boot: string;
	epoch: string;
	heard: number;
	heardAt: number;
	/** it gives up its work: nothing new goes to it */
	leaving: boolean;
}

/** One agent as the server sees it: what hangs on it, and its link while there is one. */
export class Station implements Way {
	readonly code: string;
	readonly cards: FarCards;
	readonly #hall: Hall;
	readonly #takes: () => Takes;
	#linked: Linked | undefined;
	#since: number;
	#lastKey: string | undefined;
	#trouble: Levels['trouble'] = null;
	#part = '';
	readonly #printers = new Map<string, { text: string; far: FarPrinter }>();
	readonly #boards = new Map<string, { text: string; far: FarBoard }>();
	readonly #keys = new Map<string, FarKeys>();
	readonly #scanners = new Map<string, FarScanner>();
	readonly #stop: () => void;

	constructor(code: string, hall: Hall, takes: () => Takes) {
		this.code = code;
		this.#hall = hall;
		this.#takes = takes;
		this.#since = hall.clock.now();
		this.cards = new FarCards(this);
		this.#stop = hall.clock.every(BEAT_MS, () => this.#beat());
	}

	get clock(): Hall['clock'] {
		return this.#hall.clock;
	}

	get boot(): string | undefined {
		return this.#linked?.leaving === false ? this.#linked.boot : undefined;
	}

	get since(): number {
		return this.#since;
	}

	/** hash of the key by which it is linked, or was last, unless that was revoked */
	get lastKey(): string | undefined {
		return this.#lastKey;
	}

	say(message: ToAgent): void {
		this.#linked?.channel.say(message);
	}

	printer(code: string): FarPrinter | undefined {
		return this.#printers.get(code)?.far;
	}

	board(code: string): FarBoard | undefined {
		return this.#boards.get(code)?.far;
	}

	keyLine(code: string): FarKeys {
		return known(this.#keys, code, () => new FarKeys(code, this));
	}

	scanner(code: string): FarScanner {
		return known(this.#scanners, code, () => new FarScanner(this));
	}

	view(name: AgentView['name']): AgentView {
		const state = this.#linked ? 'here' : this.#lastKey === undefined ? 'never' : 'gone';
		return { code: this.code, name, state, since: this.#since, trouble: this.#trouble };
	}

	/** The hall file, maybe a new one: far devices that are unchanged stay what they are. */
	follow(): void {
		const part = partOf(this.#hall.setup.file.devices, this.code);
		keep(this.#printers, part.printers, (entry) => new FarPrinter(entry, this));
		keep(this.#boards, part.boards, (entry) => new FarBoard(entry, this));
		const text = JSON.stringify(part);
		if (text === this.#part) return;
		this.#part = text;
		this.say({ say: 'part', part });
		for (const { far } of this.#boards.values()) far.back();
	}

	/** A link of this agent; an older one is its forerunner, or a second machine with the same key. */
	link(channel: Channel, key: AgentKeyRow, { boot, epoch }: { boot: string; epoch: string }): void {
		this.end('replaced');
		const now = this.clock.now();
		const heard = key.epoch === epoch ? key.heard : 0;
		this.#linked = { channel, key, boot, epoch, heard, heardAt: now, leaving: false };
		this.#since = now;
		this.#lastKey = key.hash;
		this.say({ say: 'welcome', agent: this.code, heard });
		this.say({ say: 'part', part: partOf(this.#hall.setup.file.devices, this.code) });
		for (const { far } of this.#boards.values()) far.back();
		this.#takes().onChanged();
	}

	/** The transport says that a link has ended. */
	unlink(channel: Channel): void {
		if (this.#linked?.channel === channel) this.#lost();
	}

	/** Ends the link, and tells the agent why. */
	end(why: RefusedLink): void {
		const channel = this.#linked?.channel;
		if (!channel) return;
		channel.say({ say: 'over', why });
		this.#lost();
		channel.end();
	}

	/** Its key is no more: no machine is missed that nobody has enrolled. */
	revoked(): void {
		this.#lastKey = undefined;
		if (this.#linked) this.end('key-revoked');
		else this.#takes().onChanged();
	}

	/** Takes what the agent says. Rejects when it could not be written down: it is told again then. */
	async hear(channel: Channel, message: FromAgent): Promise<void> {
		const linked = this.#linked;
		if (linked?.channel !== channel) return;
		if (message.say === 'events') await this.#events(linked, message.events);
		else if (message.say === 'levels') this.#levels(linked, message.levels);
		else if (message.say === 'card') this.cards.took(message.ask, message.outcome);
		else if (message.say === 'leaving') this.#leaves(linked);
	}

	/** A code is held before a scanner of this agent now. */
	scanned(channel: Channel, code: string, text: string): void {
		const { scanners } = this.#hall.setup.file.devices;
		const ours = scanners.some((one) => one.code === code && one.agent === this.code);
		if (ours && this.#linked?.channel === channel) this.#takes().scan(code, text);
	}

	/** Something came over the link, whatever it was. */
	alive(channel: Channel): void {
		if (this.#linked?.channel === channel) this.#linked.heardAt = this.clock.now();
	}

	/** Nobody waits any more for what an absent agent has in work. */
	giveUp(): void {
		for (const { far } of this.#printers.values()) far.giveUp();
	}

	close(): void {
		this.#stop();
		this.end('not-driving');
	}

	#beat(): void {
		const linked = this.#linked;
		if (!linked) return;
		if (this.clock.now() - linked.heardAt > GONE_MS) {
			this.#lost();
			linked.channel.end();
		} else this.say({ say: 'beat' });
	}

	#leaves(linked: Linked): void {
		linked.leaving = true;
		for (const { far } of this.#printers.values())
			far.is({ state: 'unreachable', since: this.#since, reason: 'agent-gone' });
		this.#takes().onChanged();
	}

	#lost(): void {
		this.#linked = undefined;
		this.#since = this.clock.now();
		this.#trouble = null;
		for (const { far } of this.#printers.values()) far.lost();
		for (const { far } of this.#boards.values()) far.lost();
		this.cards.lost();
		this.#takes().onChanged();
	}

	/** In their order, each once: what was heard is remembered before keys are done, and after all that may be done twice. */
	async #events(linked: Linked, events: readonly Sent[]): Promise<void> {
		const fresh = events.filter(({ seq }) => seq > linked.heard);
		for (const one of fresh) await this.#take(one);
		const heard = fresh.at(-1)?.seq ?? linked.heard;
		linked.heard = heard;
		const { key, epoch } = linked;
		const seen = { seen_at: this.clock.now(), epoch, heard };
		await this.#hall.write((tx) => heardAgent(tx.k, key, seen));
		if (this.#linked === linked) this.say({ say: 'heard', seq: heard });
		for (const { event, agoMs } of fresh) {
			if (event.kind !== 'key') continue;
			const { line, address, key: pressed } = event;
			this.#keys.get(line)?.pressed(address);
			this.#takes().key({ line, address, key: pressed, fresh: agoMs !== null && agoMs <= FRESH_KEY_MS });
		}
	}

	async #take({ event, agoMs }: Sent): Promise<void> {
		if (event.kind === 'job') {
			const { job, printer, result } = event;
			if (this.printer(printer)?.took(job, result) !== true) await this.#takes().late(job, printer, result);
		} else if (event.kind === 'status') this.printer(event.printer)?.is(event.status);
		else if (event.kind === 'board') {
			const { outcome, reason, show } = event;
			this.board(event.board)?.took(show, { outcome, reason, at: this.clock.now() - (agoMs ?? 0) });
		}
	}

	#levels(linked: Linked, { printers, keyLines, scanners, working, trouble }: Levels): void {
		const inWork = new Set(working);
		for (const [code, { far }] of this.#printers) {
			far.back(linked.boot, inWork);
			const status = printers[code];
			if (status) far.is(status);
		}
		for (const [code, level] of Object.entries(keyLines)) this.#keys.get(code)?.is(level);
		for (const [code, level] of Object.entries(scanners)) this.#scanners.get(code)?.is(level);
		this.#trouble = trouble;
		this.#takes().onChanged();
	}
}
