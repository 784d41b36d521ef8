import { modbusDriver } from '#display/led/modbus.ts';
import { onbonDriver } from '#display/led/onbon.ts';
import type { BoardDriver } from '#display/led/driver.ts';
import type { VirtualBoard } from '#display/led/virtual/board.ts';
import { virtualModbusSlave } from '#display/led/virtual/modbus-slave.ts';
import { virtualOnbonCard } from '#display/led/virtual/onbon-card.ts';
import { openBus } from '#printer/wire/bus.ts';
import { pause, systemTimers } from '#printer/wire/timers.ts';
import { systemClock } from '#server/clock.ts';
import { hangBoards } from '#server/hardware/virtual-bus.ts';
import { joined, type SoakWire } from './place.ts';
import { trouble, type Cause } from './trouble.ts';

/** What became of the updates of one line of boards. */
export interface BoardFigures {
	updates: number;
	/** outcomes that were told: a newer picture takes the place of one that waits, which is told nothing */
	acked: number;
	timeouts: number;
	troubles: number;
	/** how often everything stood still until the newest picture was on every board */
	checked: number;
	/** longest time until it was, ms */
	longestMs: number;
	wrong: string[];
}

interface Hung {
	code: string;
	address: number;
	far: VirtualBoard;
	driver: BoardDriver;
	wanted: string;
	told: string;
}

const BOARDS = 4;
const REGISTERS = { lines: [{ at: 100, length: 6, perRegister: 2 as const }], readback: true };
const TIMES = { refreshMs: 500, probeMs: 200, pingMs: 300, gapMs: 2 };
/** The hall calls, and looks whether the newest stands everywhere, after so many. */
const CHECK_EVERY = 1000;
const SETTLE_LIMIT_MS = 60_000;
/** Calls come faster than a line can show them, but not so fast that none is seen. */
const BETWEEN_MS = 20;

export interface SoakBoards {
	wire: SoakWire;
	driver: 'modbus' | 'onbon';
	updates: number;
	seed: number;
	onUpdate: (count: number) => void;
}

/** Shows numbers on the boards of a line with every trouble, and asks: is the newest there in the end, and said rightly. */
export async function soakBoards({ wire, driver, updates, seed, onUpdate }: SoakBoards): Promise<BoardFigures> {
	const hung = Array.from({ length: BOARDS }, (_, i) => hang(driver, i + 1));
	const map = new Map(hung.map(({ code, far }) => [code, far]));
	const {
		wire: near,
		line,
		close
	} = await joined(
		wire,
		(link) => {
			hangBoards(link, map, { timers: systemClock });
		},
		seed
	);
	const bus = openBus(near, TIMES);
	const figures: BoardFigures = { updates, acked: 0, timeouts: 0, troubles: 0, checked: 0, longestMs: 0, wrong: [] };
	for (const one of hung) bus.add(one.code, { ping: one.driver.ping(one.address) });
	const show = (one: Hung, text: string): void => {
		Object.assign(one, { wanted: text, told: '' });
		bus.show(one.code, 'text', {
			frames: one.driver.show(one.address, { lines: [text] }).frames,
			priority: 'call',
			onOutcome: ({ outcome }) => {
				one.told = outcome;
				figures[outcome === 'acked' ? 'acked' : 'timeouts'] += 1;
				if (outcome === 'acked' && shown(one) !== text && !lossy(line.cable.faults())) {
					figures.wrong.push(`${one.code} was said to show ${text} and shows ${shown(one)}`);
				}
			}
		});
	};
	const bad = trouble(seed, causes(hung, line.cable), 400);
	for (let n = 0; n < updates; n += 1) {
		const one = hung[bad.roll(BOARDS)];
		if (one) show(one, `A${String(n).padStart(5, '0')}`);
		onUpdate(1);
		bad.perhaps();
		await pause(systemTimers, BETWEEN_MS);
		if (n % CHECK_EVERY === CHECK_EVERY - 1 || n === updates - 1) await settle(hung, bad.end, figures);
	}
	figures.troubles = bad.count();
	await bus.close();
	await close();
	return figures;
}

function hang(driver: SoakBoards['driver'], address: number): Hung {
	const rest = { code: `board-${String(address)}`, address, wanted: '', told: '' };
	return driver === 'onbon'
		? { ...rest, far: virtualOnbonCard(address), driver: onbonDriver({ card: '6k', width: 128, height: 16 }) }
		: { ...rest, far: virtualModbusSlave(address, REGISTERS), driver: modbusDriver(REGISTERS) };
}

const shown = ({ far }: Hung): string => far.shown(systemClock.now()).join(' ');

/** A board that lost its power after it answered. */
const lossy = (faults: readonly string[]): boolean => faults.includes('late');

/** Everything is mended; now the newest has to stand on every board, and be said to. */
async function settle(hung: readonly Hung[], mend: () => void, figures: BoardFigures): Promise<void> {
	mend();
	const from = systemClock.now();
	const right = (one: Hung): boolean => one.wanted === '' || (shown(one) === one.wanted && one.told === 'acked');
	while (!hung.every(right) && systemClock.now() - from < SETTLE_LIMIT_MS) await pause(systemTimers, 5);
	figures.checked += 1;
	figures.longestMs = Math.max(figures.longestMs, systemClock.now() - from);
	for (const one of hung.filter((each) => !right(each))) {
		figures.wrong.push(`${one.code} should show ${one.wanted}, shows ${shown(one)}, was told ${one.told}`);
	}
}

function causes(hung: readonly Hung[], cable: { setFault: (fault: string, on: boolean) => void }): Cause[] {
	const own = hung.flatMap(({ far }) =>
		(['silent', 'slow', 'rejecting', 'garbled', 'unplugged'] as const).map((name): Cause => ({
			name,
			set: (on) => {
				far.setFault(name, on);
			}
		}))
	);
	const between = ['unplugged', 'stalled', 'noise', 'loss', 'split', 'late'].map((name): Cause => ({
		name,
		set: (on) => {
			cable.setFault(name, on);
		}
	}));
	return [...own, ...between, ...between];
}
