import { parse } from 'yaml';
import { BOARD_FAULTS } from '#display/led/virtual/board.ts';
import { drawBoard } from '#display/led/virtual/draw.ts';
import type { Clock } from '../clock.ts';
import { farEnd } from '../hardware/boards.ts';
import { hangBoards } from '../hardware/virtual-bus.ts';
import { board } from '../setup/schema/devices/boards.ts';
import type { BoardEntry } from '../setup/schema.ts';
import { faultSet, type FarLine } from './device.ts';
import { addressesIn, NAMELESS, type Kind } from './kind.ts';

/** What a board of each driver is, where nothing else is said: the rest of its entry in a hall file. */
const USUAL: Record<BoardEntry['driver'], object> = {
	'onbon-bx-k': { width: 128, height: 32 },
	'modbus-rtu': { registers: { number: { at: 0, digits: 4 }, lines: [{ at: 16, length: 16 }] } },
	alpha: { columns: 16, strings: ['1', '2'] },
	frame: { template: 'at-text' }
};

/** Boards on one line: each hears everything, and answers what is for it. */
function boardLine(entries: readonly BoardEntry[], clock: Clock): FarLine {
	const hung = new Map(entries.map((entry) => [entry.code, farEnd(entry)]));
	const devices = [...hung].map(([code, far]) => {
		const lines = (): string[] => far.shown(clock.now());
		const power = (): boolean => {
			far.powerCycle();
			return true;
		};
		return {
			code,
			...faultSet(BOARD_FAULTS, (fault, on) => {
				far.setFault(fault, on);
			}),
			faults: () => far.faults(),
			hands: { power: { key: 'r', act: power } },
			shows: () => [{ text: lines().join('\n'), svg: drawBoard(lines()) }]
		};
	});
	return {
		devices,
		attach: (link) => {
			hangBoards(link, hung, { timers: clock });
		}
	};
}

export const BOARDS: Kind = {
	typed: ({ driver = 'onbon-bx-k', address, entry = '{}' }, clock) => {
		const usual = Object.entries(USUAL).find(([name]) => name === driver)?.[1];
		const given: unknown = parse(entry);
		const entries = addressesIn(address).map((one, i) =>
			board.parse({
				...NAMELESS,
				...{ code: `board-${String(i + 1)}`, bus: 'line', shows: { window: '1' }, driver, address: one },
				...(given !== null && typeof given === 'object' && Object.keys(given).length > 0 ? given : usual)
			})
		);
		return boardLine(entries, clock);
	},
	filed: ({ boards }, code, clock) => {
		const entries = boards.filter((one) => one.bus === code || one.code === code);
		return entries.length === 0 ? undefined : boardLine(entries, clock);
	}
};
