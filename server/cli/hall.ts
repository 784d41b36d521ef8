import { readFileSync, writeFileSync } from 'node:fs';
import type { Hall } from '../hall.ts';
import { SYSTEM } from '../people/access.ts';
import { applyHall } from '../setup/apply.ts';
import { exportHall } from '../setup/export.ts';
import { faultLine, readHall } from '../setup/read.ts';
import type { HallFile } from '../setup/schema.ts';
import type { Command, Input } from './command.ts';
import { withHall } from './with-hall.ts';

const check: Command = {
	name: 'hall check',
	usage: '<file>',
	summary: 'Check a hall file: every fault with its line and the way to mend it',
	options: {},
	words: [1, 1],
	run({ words, print }) {
		const checked = checkedFile(words[0] ?? '', print);
		if (checked) print(`${words[0] ?? ''}: no faults`);
		return Promise.resolve(checked ? 0 : 1);
	}
};

const load: Command = {
	name: 'hall import',
	usage: '<file>',
	summary: 'Put a hall file into force, whole or not at all; today’s tickets are not touched',
	options: {},
	words: [1, 1],
	async run({ words, print }) {
		const checked = checkedFile(words[0] ?? '', print);
		return checked ? withHall((hall) => apply(hall, checked, print)) : 1;
	}
};

const save: Command = {
	name: 'hall export',
	usage: '[file]',
	summary: 'Write the hall file in force, as it was imported, to a file or to standard output',
	options: {},
	words: [0, 1],
	run: ({ words, print }) =>
		withHall(async (hall) => {
			const text = await exportHall(hall.read, hall.id);
			if (text === null) return 1;
			if (words[0] === undefined) print(text.replace(/\n$/, ''));
			else writeFileSync(words[0], text);
			return 0;
		})
};

export const HALL: Command[] = [check, load, save];

function checkedFile(path: string, print: Input['print']): { file: HallFile; text: string } | undefined {
	const text = readFileSync(path, 'utf8');
	const read = readHall(text);
	if (read.ok) return { file: read.file, text };
	for (const fault of read.faults) {
		print(`${path}:${faultLine(fault, 'zh')}`);
		print(`${path}:${faultLine(fault, 'en')}`);
	}
	return undefined;
}

async function apply(hall: Hall, checked: { file: HallFile; text: string }, print: Input['print']): Promise<number> {
	const applied = await hall.write((tx) => applyHall(tx, SYSTEM, checked, hall.clock.now()));
	if (!applied.ok) {
		for (const { what, mend } of applied.obstacles) {
			print(`${what.zh} — ${mend.zh}`);
			print(`${what.en} — ${mend.en}`);
		}
		return 1;
	}
	for (const [kind, { added, changed, retired }] of Object.entries(applied.counts)) {
		print(`${kind}: ${String(added)} added, ${String(changed)} changed, ${String(retired)} retired`);
	}
	if (!applied.changed) print('already in force, nothing changed');
	return 0;
}
