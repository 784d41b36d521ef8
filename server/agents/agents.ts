import { getAgentKey } from '#db/agents.ts';
import type { AgentKeyRow } from '#db/schema.ts';
import type { CardOutcome, ReadFor } from '#printer/input/id-card.ts';
import type { KeyLine } from '#printer/input/key-line.ts';
import type { ScanLine } from '#printer/input/scan-line.ts';
import type { Hall } from '../hall.ts';
import type { HungBoard } from '../hardware/boards.ts';
import type { OpenPrinter } from '../hardware/printers.ts';
import type { IdReaderEntry, PadLineEntry, ScannerEntry } from '../setup/schema.ts';
import { agentBearing, enrolAgent, type Enrolled } from './enrol.ts';
import { fromAgent, introduction, PROTOCOL, type Introduction, type RefusedLink } from './protocol.ts';
import { Station } from './station.ts';
import type { AgentView } from './view.ts';
import type { Channel, Takes } from './way.ts';

/** Who stands at the other end of a new link: a machine that got its key just now, an agent, or nobody we want. */
export type Greeting = { enrolled: Enrolled } | { key: AgentKeyRow; told: KeyIntroduction } | { refusal: RefusedLink };
type KeyIntroduction = Extract<Introduction, { key: string }>;

/** The agents of the hall, while this process is the one that drives its devices. */
export class Agents {
	readonly #hall: Hall;
	readonly #onTrouble: (error: unknown) => void;
	readonly #stations = new Map<string, Station>();
	/** absent while the devices are being opened or closed */
	#takes: Takes | undefined;
	#opened: (() => void)[] = [];
	#open = false;

	constructor(hall: Hall, onTrouble: (error: unknown) => void) {
		this.#hall = hall;
		this.#onTrouble = onTrouble;
	}

	/** Follows the hall file. Links stay; what they tell waits until `open`. */
	follow(): void {
		this.#takes = undefined;
		const named = this.#hall.setup.file.devices.agents;
		for (const [code, station] of [...this.#stations]) {
			if (named.some((one) => one.code === code)) continue;
			station.end('agent-unknown');
			station.close();
			this.#stations.delete(code);
		}
		for (const { code } of named) {
			if (!this.#stations.has(code)) this.#stations.set(code, new Station(code, this.#hall, () => this.#taking()));
		}
		for (const station of this.#stations.values()) station.follow();
	}

	/** From now on links are taken, and what they tell is done. */
	open(takes: Takes): void {
		this.#takes = takes;
		this.#open = true;
		for (const go of this.#opened.splice(0)) go();
	}

	/** Nobody waits any more for what absent agents have in work. */
	giveUp(): void {
		for (const station of this.#stations.values()) station.giveUp();
	}

	/** This process drives the devices no more: every link ends, and agents look for the one that does. */
	close(): void {
		this.#open = false;
		for (const station of this.#stations.values()) station.close();
		this.#stations.clear();
		this.#takes = undefined;
		for (const go of this.#opened.splice(0)) go();
	}

	printers(): OpenPrinter[] {
		return this.#hall.setup.file.devices.printers.flatMap(({ code, group, agent }) => {
			const printer = agent === null ? undefined : this.#stations.get(agent)?.printer(code);
			return printer ? [{ code, group, printer }] : [];
		});
	}

	boards(): HungBoard[] {
		const { boards, buses } = this.#hall.setup.file.devices;
		return boards.flatMap(({ code, bus }) => {
			const agent = buses.find((one) => one.code === bus)?.agent ?? null;
			const board = agent === null ? undefined : this.#stations.get(agent)?.board(code);
			return board ? [board] : [];
		});
	}

	/** The line of pads of another machine. */
	keyLine({ code, agent }: PadLineEntry): KeyLine | undefined {
		return agent === null ? undefined : this.#stations.get(agent)?.keyLine(code);
	}

	/** The scanner of another machine. */
	scanner({ code, agent }: ScannerEntry): ScanLine | undefined {
		return agent === null ? undefined : this.#stations.get(agent)?.scanner(code);
	}

	/** Asks a reader that hangs on an agent; where that is not linked here, there is none. */
	readCard({ code, agent }: IdReaderEntry, asked: ReadFor): Promise<CardOutcome> {
		const station = agent === null ? undefined : this.#stations.get(agent);
		return station?.cards.read(code, asked) ?? Promise.resolve({ outcome: 'absent' });
	}

	view(): AgentView[] {
		return this.#hall.setup.file.devices.agents.map(({ code, name }) => {
			const unknown = { code, name, state: 'never', since: 0, trouble: null } as const;
			return this.#stations.get(code)?.view(name) ?? unknown;
		});
	}

	/** Keys were made or revoked: links whose key is no more end, and whoever had it is not missed. */
	async recheck(): Promise<void> {
		for (const station of this.#stations.values()) {
			const hash = station.lastKey;
			if (hash === undefined || (await getAgentKey(this.#hall.read, this.#hall.id, hash))) continue;
			// Another machine may be linked by now, with the key that took this one's place.
			if (station.lastKey === hash) station.revoked();
		}
	}

	/** Who comes with this introduction. @param address where from, against guessing */
	async greet(given: unknown, address: string): Promise<Greeting> {
		const read = introduction.safeParse(given);
		if (!read.success || read.data.protocol !== PROTOCOL) return { refusal: 'other-version' };
		const told = read.data;
		if ('code' in told) {
			const enrolled = await enrolAgent(this.#hall, told.code, address);
			return 'refusal' in enrolled ? enrolled : { enrolled };
		}
		const key = await agentBearing(this.#hall, told.key);
		if ('refusal' in key) return key;
		return this.#open ? { key, told } : { refusal: 'not-driving' };
	}

	/** A greeted agent is on its link. @returns what hears it, and what is to be called at its end */
	link(channel: Channel, { key, told }: Extract<Greeting, { told: unknown }>): Hearing {
		const station = this.#stations.get(key.agent);
		if (!station) {
			channel.say({ say: 'over', why: 'not-driving' });
			channel.end();
			return { hear: () => undefined, ended: () => undefined };
		}
		station.link(channel, key, told);
		// Its key may have been revoked while it was greeted.
		void this.recheck().catch(this.#onTrouble);
		let turn: Promise<unknown> = Promise.resolve();
		const hear = (given: unknown): void => {
			station.alive(channel);
			const read = fromAgent.safeParse(given);
			if (!read.success) {
				this.#onTrouble(new Error(`agent ${key.agent}: ${read.error.message}`));
				return;
			}
			// It is worth something now, or nothing: it waits for nobody.
			if (read.data.say === 'scan') {
				station.scanned(channel, read.data.scanner, read.data.text);
				return;
			}
			// One after the other: what is told first is done first.
			turn = turn
				.then(() => this.#ready())
				.then(() => station.hear(channel, read.data))
				.catch((error: unknown) => {
					this.#onTrouble(error);
					// It comes back and tells again what was not heard.
					station.unlink(channel);
					channel.end();
				});
		};
		return { hear, ended: () => station.unlink(channel) };
	}

	#ready(): Promise<void> | undefined {
		return this.#takes ? undefined : new Promise((resolve) => this.#opened.push(resolve));
	}

	#taking(): Takes {
		return this.#takes ?? NOBODY;
	}
}

/** What comes over one link. */
export interface Hearing {
	hear: (given: unknown) => void;
	ended: () => void;
}

const NOBODY: Takes = {
	late: () => Promise.reject(new Error('the devices are not open')),
	key: () => undefined,
	scan: () => undefined,
	onChanged: () => undefined
};
