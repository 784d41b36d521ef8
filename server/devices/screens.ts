import type { Clock } from '../clock.ts';
import type { ScreenReport } from '../views.ts';
import type { ScreenView } from './view.ts';

/** A screen unseen for so long is forgotten unless the hall file names it. */
export const FORGOTTEN_MS = 24 * 3_600_000;
/** So many are remembered; beyond them the one that has been away longest is forgotten. */
const REMEMBERED = 500;

const UNHEARD = { sound: 'unknown' as const, lastSpoken: null, sight: null, broken: [] };

/** The screens that have reported themselves: whether they are there, can be heard, and what they said last. */
export class Screens {
	readonly #clock: Clock;
	readonly #known = new Map<string, ScreenView>();
	/** those of the hall's other processes */
	#elsewhere: readonly ScreenView[] = [];

	constructor(clock: Clock) {
		this.#clock = clock;
	}

	/** A screen has told whether its browser lets it speak. */
	reported(device: string, zone: string | null, sound: ScreenView['sound']): void {
		this.#here(device, zone, { sound });
	}

	/** A screen has told how far it can be read, and what it could not show. */
	told(device: string, zone: string | null, { sight, broken }: ScreenReport): void {
		this.#here(device, zone, { sight, broken });
	}

	#here(device: string, zone: string | null, change: Partial<ScreenView>): void {
		const before = this.#known.get(device) ?? UNHEARD;
		this.#known.set(device, { ...before, device, zone, connected: true, lastSeen: this.#clock.now(), ...change });
		if (this.#known.size > REMEMBERED) this.#forgetOne();
	}

	#forgetOne(): void {
		const away = [...this.#known.values()].filter(({ connected }) => !connected);
		const [oldest] = away.toSorted((a, b) => a.lastSeen - b.lastSeen);
		if (oldest) this.#known.delete(oldest.device);
	}

	/** A screen has said a call to its end. */
	spoke(device: string, text: string): void {
		const known = this.#known.get(device);
		if (known) known.lastSpoken = { text, at: this.#clock.now() };
	}

	/** The line to a screen has ended. */
	left(device: string): void {
		const known = this.#known.get(device);
		if (known) this.#known.set(device, { ...known, connected: false, lastSeen: this.#clock.now() });
	}

	/** What other processes of the hall tell of theirs. */
	elsewhere(screens: readonly ScreenView[]): void {
		this.#elsewhere = screens;
	}

	/** Every screen of the hall: it may have gone from one process to another. */
	view(): ScreenView[] {
		const all = new Map(this.here().map((one) => [one.device, one]));
		for (const other of this.#elsewhere) {
			const own = all.get(other.device);
			if (!own || isNewer(other, own)) all.set(other.device, other);
		}
		return [...all.values()];
	}

	/** The screens that are, or were, on the line of this process. */
	here(): ScreenView[] {
		const oldest = this.#clock.now() - FORGOTTEN_MS;
		for (const [device, one] of this.#known) if (!one.connected && one.lastSeen < oldest) this.#known.delete(device);
		return [...this.#known.values()];
	}
}

/** Whether what another process tells of a screen is to be believed rather than what this one knows. */
function isNewer(other: ScreenView, own: ScreenView): boolean {
	if (own.connected) return false;
	return other.connected || other.lastSeen > own.lastSeen;
}
