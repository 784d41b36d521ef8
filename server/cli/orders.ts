import { readFile } from 'node:fs/promises';
import { words } from '#display/words/index.ts';
import { today } from '../hall.ts';
import { sheetIn } from '../orders/files.ts';
import { importOrders } from '../orders/import.ts';
import { orderResults, resultSheet } from '../orders/results.ts';
import { SYSTEM } from '../people/access.ts';
import { addDays, isSpanOfDays } from '../rules/day.ts';
import { Misused, type Command } from './command.ts';
import { withHall } from './with-hall.ts';

const take: Command = {
	name: 'orders import',
	usage: 'FILE',
	summary:
		'Take in the orders of the 12345 platform, CSV or JSON (.json); known numbers and faulty lines change nothing; 1 where a line is faulty',
	options: {},
	words: [1, 1],
	async run({ words: [path = ''], print }) {
		const sheet = sheetIn(await readFile(path), path.toLowerCase().endsWith('.json'));
		if (!sheet) throw new Misused(`${path} is neither CSV in UTF-8 or GB18030 nor a JSON list`);
		const { taken, known, faults } = await withHall((hall) => importOrders(hall, SYSTEM, sheet));
		const w = words('en').house.orders;
		for (const { line, field, code } of faults) {
			print(`line ${String(line)}: ${field === null ? 'it' : w.fields[field]} ${w.faults[code]}`);
		}
		print(`${String(taken.length)} taken in, ${String(known.length)} known, ${String(faults.length)} faulty`);
		return faults.length > 0 ? 1 : 0;
	}
};

const results: Command = {
	name: 'orders export',
	usage: '[from] [to]',
	summary: 'What became of the orders taken in on these days, as CSV for the platform; without days, the last thirty',
	options: {},
	words: [0, 2],
	run: ({ words: [from, to], print }) =>
		withHall(async (hall) => {
			const last = to ?? today(hall);
			const days = { from: from ?? addDays(last, -29), to: last };
			if (!isSpanOfDays(days.from, days.to)) throw new Misused('write the days like 2026-10-01, at most a year apart');
			print(resultSheet(await orderResults(hall, days), hall.setup.timeZone).trimEnd());
			return 0;
		})
};

export const ORDERS: Command[] = [take, results];
