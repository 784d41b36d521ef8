// npm run bench: what a hall can bear, as ratios to what this machine and the libraries can do at all. See docs/bench.md.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { freePort, ROOT } from '#test/server.ts';
import { bursts, calling, history, memory, pushing, throughput, type Report } from './chapters.ts';
import { openBenchHall, type BenchHall } from './hall.ts';
import { startNode, type Started } from './process.ts';

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

/** The bare SvelteKit server, built when it is not there yet. */
async function startBare(): Promise<{ port: number; bare: Started }> {
	const folder = join(ROOT, 'test/bench/bare');
	execFileSync(process.execPath, [join(ROOT, 'node_modules/vite/bin/vite.js'), 'build'], {
		cwd: folder,
		stdio: 'ignore'
	});
	const own = await freePort();
	return {
		port: own,
		bare: await startNode(join(folder, 'build/index.js'), own, { ORIGIN: `http://127.0.0.1:${String(own)}` })
	};
}
