import { today } from '../hall.ts';
import { keepHeads } from '../ledger/heads.ts';
import { SYSTEM } from '../people/access.ts';
import { endDay } from '../tickets/end.ts';
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
			return 0;
		})
};

export const DAY: Command[] = [end];
