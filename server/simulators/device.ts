import type { Link } from '#printer/wire/wire.ts';

/** What a hand can do to a device besides switching faults: lay a card, press a key, pull the plug. */
export interface Hand {
	/** its key on the keyboard */
	key: string;
	/** `what`: a card's number, a key's code; empty: the first, or none is needed. False: it cannot. */
	act(what: string): boolean;
}

/** One device that exists only as a program, at the far end of a line. */
export interface SimulatedDevice {
	code: string;
	/** the faults it has, in the order of their keys */
	readonly knows: readonly string[];
	faults(): readonly string[];
	/** Of a fault that it knows. */
	setFault(fault: string, on: boolean): void;
	readonly hands: Readonly<Record<string, Hand>>;
	/** what stands on it, as text and drawn; the newest last */
	shows(): { text: string; svg: string | null }[];
}

/** Everything at the far end of one line. */
export interface FarLine {
	devices: readonly SimulatedDevice[];
	/** Called with every link that somebody opens to it. */
	attach(link: Link): void;
}

/** Faults as a set with a fixed list of what can be in it. */
export function faultSet<F extends string>(
	knows: readonly F[],
	set: (fault: F, on: boolean) => void
): Pick<SimulatedDevice, 'knows' | 'setFault'> {
	return {
		knows,
		setFault: (fault, on) => {
			const known = knows.find((one) => one === fault);
			if (known) set(known, on);
		}
	};
}
