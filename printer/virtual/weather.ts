/** What a cable does to bytes between two healthy devices: it loses, invents, delays and splits them. */
import type { Timers } from '../wire/timers.ts';
import { pause } from '../wire/timers.ts';
import type { Link } from '../wire/wire.ts';

/** On the way to a far end and back; `echo`: an adapter that hears itself. */
export const WEATHER_FAULTS = ['noise', 'loss', 'late', 'split', 'echo'] as const;
export type WeatherFault = (typeof WEATHER_FAULTS)[number];

export interface WeatherOptions {
	timers: Timers;
	/** whether it is so at the moment */
	has: (fault: WeatherFault) => boolean;
	/** a number from 0 to below `sides` */
	roll: (sides: number) => number;
	/** damages only what the far end answers: no checksum would tell a printer that a letter of a slip has changed */
	answersOnly?: boolean;
	/** how late answers come, ms */
	lateMs?: number;
}

/** One byte of so many is lost. */
const LOSS = 60;
/** Before one piece of so many something is invented. */
const NOISE = 3;
const MOST_INVENTED = 5;
const LATE_MS = 1500;

/** The far end of a link, in weather: what it hears and what it says has come through the cable. */
export function weather(link: Link, options: WeatherOptions): Link {
	const { timers, has, answersOnly = false, lateMs = LATE_MS } = options;
	let said: Promise<void> = Promise.resolve();
	const carry = async (bytes: Uint8Array): Promise<void> => {
		if (has('late')) await pause(timers, lateMs);
		for (const piece of has('split') ? [...bytes].map((byte) => Uint8Array.of(byte)) : [bytes]) {
			await link.write(piece);
			if (has('split')) await pause(timers, 1);
		}
	};
	return {
		write: (bytes) => {
			const damaged = damage(bytes, options);
			said = said.catch(() => undefined).then(() => carry(damaged));
			return said;
		},
		onBytes: (listener) => {
			link.onBytes((bytes) => {
				if (has('echo')) void link.write(bytes).catch(() => undefined);
				listener(answersOnly ? bytes : damage(bytes, options));
			});
		},
		onClosed: (listener) => {
			link.onClosed(listener);
		},
		close: () => link.close()
	};
}

function damage(bytes: Uint8Array, { has, roll }: WeatherOptions): Uint8Array {
	const kept = has('loss') ? bytes.filter(() => roll(LOSS) > 0) : bytes;
	if (!has('noise') || roll(NOISE) > 0) return kept;
	const invented = Array.from({ length: 1 + roll(MOST_INVENTED) }, () => roll(256));
	return Uint8Array.from([...invented, ...kept]);
}

/** Dice that fall the same in every run. */
export function dice(seed: number): (sides: number) => number {
	let state = seed;
	return (sides) => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return Math.floor((state / 2 ** 32) * sides);
	};
}
