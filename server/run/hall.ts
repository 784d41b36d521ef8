import type { IncomingMessage, Server as HttpServer, ServerResponse } from 'node:http';
import type { LedgerRow } from '#db/schema.ts';
import { serveApi } from '../api/serve.ts';
import { openOnAir, type OnAir } from '../broadcast/on-air.ts';
import type { Cancel, Clock } from '../clock.ts';
import type { Config } from '../config.ts';
import { Devices } from '../devices/devices.ts';
import { Screens } from '../devices/screens.ts';
import { shareScreens } from '../devices/share-screens.ts';
import type { Hall } from '../hall.ts';
import { Later } from '../later.ts';
import type { Logger } from '../log.ts';
import { heard } from '../offline/away.ts';
import { KeyRing } from '../people/keys.ts';
import { openAgentLine } from '../realtime/agent-line.ts';
import { Follower } from '../realtime/follow.ts';
import { Line } from '../realtime/line.ts';
import { roomName } from '../realtime/gateway.ts';
import { mediaFolder } from '../screens/setup.ts';
import { touchedBy } from '../realtime/touched.ts';
import { openVoices, type Voices } from '../realtime/voices.ts';
import { keepDay, keepDays } from './day.ts';
import { beginDuties } from './duties.ts';
import { cookiesIn, identify } from './identify.ts';
import { Metrics } from './metrics.ts';
import { sayTests } from '../upkeep/test-sentence.ts';
import { keepForecast } from '../waits/refit.ts';
import { Receipts } from './receipts.ts';
import { welcome } from './welcome.ts';
import { loadSetup, newest, openHall, type OpenedHall } from './open.ts';

/** When devices were last heard is shown so often, whichever process hears them. */
const WATCH_SHOWN_MS = 10_000;

/** A hall that is open: what routes and the entry may touch. */
export interface RunningHall {
	hall: Hall;
	keys: KeyRing;
	voices: Voices;
	/** where the files beside the calls lie */
	mediaFolder: string;
	devices: Devices;
	metrics: Metrics;
	/** serves one request to /api/v1 */
	api(request: IncomingMessage, response: ServerResponse): void;
	/** the entry tells the address it listens on, for the QR on slips */
	listening(origin: string): void;
	/** what a person reads in the terminal: pages, and one-time links for staff */
	welcome(address: string): Promise<string>;
	stop(): Promise<void>;
}

export interface HallMeans {
	clock: Clock;
	log: Logger;
	realtime: HttpServer;
}

/** Opens a hall and keeps it going: database, days, devices, voice, live line. Throws CannotOpen. */
export async function runHall(config: Config, means: HallMeans): Promise<RunningHall> {
	const opened = await openHall(config, means.clock, means.log);
	const parts = new Parts(opened, config, means);
	await parts.begin();
	return parts.running();
}

/** The parts of an open hall and how they hear of each other: everything goes by the ledger's follower. */
class Parts {
	readonly #opened: OpenedHall;
	readonly #hall: OpenedHall['hall'];
	readonly #config: Config;
	readonly #log: Logger;
	readonly #keys = new KeyRing();
	readonly #screens: Screens;
	readonly #devices: Devices;
	readonly #voices: Voices;
	readonly #metrics: Metrics;
	readonly #later: Later;
	readonly #line: Line;
	readonly #receipts: Receipts;
	readonly #onAir: OnAir;
	readonly #follower: Follower;
	#stops: (() => unknown)[] = [];
	/** what this process does for the hall while it leads */
	#duties: Cancel[] = [];
	#leads = false;
	#learning: Promise<unknown> = Promise.resolve();

	constructor(opened: OpenedHall, config: Config, { clock, log, realtime }: HallMeans) {
		const { hall } = opened;
		[this.#opened, this.#hall, this.#config, this.#log] = [opened, hall, config, log];
		const onTrouble = this.#trouble.bind(this);
		const onChanged = (): void => this.#line.devicesChanged();
		this.#screens = new Screens(clock);
		this.#devices = new Devices(hall, this.#screens, {
			onChanged,
			onWatched: () => this.#line.watchChanged(),
			onReceipt: (window) => this.#line.received(window),
			onRefused: (window, action, code) => this.#line.refused(window, action, code),
			onScan: (at, text) => this.#line.io.to(roomName(at.room, at.key)).emit('code:scanned', text),
			onTrouble
		});
		this.#voices = openVoices(config, hall, log);
		this.#metrics = new Metrics(hall);
		this.#later = new Later(hall, { onWritten: () => undefined, onTrouble });
		this.#receipts = new Receipts({
			...{ hall, screens: this.#screens, later: this.#later, voices: this.#voices, onChanged },
			onCall: (window) => this.#line.received(window),
			onBroadcast: () => this.#line.broadcastReceived()
		});
		this.#follower = new Follower(hall, (lines) => this.#take(lines), onTrouble);
		this.#line = new Line(realtime, hall, {
			identify: async (headers, auth) => (await this.#identify(headers, auth)).who,
			seq: () => this.#follower.seq,
			paper: (device) => this.#devices.paper(device),
			devices: () => this.#devices.view(),
			lines: () => this.#devices.linesView(),
			onReceived: (receipt) => void this.#receipts.call(receipt).catch(onTrouble),
			onBroadcastReceived: (receipt) => this.#receipts.broadcast(receipt),
			onTold: (socket, device, report) => this.#receipts.told(socket, device, report),
			onScreen: (socket, zone) => this.#voices.pending(zone).forEach((one) => socket.emit('call:announced', one)),
			onKiosk: (device) => this.#later.add(heard(hall, device)),
			onReported: (socket, device, sound) => this.#receipts.reported(socket, device, sound),
			onTrouble
		});
		openAgentLine(this.#line.io, this.#devices.agents, onTrouble);
		this.#onAir = openOnAir(this.#line.io, hall, { render: (told) => this.#voices.alert(told), onTrouble });
	}

	async begin(): Promise<void> {
		const { hall } = this.#opened;
		await keepDay(hall);
		await hall.counters.load(hall.read, hall.id, hall.setup);
		await hall.waits.load(hall);
		this.#follower.begin(await newest(hall));
		this.#opened.onCommitted(() => this.#follower.wake());
		const watch = await hall.database.watch(() => this.#follower.wake());
		const onTrouble = this.#trouble.bind(this);
		this.#stops.push(keepDays(hall, onTrouble), () => watch.stop());
		this.#stops.push(() => this.#onAir.stop());
		this.#stops.push(hall.clock.every(WATCH_SHOWN_MS, () => this.#line.watchChanged()));
		this.#stops.push(shareScreens(hall, this.#screens, { onChanged: () => this.#line.devicesChanged(), onTrouble }));
		await this.#onAir.look();
		await this.#voices.catchUp(this.#line.io);
		const lead = hall.database.lead(hall.id, {
			gained: () => this.#gained(),
			lost: () => this.#lost()
		});
		this.#stops.push(() => lead.stop());
	}

	/** This process drives the devices of the hall now, and what goes by time. */
	#gained(): void {
		this.#leads = true;
		this.#learn();
		void this.#devices.open();
		const onTrouble = this.#trouble.bind(this);
		this.#rest();
		this.#duties = beginDuties(this.#hall, onTrouble);
	}

	#lost(): void {
		this.#leads = false;
		void this.#devices.close();
		this.#rest();
	}

	#rest(): void {
		for (const stop of this.#duties) stop();
		this.#duties = [];
	}

	/** Once a day is over, and at a start that finds one: the queues learn from their waits, one process for all. */
	#learn(): void {
		this.#learning = keepForecast(this.#hall).catch((error: unknown) => this.#trouble(error));
	}

	running(): RunningHall {
		return {
			hall: this.#hall,
			keys: this.#keys,
			voices: this.#voices,
			mediaFolder: mediaFolder(this.#config.dataDir),
			devices: this.#devices,
			metrics: this.#metrics,
			api: (request, response) => {
				const onTrouble = this.#trouble.bind(this);
				void serveApi(request, response, { hall: this.#hall, keys: this.#keys, onTrouble }).catch(onTrouble);
			},
			listening: (origin) => {
				if (this.#hall.origin === '') this.#hall.origin = origin;
			},
			welcome: (address) => welcome(this.#hall, address, this.#devices.bench !== undefined),
			stop: () => this.#stop()
		};
	}

	async #take(lines: LedgerRow[]): Promise<void> {
		const touched = touchedBy(lines);
		if (touched.broadcast) void this.#onAir.look();
		if (touched.applied) this.#hall.setup = await loadSetup(this.#hall.database, this.#hall.id);
		if (touched.keys) this.#keys.forget();
		if (touched.agents) await this.#devices.agents.recheck();
		this.#line.left(touched.left);
		if (touched.windows.size > 0 || touched.applied) {
			await this.#hall.counters.load(this.#hall.read, this.#hall.id, this.#hall.setup);
		}
		await this.#hall.waits.take(this.#hall, touched, lines);
		this.#hall.knowledge.take(this.#hall, lines, touched.applied);
		// Screens first: paper, sound and boards take longer than a glance.
		await this.#line.take(touched, lines);
		this.#metrics.take(
			touched,
			lines.map((line) => line.act)
		);
		void this.#voices.announceTo(this.#line.io, touched.calls);
		const lineTo = this.#receipts.lineTo.bind(this.#receipts);
		void sayTests(this.#hall, touched, { voices: this.#voices, lineTo }).catch((error: unknown) =>
			this.#trouble(error)
		);
		if (this.#leads && lines.some((line) => line.act === 'day.closed')) this.#learn();
		if (touched.applied) void this.#devices.follow(touched);
		else this.#devices.take(touched);
	}

	#identify(headers: NodeJS.Dict<string | string[]>, auth: unknown): ReturnType<typeof identify> {
		const key = typeof auth === 'object' && auth && 'key' in auth && typeof auth.key === 'string' ? auth.key : null;
		const authorization = key === null ? (headers['authorization'] ?? null) : `Bearer ${key}`;
		return identify(this.#hall, this.#keys, {
			authorization: Array.isArray(authorization) ? null : authorization,
			cookie: cookiesIn(typeof headers['cookie'] === 'string' ? headers['cookie'] : undefined)
		});
	}

	#trouble(error: unknown): void {
		this.#log.error({ err: error }, 'trouble');
	}

	async #stop(): Promise<void> {
		for (const stop of this.#stops) await stop();
		this.#rest();
		await this.#learning;
		await this.#devices.close();
		await this.#line.stop();
		await this.#later.close();
		await this.#follower.stop();
		await this.#opened.settled();
		await this.#opened.close();
	}
}
