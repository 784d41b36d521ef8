import type { Server as HttpServer } from 'node:http';
import type { LedgerRow } from '#db/schema.ts';
import { boardView } from '../calls/board.ts';
import type { Hall } from '../hall.ts';
import { isAllowed, mayBeKiosk, VISITOR } from '../people/access.ts';
import type { Who } from '../people/who.ts';
import type { RefusalCode } from '../rules/refusal.ts';
import type { PadAction } from '../setup/schema.ts';
import { adviceFor } from '../limits/closing.ts';
import { kioskServices, kioskView, waitingByQueue } from '../tickets/kiosk.ts';
import { ticketView, waitIn } from '../tickets/view.ts';
import type { KioskPaper, TicketView } from '../views.ts';
import type { LinesView } from '../commission/view.ts';
import type { DevicesView } from '../devices/view.ts';
import type { KioskChange, Room, Snapshot, Watched } from './events.ts';
import { openGateway, roomName, type GatewayOptions, type HallSocket, type Io, type Received } from './gateway.ts';
import { isPlain, PLAIN, RIGHT, type PlainRoom } from './rooms.ts';
import { Soon } from './soon.ts';
import { zonesOf, type Touched } from './touched.ts';
import { ZoneFeed } from './zone-feed.ts';

/** Consoles and phones follow mere counts so slowly; what concerns their own ticket or window comes at once. */
const FOLLOW_MS = 400;

export interface LineOptions {
	identify: Parameters<typeof openGateway>[2]['identify'];
	seq: () => number;
	/** whether slips come out at that kiosk */
	paper: (device: string) => KioskPaper;
	devices: () => Promise<DevicesView>;
	/** of LED boards */
	lines: () => Promise<LinesView>;
	onReceived: (receipt: Received) => void;
	onReported: (socket: HallSocket, device: string, sound: 'on' | 'refused' | 'failed') => void;
	/** a kiosk is on the line */
	onKiosk: (device: string) => void;
	onTold: GatewayOptions['onTold'];
	onBroadcastReceived: GatewayOptions['onBroadcastReceived'];
	/** a screen of that zone has come (back) */
	onScreen: (socket: HallSocket, zone: string) => void;
	onTrouble: (error: unknown) => void;
}

/** The live line of a hall: rooms with snapshots, and their changes as the ledger grows. */
export class Line {
	readonly io: Io;
	readonly #hall: Hall;
	readonly #options: LineOptions;
	readonly #feeds = new Map<string, ZoneFeed>();
	readonly #soon: Soon<string>;
	/** the tickets behind the tokens that are watched */
	readonly #ids = new Map<string, number>();

	constructor(http: HttpServer, hall: Hall, options: LineOptions) {
		this.#hall = hall;
		this.#options = options;
		this.#soon = new Soon({
			clock: hall.clock,
			everyMs: FOLLOW_MS,
			work: (room) => this.#refresh(room),
			onTrouble: options.onTrouble
		});
		this.io = openGateway(http, hall, {
			...options,
			barred: (room, key, who) => this.#barred(room, key, who),
			snapshot: (room, key, who) => this.#snapshot(room, key, who),
			onWatched: (socket, room, key) => {
				if (room === 'kiosk') options.onKiosk(key);
				const zone = zoneShown(hall, room, key);
				if (zone === undefined) return;
				socket.data.zone = zone;
				if (room === 'zone') options.onScreen(socket, zone);
			}
		});
	}

	/** Tells whoever watches what these lines have changed. */
	async take(touched: Touched, lines: readonly LedgerRow[]): Promise<void> {
		const seq = lines.at(-1)?.seq ?? 0;
		if (touched.applied) this.io.emit('hall:applied');
		const zones = zonesOf(touched, this.#hall.setup);
		await Promise.all([...zones].map((zone) => this.#feed(zone).take(touched, seq)));
		for (const room of this.#watched()) {
			if (this.#concerns(room, touched)) void this.#soon.now(room);
			else if (follows(room, touched)) this.#soon.add(room);
		}
	}

	/** A receipt of a call at that window has come. */
	received(window: string): void {
		const room = roomName('console', window);
		if (this.io.sockets.adapter.rooms.has(room)) this.#soon.add(room);
	}

	/** A receipt of what is told to the whole hall has come: whoever may end it sees how far it has reached. */
	broadcastReceived(): void {
		for (const room of this.#watched()) if (/^(desk|incidents):/.test(room)) this.#soon.add(room);
	}

	/** A key of the call pad was not granted: the console of its window says why. */
	refused(window: string, action: PadAction, code: RefusalCode): void {
		this.io.to(roomName('console', window)).emit('pad:refused', action, code);
	}

	/** The devices have changed: their bench, and what kiosks say of their paper. */
	devicesChanged(): void {
		for (const room of this.#watched()) if (/^(devices|kiosk|lines|watch):/.test(room)) this.#soon.add(room);
	}

	/** Devices were heard, or a server process has written how they stand. */
	watchChanged(): void {
		for (const room of this.#watched()) if (room.startsWith('watch:')) this.#soon.add(room);
	}

	/** Ends the lines of those whose key or session has ended; a page comes back as whoever it is then. */
	left(names: ReadonlySet<string>): void {
		for (const socket of this.io.sockets.sockets.values()) if (names.has(socket.data.who.name)) socket.disconnect();
	}

	async stop(): Promise<void> {
		await this.#soon.stop();
		await Promise.all([...this.#feeds.values()].map((feed) => feed.stop()));
		await this.io.close();
	}

	#feed(zone: string): ZoneFeed {
		let feed = this.#feeds.get(zone);
		if (!feed) {
			const emit = (change: Parameters<ConstructorParameters<typeof ZoneFeed>[3]['emit']>[0]): void =>
				void this.io.to(roomName('zone', zone)).emit('zone:changed', change);
			feed = new ZoneFeed(this.#hall, zone, this.#options.seq(), { emit, onTrouble: this.#options.onTrouble });
			this.#feeds.set(zone, feed);
		}
		return feed;
	}

	/** Rooms with somebody in them; zones have feeds of their own. */
	#watched(): string[] {
		const rooms = [...this.io.sockets.adapter.rooms.keys()];
		for (const token of this.#ids.keys())
			if (!this.io.sockets.adapter.rooms.has(roomName('ticket', token))) this.#ids.delete(token);
		return rooms.filter((room) => isPlain(split(room)[0]) || /^(ticket|kiosk|devices|lines):/.test(room));
	}

	#barred(room: Room, key: string, who: Who): string | undefined {
		if (!Object.hasOwn(RIGHT, room)) return 'not-found';
		const right = RIGHT[room];
		const isOther = room === 'kiosk' && !mayBeKiosk(this.#hall, who, key);
		if (right === null || (isAllowed(this.#hall, who, right) && !isOther)) return undefined;
		return who.role === 'visitor' ? 'signed-out' : 'not-allowed';
	}

	async #snapshot<R extends Room>(room: R, key: string, who: Who): Promise<Snapshot<Watched[R]['view']>> {
		const view = await this.#view(room, key, who);
		return view ? { ok: true, view } : { ok: false, code: 'not-found' };
	}

	/** Whether a room shows the very window or ticket that changed, and must not wait. */
	#concerns(room: string, touched: Touched): boolean {
		const [kind, key] = split(room);
		if (isPlain(kind)) return PLAIN[kind].concerns(key, touched);
		return kind === 'ticket' && touched.tickets.has(this.#ids.get(key) ?? 0);
	}

	/** The view of a ticket, whose id is remembered while somebody watches it. */
	async #ticket(token: string): Promise<TicketView | undefined> {
		const view = await ticketView(this.#hall, token);
		if (view) this.#ids.set(token, view.id);
		return view;
	}

	#view(room: Room, key: string, who: Who): Promise<Watched[Room]['view'] | undefined> {
		if (isPlain(room)) return PLAIN[room].view(this.#hall, key, who);
		switch (room) {
			case 'zone':
				return boardView(this.#hall, key, this.#feed(key).last);
			case 'ticket':
				return this.#ticket(key);
			case 'kiosk':
				return kioskView(this.#hall, key, this.#options.paper(key));
			case 'devices':
				return this.#options.devices();
			case 'lines':
				return this.#options.lines();
		}
	}

	async #refresh(name: string): Promise<void> {
		const [room, key] = split(name);
		const to = this.io.to(name);
		if (room === 'ticket') {
			const view = await this.#ticket(key);
			if (view) to.emit('ticket:changed', view);
		} else if (room === 'kiosk') to.emit('kiosk:changed', await this.#kioskChange(key));
		else if (room === 'devices') to.emit('devices:changed', await this.#options.devices());
		else if (room === 'lines') to.emit('lines:changed', await this.#options.lines());
		else if (isPlain(room)) await this.#refreshPlain(room, name, key);
	}

	/** What staff work at is drawn for the person who does; a screen once for all. */
	async #refreshPlain(room: PlainRoom, name: string, key: string): Promise<void> {
		const { personal, view } = PLAIN[room];
		const tell = async (to: Pick<HallSocket, 'emit'>, who: Who): Promise<void> => {
			const drawn = await view(this.#hall, key, who);
			// Which view goes with which name is the table's: `changed` of the pages is the same table once more.
			if (drawn) (to as unknown as Untyped).emit(`${room}:changed`, drawn);
		};
		if (!personal) return tell(this.io.to(name), VISITOR);
		for (const socket of await this.io.in(name).fetchSockets()) await tell(socket, socket.data.who);
	}

	async #kioskChange(device: string): Promise<KioskChange> {
		const waiting = await waitingByQueue(this.#hall);
		const queues = this.#hall.setup.file.queues.map(({ code }) => {
			const ahead = waiting.get(code) ?? 0;
			const advice = adviceFor(this.#hall, code, ahead);
			return [code, { ahead, wait: waitIn(this.#hall, code, ahead), advice }] as const;
		});
		const services = await kioskServices(this.#hall, device);
		return {
			seq: this.#options.seq(),
			...this.#options.paper(device),
			services,
			queues: Object.fromEntries(queues)
		};
	}
}

/** The zone of a screen on the wall; undefined for a page that is none. */
function zoneShown(hall: Hall, room: Room, key: string): string | undefined {
	if (room === 'zone') return key;
	return room === 'window-screen' || room === 'text-screen' ? hall.setup.windows.get(key)?.zone : undefined;
}

interface Untyped {
	emit(event: string, view: unknown): void;
}

/** Whether a room counts what these lines have changed. */
function follows(room: string, touched: Touched): boolean {
	const [kind] = split(room);
	if (isPlain(kind)) return PLAIN[kind].follows(touched);
	return kind !== 'devices' && kind !== 'lines' && (touched.queues.size > 0 || touched.services);
}

function split(name: string): [string, string] {
	const colon = name.indexOf(':');
	return [name.slice(0, colon), name.slice(colon + 1)];
}
