// npm run bench: what a hall can bear, as ratios to what this machine and the libraries can do at all. See docs/bench.md.
import { startBare } from './bare-server.ts';
import { bursts, calling, history, memory, pushing, throughput, type Report } from './chapters.ts';
import { openBenchHall, type BenchHall } from './hall.ts';

const MANY = 1_000_000;
const BIG_DAY = 50_000;

let failures = 0;
const report: Report = {
	say: (text) => void process.stdout.write(`${text}\n`),
	judge(good, text) {
		if (!good) failures += 1;
		process.stdout.write(`${good ? 'good' : 'FAIL'}  ${text}\n`);
	}
};

const only = process.argv[2];
const hall = await openBenchHall();
const { port, bare } = await startBare();
const CHAPTERS: [string, (hall: BenchHall) => Promise<void>][] = [
	['throughput', (one) => throughput(one, port, report)],
	['calling', (one) => calling(one, report)],
	['bursts', (one) => bursts(one, report)],
	['pushing', (one) => pushing(one, report)],
	['memory', () => memory(BIG_DAY, report)]
];
for (const [name, run] of CHAPTERS) if (only === undefined || only === name) await run(hall);
await bare.stop();
const { tickets, faults } = await hall.end();
report.judge(
	faults.length === 0,
	`${String(tickets)} tickets read back: count, distinct, gaps, double calls ${faults.join('; ')}`
);
if (only === undefined || only === 'history') await history(MANY, report);
process.exit(failures === 0 ? 0 : 1);
