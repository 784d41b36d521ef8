/**
 * `npm run soak [-- --slips 10000 --updates 100000 --seed 1]`: slips and board updates through flaky wires, with the real
 * drivers on TCP and serial ports. Prints figures; ends with 1 where one slip or picture is not as it must be.
 */
import { parseArgs } from 'node:util';
import { soak, type SoakReport } from './run.ts';

/** What a hall may keep of a thousand pieces of work that are done, MB. */
const MOST_HEAP_A_THOUSAND = 0.2;
/** A soak that takes longer is stuck. */
const LIMIT_MS = 3 * 3600_000;
const PROGRESS_MS = 30_000;

const { values } = parseArgs({
	options: {
		slips: { type: 'string', default: '10000' },
		updates: { type: 'string', default: '100000' },
		seed: { type: 'string', default: '1' }
	}
});

setTimeout(() => {
	console.error('the soak did not end in time');
	process.exit(1);
}, LIMIT_MS).unref();

let told = performance.now();
const report = await soak({
	...{ slips: Number(values.slips), updates: Number(values.updates), seed: Number(values.seed) },
	...{ printers: 8, lines: 8 },
	onProgress: ({ slips, updates }) => {
		if (performance.now() - told < PROGRESS_MS) return;
		told = performance.now();
		console.log(`… ${String(slips)} slips, ${String(updates)} updates`);
	}
});
print(report);
const grows = report.slope.heap > MOST_HEAP_A_THOUSAND;
if (grows) console.log('memory grows');
for (const one of report.wrong.slice(0, 20)) console.log(`WRONG: ${one}`);
process.exit(report.wrong.length > 0 || grows ? 1 : 0);

function print({ slips, boards, seconds, slope, peakMb, wrong }: SoakReport): void {
	const sum = <T>(rows: readonly T[], of: (row: T) => number): string =>
		String(rows.reduce((total, row) => total + of(row), 0));
	console.log(
		`slips: ${sum(slips, (one) => one.slips)}, printed ${sum(slips, (one) => one.printed)} ` +
			`(${sum(slips, (one) => one.late)} told late), unsure ${sum(slips, (one) => one.unsure)}, ` +
			`handed back and tried again ${sum(slips, (one) => one.again)}, troubles ${sum(slips, (one) => one.troubles)}`
	);
	console.log(
		`board updates: ${sum(boards, (one) => one.updates)}, acknowledged ${sum(boards, (one) => one.acked)}, ` +
			`other outcomes ${sum(boards, (one) => one.timeouts)}, troubles ${sum(boards, (one) => one.troubles)}, ` +
			`stood right ${sum(boards, (one) => one.checked)} times, after ${String(Math.max(...boards.map((one) => one.longestMs)))} ms at the most`
	);
	console.log(
		`memory: heap ${slope.heap.toFixed(3)} MB, process ${slope.rss.toFixed(3)} MB a thousand, ${peakMb.toFixed(0)} MB at the most`
	);
	console.log(`wrong: ${String(wrong.length)}; ${seconds.toFixed(0)} s`);
}
