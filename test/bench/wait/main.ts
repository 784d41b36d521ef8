// npm run bench:wait: how true the waits come that each rung of the ladder tells. See docs/forecast.md.
import { parseArgs } from 'node:util';
import type { Sample } from '#server/rules/wait/moment.ts';
import { backTest, nightly, type Score } from './back-test.ts';
import { readSamples } from './file.ts';

const USAGE = `npm run bench:wait -- --train A.csv[.gz] --test B.csv[.gz]
npm run bench:wait -- --train A.csv[.gz] --holdout-days N   the last N days of A are the test
--nightly also refits before each day of the test, as a hall does`;

const { values } = parseArgs({
	options: {
		train: { type: 'string' },
		test: { type: 'string' },
		'holdout-days': { type: 'string' },
		nightly: { type: 'boolean', default: false }
	}
});

process.exit(run());

function run(): number {
	const sets = readSets();
	if (!sets || sets.train.length === 0 || sets.test.length === 0) {
		process.stderr.write(`${USAGE}\n`);
		return 1;
	}
	const { train, test } = sets;
	const queues = new Set(train.map((sample) => sample.queue)).size;
	say(`trained on ${daysOf(train)}, ${queues} queues`);
	say(`tested on ${daysOf(test)}, mean wait ${fixed(mean(test.map(({ wait }) => wait)))} min\n`);
	const { scores, fitMs } = backTest(train, test);
	const rows = values.nightly ? [...scores, nightly(train, test)] : scores;
	say(table(rows));
	judge(scores);
	say(`fitted in ${fitMs.toFixed(0)} ms, ${fixed(fitMs / queues)} ms a queue`);
	return 0;
}

function readSets(): { train: Sample[]; test: Sample[] } | undefined {
	if (values.train === undefined || (values.test === undefined) === (values['holdout-days'] === undefined)) return;
	const all = readSamples(values.train);
	if (values.test !== undefined) return { train: all, test: readSamples(values.test) };
	const days = [...new Set(all.map((sample) => sample.day))].sort();
	const count = Number(values['holdout-days']);
	const from = Number.isInteger(count) && count > 0 ? days[days.length - count] : undefined;
	if (from === undefined) return;
	return { train: all.filter(({ day }) => day < from), test: all.filter(({ day }) => day >= from) };
}

/** How the regression compares with the best of the rungs that need no history. */
function judge(scores: readonly Score[]): void {
	const learnt = scores.at(-1);
	const best = scores.slice(0, -1).reduce((least, one) => (one.mae < least.mae ? one : least));
	if (!learnt) return;
	const below = 100 * (1 - learnt.mae / best.mae);
	say(`\nMAE ${fixed(below)} % below the best simple rung, ${best.rung}`);
}

function table(scores: readonly Score[]): string {
	const rows = scores.map((one) => [
		one.rung,
		fixed(one.mae),
		fixed(one.median),
		`${one.bias < 0 ? '' : '+'}${fixed(one.bias)}`,
		`${fixed(one.covered * 100)} %`
	]);
	const head = ['rung (minutes)', 'MAE', 'median error', 'bias', 'below told upper bound'];
	const widths = head.map((title, i) => Math.max(title.length, ...rows.map((row) => row[i]?.length ?? 0)));
	const lines = [head, ...rows].map((row) =>
		row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join('  ')
	);
	return lines.join('\n');
}

function daysOf(samples: readonly Sample[]): string {
	const days = [...new Set(samples.map(({ day }) => day))].sort();
	return `${samples.length} waits of ${days.length} days, ${days[0] ?? ''} to ${days.at(-1) ?? ''}`;
}

function mean(of: readonly number[]): number {
	return of.reduce((sum, one) => sum + one, 0) / of.length;
}

function fixed(value: number): string {
	return value.toFixed(1);
}

function say(line: string): void {
	process.stdout.write(`${line}\n`);
}
