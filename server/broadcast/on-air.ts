import type { Cancel } from '../clock.ts';
import type { Hall } from '../hall.ts';
import type { BroadcastView } from '../views.ts';
import type { Io } from '../realtime/gateway.ts';
import { broadcastNow } from './view.ts';

/** Trouble with the database is looked past so soon. */
const AGAIN_MS = 1000;

export interface OnAirOptions {
	/** tells every page on the line */
	tell: (now: BroadcastView | null) => void;
	/** tone and words as one sound; null when none could be made */
	render: (told: BroadcastView) => Promise<BroadcastView['sound']>;
	onTrouble: (error: unknown) => void;
}

/**
 * What is broadcast now, kept at hand for whoever comes on the line. It follows the row, so a restart tells it again. Text
 * goes out at once; the sound follows as soon as it is rendered.
 */
export class OnAir {
	readonly #hall: Hall;
	readonly #options: OnAirOptions;
	now: BroadcastView | null = null;
	#tail: Promise<void> = Promise.resolve();
	#retry: Cancel = () => undefined;

	constructor(hall: Hall, options: OnAirOptions) {
		this.#hall = hall;
		this.#options = options;
	}

	/** Looks at the row again, and tells what has changed. Trouble is told, not thrown, and looked past until the row is read. */
	look(): Promise<void> {
		this.#tail = this.#tail.then(() => this.#look()).catch((error: unknown) => this.#again(error));
		return this.#tail;
	}

	/** Nobody else would tell this process of it: without another look its screens would go on as if nothing were. */
	#again(error: unknown): void {
		this.#options.onTrouble(error);
		this.#retry();
		this.#retry = this.#hall.clock.after(AGAIN_MS, () => void this.look());
	}

	/** No more looks by itself. */
	stop(): void {
		this.#retry();
	}

	async #look(): Promise<void> {
		const told = await broadcastNow(this.#hall);
		if (told?.id === this.now?.id) return;
		this.#tell(told);
		if (told) void this.#sound(told).catch(this.#options.onTrouble);
	}

	async #sound(told: BroadcastView): Promise<void> {
		const sound = await this.#options.render(told);
		// Another one may have come meanwhile.
		if (sound && this.now?.id === told.id) this.#tell({ ...told, sound });
	}

	#tell(now: BroadcastView | null): void {
		this.now = now;
		this.#options.tell(now);
	}
}

/** The same on the live line of a hall: whoever comes on it is told, and everybody when it changes. */
export function openOnAir(io: Io, hall: Hall, options: Omit<OnAirOptions, 'tell'>): OnAir {
	const onAir = new OnAir(hall, { ...options, tell: (now) => void io.emit('broadcast:changed', now) });
	io.on('connection', (socket) => socket.emit('broadcast:changed', onAir.now));
	return onAir;
}
