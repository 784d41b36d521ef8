import { appointmentDay } from '../appointments/view.ts';
import { today } from '../hall.ts';
import { isDay } from '../rules/day.ts';
import { Misused, type Command } from './command.ts';
import { withHall } from './with-hall.ts';

const list: Command = {
	name: 'appointment list',
	usage: '[day]',
	summary: 'The appointments of a day, today without one: time, state, code, item, number; then how many of each state',
	options: {},
	words: [0, 1],
	run: ({ words, print }) =>
		withHall(async (hall) => {
			const day = words[0] ?? today(hall);
			if (!isDay(day)) throw new Misused(`${day} is not a day: write it like 2026-10-01`);
			const { appointments, balance } = await appointmentDay(hall, day);
			for (const { time, state, code, item, number } of appointments) {
				print([time, state, code, item.code, number ?? ''].join('\t'));
			}
			const counts = Object.entries(balance).map(([state, count]) => `${state} ${String(count)}`);
			print(`${day}: ${counts.join(', ')}`);
			return 0;
		})
};

export const APPOINTMENTS: Command[] = [list];
