import { randomUUID } from 'node:crypto';
import {
	EVENTS_AT_ONCE,
	PROTOCOL,
	type AgentEvent,
	type Levels,
	type RefusedLink,
	type ToAgent
} from '../agents/protocol.ts';
import type { Cancel, Clock } from '../clock.ts';
import type { Part } from '../hardware/part.ts';
import type { Logger } from '../log.ts';
import { Drives } from './drives.ts';
import { Jobs } from './jobs.ts';
import type { Journal } from './journal.ts';
import { Link } from './link.ts';

/** The disk is tried again so often, and it is looked so often whether anything stands otherwise than was told. */
const AGAIN_MS = 3000;
/** So long the last events may take to be heard when the agent ends. */
const LAST_WORDS_MS = 3000;

export interface AgentOptions {
	servers: readonly string[];
	key: string;
	clock: Clock;
	log: Logger;
	/** opened with this agent's `onTrouble` */
	journal: Journal;
	/** the server will have nothing more of this agent, and a person must see to it */
	onOver: (why: RefusedLink) => void;
}

/** These end an agent for good; after the others it tries again. */
const FINAL: readonly string[] = ['key-revoked', 'other-version', 'replaced'] satisfies RefusedLink[];

/** An agent at work: it drives what hangs on this machine as the server says, and tells what came of it. */
export class Agent {
	readonly #options: AgentOptions;
	readonly #drives: Drives;
	readonly #jobs: Jobs;
	readonly #link: Link;
	readonly #cards = new Map<string, AbortController>();
	#stops: Cancel[] = [];
	#blanking: Cancel = () => undefined;
	/** the newest event that is on its way */
	#told = 0;
	/** the server has not been told yet how all is now */
	#owesLevels = false;
	/** what it was told of that last */
	#toldLevels = '';
	#welcome = false;
	#leaving = false;
	/** said once, not at each try */
	#lastWhy = '';

	constructor(options: AgentOptions) {
		this.#options = options;
		const { clock, journal, servers, key } = options;
		this.#drives = new Drives({
			clock,
			torn: journal.torn,
			onStatus: (printer, status) => this.#tell({ kind: 'status', printer, status }),
			onOutcome: (board, show, { outcome, reason }) => this.#tell({ kind: 'board', board, show, outcome, reason }),
			onKey: (line, address, pressed) => this.#tell({ kind: 'key', line, address, key: pressed }),
			onScan: (scanner, text) => this.#scanned(scanner, text),
			onLine: () => this.#stands()
		});
		this.#jobs = new Jobs(this.#drives, journal, { now: () => clock.now(), tell: (event) => this.#tell(event) });
		const boot = randomUUID();
		this.#link = new Link({
			...{ servers, clock },
			introduction: () => ({ protocol: PROTOCOL, key, boot, epoch: journal.epoch }),
			onMessage: (message) => this.#hear(message),
			onUp: () => undefined,
			onDown: (why) => this.#down(why)
		});
		this.#stops.push(clock.every(AGAIN_MS, () => this.#again()));
	}

	/** The disk takes nothing, or takes it again: the server is told. */
	troubled(): void {
		this.#stands();
	}

	/** Ends after the slips in work, when the last events have been heard or the server is not there to hear them. */
	async close(): Promise<void> {
		this.#leaving = true;
		this.#link.say({ say: 'leaving' });
		this.#jobs.leave();
		for (const card of this.#cards.values()) card.abort();
		await this.#drives.close();
		await this.#allHeard();
		for (const stop of this.#stops) stop();
		this.#blanking();
		this.#link.close();
		this.#options.journal.close();
	}

	#tell(event: AgentEvent): void {
		this.#options.journal.event(event);
		this.#flush();
	}

	/** Never through the journal: a code that nobody hears now is worth nothing, and may be a person's. */
	#scanned(scanner: string, text: string): void {
		if (this.#welcome) this.#link.say({ say: 'scan', scanner, text });
	}

	/** Something stands otherwise than before. */
	#stands(): void {
		this.#owesLevels = true;
		this.#flush();
	}

	#hear(message: ToAgent): void {
		if (message.say === 'welcome') this.#begin(message);
		else if (message.say === 'over') this.#over(message.why);
		else if (message.say === 'tell-key') this.#drives.tellKey(message.line, message.what, message.address);
		else if (message.say === 'heard') {
			this.#options.journal.heard(message.seq);
			this.#flush();
		} else this.#drive(message);
	}

	/** What devices are to do; a beat is only heard. */
	#drive(message: Exclude<ToAgent, { say: 'welcome' | 'over' | 'heard' | 'tell-key' }>): void {
		switch (message.say) {
			case 'part':
				this.#follow(message.part);
				break;
			case 'job':
				this.#jobs.take(message);
				break;
			case 'show':
				this.#drives.lines.show(message.board, message);
				break;
			case 'leave':
				this.#drives.lines.leave(message.board);
				break;
			case 'ask-card':
				void this.#askCard(message);
				break;
			case 'stop-card':
				this.#cards.get(message.ask)?.abort();
				break;
			case 'enrolled':
			case 'beat':
		}
	}

	#follow(part: Part): void {
		if (!this.#leaving) this.#drives.follow(part);
	}

	#begin({ agent, heard }: ToAgent & { say: 'welcome' }): void {
		this.#options.log.info({ agent }, 'linked');
		this.#lastWhy = '';
		this.#blanking();
		this.#options.journal.heard(heard);
		this.#welcome = true;
		this.#told = heard;
		this.#owesLevels = true;
		this.#flush();
	}

	/** Events in their order, a handful at a time; when all are heard, how everything is now. */
	#flush(): void {
		const { journal, clock } = this.#options;
		if (!this.#welcome) return;
		const unheard = journal.unheard();
		const first = unheard[0];
		if (!first) {
			if (this.#owesLevels) this.#tellLevels();
			return;
		}
		// One handful is on its way until it is heard.
		if (first.seq <= this.#told) return;
		const events = unheard.slice(0, EVENTS_AT_ONCE).map(({ seq, at, old, event }) => {
			return { seq, event, agoMs: old ? null : Math.max(0, clock.now() - at) };
		});
		this.#told = events.at(-1)?.seq ?? this.#told;
		this.#link.say({ say: 'events', events });
	}

	#tellLevels(): void {
		this.#owesLevels = false;
		const levels = this.#levels();
		this.#toldLevels = JSON.stringify(levels);
		this.#link.say({ say: 'levels', levels });
	}

	#levels(): Levels {
		const trouble = this.#options.journal.sound ? null : 'disk';
		return { ...this.#drives.levels(), working: this.#jobs.working(), trouble };
	}

	async #askCard({ ask, reader: code, limitMs }: ToAgent & { say: 'ask-card' }): Promise<void> {
		const gone = new AbortController();
		this.#cards.set(ask, gone);
		const reader = this.#drives.reader(code);
		const outcome = (await reader?.read({ limitMs, signal: gone.signal })) ?? { outcome: 'absent' as const };
		this.#cards.delete(ask);
		this.#link.say({ say: 'card', ask, outcome });
	}

	#down(why: string): void {
		const { log, clock } = this.#options;
		if (why !== this.#lastWhy) log.warn({ why }, 'no link to the server');
		this.#lastWhy = why;
		for (const card of this.#cards.values()) card.abort();
		if (this.#welcome) this.#blanking = clock.after(this.#drives.lines.patienceMs, () => this.#drives.lines.blank());
		this.#welcome = false;
		if (FINAL.includes(why) || why === 'agent-unknown') this.#over(why as RefusedLink);
	}

	/** What it may not drive, it lets go of at once. */
	#over(why: RefusedLink): void {
		this.#options.log.error({ why }, 'not wanted by the server');
		this.#drives.follow({ printers: [], buses: [], boards: [], padLines: [], idReaders: [], scanners: [] });
		if (FINAL.includes(why)) this.#options.onOver(why);
	}

	#again(): void {
		this.#options.journal.retry();
		if (this.#welcome && JSON.stringify(this.#levels()) !== this.#toldLevels) this.#stands();
	}

	async #allHeard(): Promise<void> {
		const { journal, clock } = this.#options;
		const until = clock.now() + LAST_WORDS_MS;
		while (this.#welcome && journal.unheard().length > 0 && clock.now() < until) {
			await new Promise<void>((resolve) => {
				clock.after(20, resolve);
			});
		}
	}
}
