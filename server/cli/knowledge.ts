import { readFileSync } from 'node:fs';
import { importEntries } from '../knowledge/import.ts';
import type { Command } from './command.ts';
import { withHall } from './with-hall.ts';

const take: Command = {
	name: 'knowledge import',
	usage: '<file.csv|file.json>',
	summary: 'Take entries of the knowledge base in from a file; each waits for its review, and bad lines are told',
	options: {},
	words: [1, 1],
	run: ({ words, print }) =>
		withHall(async (hall) => {
			const [path = ''] = words;
			const { taken, faults } = await importEntries(hall, {
				text: readFileSync(path, 'utf8'),
				json: path.toLowerCase().endsWith('.json')
			});
			for (const { line, fault } of faults) print(`line ${String(line)}: ${fault}`);
			print(`${String(taken)} taken, ${String(faults.length)} not`);
			return faults.length === 0 ? 0 : 1;
		})
};

export const KNOWLEDGE: Command[] = [take];
