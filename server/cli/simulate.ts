import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { readConfig } from '../config.ts';
import { CannotOpen } from '../run/open.ts';
import { Setup } from '../setup/hall.ts';
import { faultLine, readHall } from '../setup/read.ts';
import { readDay, type DayFile } from '../rush/day-file.ts';
import { dayReport } from '../simulate/report.ts';
import { nextOpenDay, runDay, startOf } from '../simulate/run.ts';
import { openSandbox } from '../simulate/sandbox.ts';
import { Stage } from '../simulate/stage.ts';
import { compareOrders, compareReport } from '../whatif/compare.ts';
import { BadQuestion, readQuestion } from '../whatif/question.ts';
import { readRecorded, whatIfReport } from '../whatif/what-if.ts';
import { Misused, type Command, type Input } from './command.ts';
import { withHall } from './with-hall.ts';

const simulate: Command = {
	name: 'simulate',
	usage: '--day rush.yaml [--hall hall.yaml] [--database sqlite:day.db] [--seed n] [--days n]',
	summary: 'Play a whole day with the real hall on a virtual clock and an empty database, and print how it went',
	options: {
		day: { type: 'string' },
		hall: { type: 'string' },
		database: { type: 'string' },
		seed: { type: 'string' },
		days: { type: 'string' }
	},
	words: [0, 0],
	async run({ values, print }) {
		const { hallFile, setup, file } = readFiles(values['hall'], values['day']);
		const seed = values['seed'] === undefined ? file.seed : wholeNumber('seed', values['seed']);
		const days = daysOf(file, setup, wholeNumber('days', values['days'] ?? '1'));
		const stage = new Stage(startOf(file, setup));
		const sandbox = await openSandbox(stage, { hallFile, url: values['database'] ?? null });
		try {
			for (const [i, day] of days.entries()) {
				const began = { at: performance.now(), cpu: process.cpuUsage() };
				const run = await runDay(sandbox.hall, stage, { file: { ...file, day }, seed: seed + i });
				if (i > 0) print('');
				for (const line of dayReport(run)) print(line);
				print(`\n${paceText(began, run.visitors)}, on ${sandbox.hall.database.engine}`);
			}
			return 0;
		} finally {
			await sandbox.close();
		}
	}
};

/** How long a day took by the clock on the wall and by that of the processor. */
function paceText(began: { at: number; cpu: NodeJS.CpuUsage }, visitors: number): string {
	const seconds = (performance.now() - began.at) / 1000;
	const { user, system } = process.cpuUsage(began.cpu);
	const busy = (user + system) / 1e6;
	const pace = Math.round(visitors / busy);
	return `${seconds.toFixed(1)} s, ${busy.toFixed(1)} s of a processor: ${String(pace)} visitors a second`;
}

const MOST_IN_A_ROW = 260;

/** The day of the file and those after it on which the hall is open. */
function daysOf(file: DayFile, setup: Setup, count: number): string[] {
	if (count < 1 || count > MOST_IN_A_ROW) throw new Misused(`--days is a number from 1 to ${String(MOST_IN_A_ROW)}`);
	const days = [file.day];
	for (let day: string | undefined = file.day; days.length < count;) {
		day = nextOpenDay(setup, day);
		if (day === undefined) throw new CannotOpen(`the hall is not open so often after ${file.day}`);
		days.push(day);
	}
	return days;
}

const whatIf: Command = {
	name: 'what-if',
	usage:
		'--day 2026-11-24 [--head-start 15 | elder:15,service:40] [--windows 6 | 3:+1,5:-1] [--hours 09:00-12:00,13:00-17:30] ' +
		'[--rule head-start | fcfs | strict | ratio:2:1 | accumulating:3] [--database url]; ' +
		'or --rush day.yaml [--hall hall.yaml] [--days 120]',
	summary:
		'Play a recorded day again with other head starts, windows, hours or another order; or drawn days under every order',
	options: {
		day: { type: 'string' },
		'head-start': { type: 'string' },
		windows: { type: 'string' },
		hours: { type: 'string' },
		rule: { type: 'string' },
		database: { type: 'string' },
		rush: { type: 'string' },
		hall: { type: 'string' },
		days: { type: 'string' }
	},
	words: [0, 0],
	run: (input) => (input.values['rush'] === undefined ? askRecorded(input) : compare(input))
};

export const SIMULATE: Command[] = [simulate, whatIf];

const MOST_DAYS = 10_000;

function compare({ values, print }: Input): Promise<number> {
	const { setup, file } = readFiles(values['hall'], values['rush']);
	const days = wholeNumber('days', values['days'] ?? '120');
	if (days < 1 || days > MOST_DAYS) throw new Misused(`--days is a number from 1 to ${String(MOST_DAYS)}`);
	print(`${file.title.en}: ${String(days)} drawn days, minutes`);
	for (const line of compareReport(compareOrders(file, setup, days))) print(line);
	return Promise.resolve(0);
}

function askRecorded({ values, print }: Input): Promise<number> {
	const day = values['day'] ?? '';
	if (!/^\d{4}-\d\d-\d\d$/.test(day)) throw new Misused('--day is a service day, 2026-11-24');
	const url = values['database'];
	return withHall(
		async (hall) => {
			const asked = { windows: values['windows'], hours: values['hours'], rule: values['rule'] };
			try {
				const at = { day, timeZone: hall.setup.timeZone };
				const question = readQuestion({ ...asked, headStart: values['head-start'] }, at);
				const known = await readRecorded(hall, day);
				if (known.recorded.visits.length === 0) throw new CannotOpen(`no number was given on ${day}`);
				print(`${day}: ${String(known.recorded.visits.length)} numbers`);
				for (const line of whatIfReport(known, question)) print(line);
				return 0;
			} catch (error) {
				throw error instanceof BadQuestion ? new Misused(error.message) : error;
			}
		},
		url === undefined ? {} : { databaseUrl: url }
	);
}

function readFiles(
	hall: string | undefined,
	day: string | undefined
): { hallFile: string; setup: Setup; file: DayFile } {
	if (day === undefined) throw new Misused('--day names the day file: docs/days/rush.yaml');
	const hallFile = hall === undefined ? readConfig(process.env).hallFile : resolve(hall);
	const read = readHall(readFileSync(hallFile, 'utf8'));
	if (!read.ok) throw new CannotOpen(read.faults.map((fault) => `${hallFile}:${faultLine(fault, 'en')}`).join('\n'));
	const setup = new Setup(read.file);
	return { hallFile, setup, file: readDay(readFileSync(day, 'utf8'), setup, day) };
}

function wholeNumber(name: string, words: string): number {
	if (!/^\d{1,9}$/.test(words)) throw new Misused(`--${name} is a whole number`);
	return Number(words);
}
