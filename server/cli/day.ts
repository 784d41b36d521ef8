import { today } from '../hall.ts';
import { keepHeads } from '../ledger/heads.ts';
import { SYSTEM } from '../people/access.ts';
import { dayBalance, type DayBalance } from '../day/balance.ts';
import { endDay, openDayAgain } from '../day/end.ts';
import { closeAllWindows } from '../windows/state.ts';
import type { Command } from './command.ts';
import { withHall } from './with-hall.ts';

const end: Command = {
	name: 'day end',
	usage: '',
	summary: 'End the service day by hand: every open ticket is closed with its reason, every window shut',
	options: {},
	words: [0, 0],
	run: ({ print }) =>
		withHall(async (hall) => {
			const day = today(hall);
			const { closed } = await endDay(hall, SYSTEM, day);
			await closeAllWindows(hall, SYSTEM);
			await keepHeads(hall);
			print(`${day}: ${String(closed)} tickets closed`);
			return printBalance(await dayBalance(hall.read, hall.id, day), print);
		})
};

const balance: Command = {
	name: 'day balance',
	usage: '[YYYY-MM-DD]',
	summary: 'What became of every number of a service day, per queue; today without a day',
	options: {},
	words: [0, 1],
	run: ({ words, print }) =>
		withHall(async (hall) => printBalance(await dayBalance(hall.read, hall.id, words[0] ?? today(hall)), print))
};

const again: Command = {
	name: 'day open',
	usage: '',
	summary: 'Take back the end of today: numbers can be taken again; what was closed stays closed',
	options: {},
	words: [0, 0],
	run: ({ print }) =>
		withHall(async (hall) => {
			const opened = await openDayAgain(hall, SYSTEM);
			print(opened.ok ? `${opened.value.day} is open again` : `${today(hall)} has not been ended`);
			return opened.ok ? 0 : 1;
		})
};

const COUNTS = ['issued', 'ended', 'cancelled', 'missed', 'expired', 'void'] as const;

/** The table of a day; 1 when a number is not accounted for. */
function printBalance({ queues, open, lost }: DayBalance, print: (line: string) => void): number {
	print(['queue'.padEnd(16), ...COUNTS.map((name) => name.padStart(10))].join(''));
	for (const row of queues) {
		print([row.queue.padEnd(16), ...COUNTS.map((name) => String(row[name]).padStart(10))].join(''));
	}
	for (const one of open) print(`open: ${one.number} ${one.step}${one.window === null ? '' : ` at ${one.window}`}`);
	for (const one of lost) print(`lost: number ${String(one.n)} of ${one.queue}`);
	return queues.every((row) => row.balanced) ? 0 : 1;
}

export const DAY: Command[] = [end, balance, again];
