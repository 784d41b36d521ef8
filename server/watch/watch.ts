/**
 * The watch over devices: the one place that is told how each of them stands.
 *
 *     watch.tell({ kind: 'agent', code: 'kiosk-pc-1', state: 'ready', heardAt: now });
 *
 * Tell it as often as you like; only a change is written down, with the time and the reason. `reason` is a word of the
 * driver or the system (`ECONNREFUSED`), without personal data. `heardAt` is when the device itself last said something;
 * left out, it is now for whatever does not count as lost. Tell the state `behind-agent` for what hangs on an agent that is
 * gone: history and availability have it, and no alarm of its own is raised.
 *
 * Who tells a state raises no alarm: those follow from the rows (alarms.ts). A kind that the hall file names is added to
 * things.ts, so that the page shows it before it was ever heard.
 */
import { addDeviceEvent, deviceStates, saveStanding, trimEvents } from '#db/devices.ts';
import type { Tx } from '#db/group.ts';
import type { DeviceState, DeviceStateRow, WatchKind } from '#db/schema.ts';
import type { Cancel } from '../clock.ts';
import type { Hall } from '../hall.ts';
import { Later } from '../later.ts';
import { healthOf } from '../rules/devices/health.ts';
import { Papers } from './papers.ts';

export interface Told {
	kind: WatchKind;
	code: string;
	state: DeviceState;
	reason?: string | null;
	heardAt?: number | null;
}

export interface WatchOptions {
	/** pages that show devices have something new */
	onChanged: () => void;
	onTrouble: (error: unknown) => void;
}

/** So often it is written down when devices were last heard. */
const BEAT_MS = 10_000;
/** Nobody looked for so long: how devices stood meanwhile is not known. */
const BLIND_MS = 60_000;
/** Lines of history that are kept of one device, and how often it is looked after. */
const MOST_EVENTS = 5000;
const TRIM_EVERY = 100;

export class Watch {
	readonly papers: Papers;
	readonly #hall: Hall;
	readonly #later: Later;
	readonly #rows = new Map<string, DeviceStateRow>();
	#beating: Cancel = () => undefined;
	#open = false;
	#written = 0;

	constructor(hall: Hall, { onChanged, onTrouble }: WatchOptions) {
		this.#hall = hall;
		this.#later = new Later(hall, { onWritten: onChanged, onTrouble });
		this.papers = new Papers(hall, this.#later);
	}

	/** Goes on from what was last known. What happened while nobody looked is unknown from the last look on. */
	async begin(): Promise<void> {
		const rows = await deviceStates(this.#hall.read, this.#hall.id);
		const now = this.#hall.clock.now();
		this.#open = true;
		for (const row of rows) {
			this.#rows.set(keyOf(row.kind, row.device), row);
			if (now - row.looked_at < BLIND_MS || row.state === 'unknown') continue;
			this.#change(row, { state: 'unknown', reason: 'not-watched', at: row.looked_at });
		}
		await this.papers.begin();
		this.#beating = this.#hall.clock.every(BEAT_MS, () => this.#beat());
	}

	/** How a device stands now; see above. */
	tell({ kind, code, state, reason = null, heardAt }: Told): void {
		if (!this.#open) return;
		const now = this.#hall.clock.now();
		const row = this.#rows.get(keyOf(kind, code)) ?? this.#fresh(kind, code, now);
		const heard = heardAt === undefined ? (isHeard(state) ? now : null) : heardAt;
		const known: DeviceStateRow = { ...row, looked_at: now, heard_at: heard ?? row.heard_at };
		this.#rows.set(keyOf(kind, code), known);
		if (row.state === state) return;
		this.#change(known, { state, reason, at: now });
		const worked = ['good', 'warn'].includes(healthOf(row.state));
		if (kind === 'printer') this.papers.stands(code, state, worked && healthOf(state) === 'down');
	}

	/** Writes down what is still to be written. */
	async stop(): Promise<void> {
		this.#beating();
		this.#beat();
		this.#open = false;
		await this.#later.flush();
		this.#rows.clear();
	}

	#change(row: DeviceStateRow, to: { state: DeviceState; reason: string | null; at: number }): void {
		const { hall, kind, device, state: from_state } = row;
		const changed: DeviceStateRow = { ...row, state: to.state, reason: to.reason, since_at: to.at };
		this.#rows.set(keyOf(kind, device), changed);
		const event = { hall, kind, device, at: to.at, act: 'state', from_state, to_state: to.state } as const;
		this.#later.add(async ({ k }) => {
			await saveStanding(k, [changed]);
			await addDeviceEvent(k, { ...event, reason: to.reason, by_whom: null });
			await this.#trim(k, row);
		});
	}

	/** A device that comes and goes all day must not fill the disk. */
	async #trim(k: Tx['k'], { hall, kind, device }: DeviceStateRow): Promise<void> {
		this.#written += 1;
		if (this.#written % TRIM_EVERY === 0) await trimEvents(k, { hall, kind, device, most: MOST_EVENTS });
	}

	#fresh(kind: WatchKind, device: string, now: number): DeviceStateRow {
		return {
			hall: this.#hall.id,
			kind,
			device,
			state: 'unknown',
			reason: null,
			since_at: now,
			heard_at: null,
			looked_at: now,
			...NO_HAND
		};
	}

	/** When each was last heard, and that somebody looked. */
	#beat(): void {
		const rows = [...this.#rows.values()];
		if (rows.length > 0) this.#later.add(({ k }) => saveStanding(k, rows));
	}
}

export const NO_HAND = { off_reason: null, off_by: null, off_at: null, moved_group: null, moved_day: null } as const;

const LOST: readonly DeviceState[] = ['unreachable', 'silent', 'gone', 'behind-agent', 'unknown'];

/** Whether a state is something that a device itself has said. */
function isHeard(state: DeviceState): boolean {
	return !LOST.includes(state);
}

function keyOf(kind: WatchKind, code: string): string {
	return `${kind} ${code}`;
}
