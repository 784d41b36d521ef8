import type { BusFrame, BusReading } from '#printer/wire/bus-types.ts';
import type { VirtualLine } from '#printer/wire/virtual.ts';
import type { Link } from '#printer/wire/wire.ts';
import type { VirtualClock } from './clock.ts';

/*
 * A language of its own, so that the bus is seen to know none: a request is [board, value], its answer is
 * [board + 0x80, status], where status 0 is "done", 1 "busy", 2 "never".
 */
const VERDICTS = ['acked', 'again', 'rejected'] as const;

function read(received: Uint8Array, board: number): BusReading {
	if (received.length < 2) return { used: 0 };
	const [from = 0, status = 0] = received;
	if (from < 0x80) return { used: 1 };
	const verdict = from === board + 0x80 ? (VERDICTS[status] ?? 'stray') : 'stray';
	const refused = verdict === 'again' || verdict === 'rejected';
	return refused ? { used: 2, verdict, reason: `status ${String(status)}` } : { used: 2, verdict };
}

/** A request for one board, retried and expected to be answered unless told. */
export function toyFrame(board: number, value: number, more: Partial<BusFrame> = {}): BusFrame {
	return {
		bytes: Uint8Array.of(board, value),
		expect: 'ack',
		timeoutMs: 300,
		idempotent: true,
		quietBeforeMs: 0,
		read: (received) => read(received, board),
		...more
	};
}

/** A request whose answer is the same bytes, as a register written by Modbus. */
export function toyRepeated(board: number, value: number): BusFrame {
	const bytes = Uint8Array.of(board, value);
	const repeats = (received: Uint8Array): boolean => received[0] === board && received[1] === value;
	return {
		...toyFrame(board, value),
		read: (received) => (repeats(received) ? { used: 2, verdict: 'acked' } : { used: received.length > 2 ? 1 : 0 }),
		bytes
	};
}

/** The far end of a line: what it got and when, and what it does about it. */
export interface ToyBoards {
	got: { at: number; board: number; value: number }[];
	/** how often the line was opened */
	opened: number;
	/** what comes back for a request, and after how long; null: nothing */
	answer: (board: number, value: number) => { afterMs: number; bytes: number[] } | null;
	/** Sends bytes that nobody asked for. */
	say(...bytes: number[]): void;
}

/** Hangs boards on a line that answer everything with "done" after 10 ms. */
export function toyBoards(line: VirtualLine, clock: VirtualClock): ToyBoards {
	let link: Link | undefined;
	const far: ToyBoards = {
		got: [],
		opened: 0,
		answer: (board) => ({ afterMs: 10, bytes: [board + 0x80, 0] }),
		say: (...bytes) => void link?.write(Uint8Array.from(bytes)).catch(() => undefined)
	};
	line.onOpen((end) => {
		link = end;
		far.opened++;
		end.onBytes(([board = 0, value = 0]) => {
			far.got.push({ at: clock.now(), board, value });
			const answer = far.answer(board, value);
			if (answer) {
				clock.after(answer.afterMs, () => {
					far.say(...answer.bytes);
				});
			}
		});
	});
	return far;
}
