import { livePhoneCalls } from '#db/phone-calls.ts';
import { tcpWire } from '#printer/wire/tcp.ts';
import type { Wire } from '#printer/wire/wire.ts';
import { raiseAlarm, settleAlarm } from '../alarms/alarms.ts';
import type { Cancel } from '../clock.ts';
import type { Hall } from '../hall.ts';
import { readSecret } from '../messages/gateway.ts';
import type { Who } from '../people/who.ts';
import type { AmiPacket } from '../rules/telephone/ami.ts';
import { AmiCalls, type OpenCall, type ToldEvent } from '../rules/telephone/ami-calls.ts';
import type { HallFile } from '../setup/schema.ts';
import { hearEvents } from '../telephone/events.ts';
import { AmiClient, type AmiState } from './client.ts';

/** The hall's own listener at its telephone system. */
const LISTENER: Who = { role: 'telephone', name: 'telephone:ami' };

/** A break this short calls for nobody. */
const BREAK_MS = 30_000;
/** How soon another hall file is followed. */
const LOOK_MS = 5000;

const DOWN = { kind: 'phone-system-down', key: 'ami' } as const;

type Telephone = HallFile['telephone'];

/** Listens to the telephone system of the hall file, in the one process that leads; another file is followed soon. */
export function keepTelephone(hall: Hall, onTrouble: (error: unknown) => void): Cancel {
	let told = '';
	let listening: Listening | undefined;
	const look = (): void => {
		const { telephone } = hall.setup.file;
		const asked = JSON.stringify([telephone, readSecret(hall, 'ami') ?? null]);
		if (asked === told) return;
		told = asked;
		listening?.stop();
		listening = listen(hall, telephone, onTrouble);
	};
	look();
	const stop = hall.clock.every(LOOK_MS, look);
	return () => {
		stop();
		listening?.stop();
	};
}

function listen(hall: Hall, telephone: Telephone, onTrouble: (error: unknown) => void): Listening | undefined {
	const { system } = telephone;
	if (system === null) {
		// Nothing is listened to any more, so nothing is down.
		void hall.write((tx) => settleAlarm(tx, hall, DOWN)).catch(onTrouble);
		return undefined;
	}
	const secret = readSecret(hall, 'ami');
	const wire = tcpWire(system.host, system.port);
	return new Listening(hall, { wire, user: system.user, secret, telephone, onTrouble });
}

interface Means {
	wire: Wire;
	user: string;
	secret: string | undefined;
	telephone: Telephone;
	onTrouble: (error: unknown) => void;
}

/** One client, and what it hears written down in its order. */
class Listening {
	readonly #hall: Hall;
	readonly #means: Means;
	readonly #client: AmiClient | undefined;
	#calls: AmiCalls | undefined;
	#work: Promise<void> = Promise.resolve();
	#alarm: Cancel | undefined;

	constructor(hall: Hall, means: Means) {
		this.#hall = hall;
		this.#means = means;
		const { wire, user, secret } = means;
		this.#told(secret === undefined ? 'refused' : 'down');
		if (secret === undefined) return;
		this.#client = new AmiClient(wire, {
			...{ timers: hall.clock, user, secret },
			onState: (state) => this.#told(state),
			onEvent: (event) => this.#do(() => this.#hear(event)),
			onChannels: (channels) => this.#do(() => this.#resync(channels))
		});
	}

	stop(): void {
		this.#alarm?.();
		void this.#client?.close().catch(this.#means.onTrouble);
	}

	/** One after the other. What could not be written is found again by starting afresh. */
	#do(work: () => Promise<void>): void {
		this.#work = this.#work.then(work).catch((error: unknown) => {
			this.#means.onTrouble(error);
			this.#client?.renew();
		});
	}

	async #hear(event: AmiPacket): Promise<void> {
		await this.#write(this.#calls?.hear(event, this.#hall.clock.now()) ?? []);
	}

	/** What is written down is where one begins: another process may have listened until now. */
	async #resync(channels: AmiPacket[]): Promise<void> {
		const { lines, extensions } = this.#means.telephone;
		const byNumber = new Map(lines.map(({ number, code }) => [number, code]));
		const rows = await livePhoneCalls(this.#hall.read, this.#hall.id);
		const open = rows.flatMap((row): OpenCall[] => {
			if (row.system !== 'ami') return [];
			const extension = extensions.find(({ staff }) => staff === row.talker)?.extension ?? null;
			return [{ call: row.ref, line: row.line ?? '', rang: true, answered: row.answered_at !== null, extension }];
		});
		this.#calls = new AmiCalls(byNumber, open);
		await this.#write(this.#calls.resync(channels, this.#hall.clock.now()));
	}

	async #write(told: readonly ToldEvent[]): Promise<void> {
		if (told.length === 0) return;
		// An exchange whose clock goes before ours is believed in what it tells, not in when.
		const now = this.#hall.clock.now();
		const events = told.map((one) => ({ ...one, at: Math.min(one.at, now), staff: null }));
		const heard = await hearEvents(this.#hall, LISTENER, 'ami', events);
		if (!heard.ok) throw new Error(`the telephone system was not believed: ${heard.refusal} ${heard.detail ?? ''}`);
	}

	/** Whoever watches the hall is told of a break that lasts: until it is up again, however often it has tried meanwhile. */
	#told(state: AmiState): void {
		if (state === 'up') {
			this.#alarm?.();
			this.#alarm = undefined;
			this.#do(() => this.#hall.write((tx) => settleAlarm(tx, this.#hall, DOWN)));
		} else if (state !== 'signing-in') this.#alarm ??= this.#hall.clock.after(BREAK_MS, () => this.#tell());
	}

	#tell(): void {
		const state = this.#client?.state ?? 'refused';
		const about = { state, where: this.#means.wire.name };
		this.#do(() => this.#hall.write((tx) => raiseAlarm(tx, this.#hall, { ...DOWN, window: null, about })));
	}
}
