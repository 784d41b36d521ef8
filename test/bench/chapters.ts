import { join } from 'node:path';
import { ownPort } from '#test/ports.ts';
import { ROOT } from '#test/server.ts';
import { addHistory } from './history.ts';
import { WINDOWS } from './hall-file.ts';
import { openBenchHall, SCRATCH, type BenchHall } from './hall.ts';
import { Line, post, quantile } from './http.ts';
import { startNode } from './process.ts';
import { rawSqlite } from './raw-sqlite.ts';
import { bareRound, callNext, callRound, issueRound, median, readRound, serve, told } from './rounds.ts';
import { p95, Screens } from './screens.ts';

/** Where figures and verdicts go. */
export interface Report {
	say: (text: string) => void;
	judge: (good: boolean, text: string) => void;
}

const ROUNDS = 3;

/** Issuing against the raw engine and the bare framework, turn by turn, so that a slow minute slows all three. */
export async function throughput(hall: BenchHall, bare: number, { say, judge }: Report): Promise<void> {
	say('\n# tickets issued, closed loop');
	await bareRound(bare, 32, 4000);
	await issueRound(hall, 32, 2000);
	const ratios = [];
	for (let round = 0; round < ROUNDS; round += 1) {
		const raw = rawSqlite(SCRATCH, 2);
		const [bare32, ours32] = [await bareRound(bare, 32, 12_000), await issueRound(hall, 32, 6000)];
		const [bare8, ours8] = [await bareRound(bare, 8, 4000), await issueRound(hall, 8, 3000)];
		const ours1 = await issueRound(hall, 1, 800);
		say(`raw SQLite ${raw.toFixed(0)}/s`);
		say(`32 clients ${told(ours32)} ${JSON.stringify(ours32.statuses)}   bare SvelteKit ${told(bare32)}`);
		say(` 8 clients ${told(ours8)}   bare SvelteKit ${told(bare8)}`);
		say(` 1 client  ${told(ours1)}`);
		const p99 = quantile(ours8.latencies, 0.99) / quantile(bare8.latencies, 0.99);
		ratios.push({ raw: ours32.rate / raw, bare: ours32.rate / bare32.rate, p99 });
	}
	const [raw, toBare] = [median(ratios.map((one) => one.raw)), median(ratios.map((one) => one.bare))];
	const p99 = median(ratios.map((one) => one.p99));
	const figure = `${raw.toFixed(2)} × raw SQLite, ${toBare.toFixed(2)} × bare SvelteKit`;
	judge(raw >= 3 || toBare >= 0.5, `issued at 32 clients: ${figure} (must: the lesser of 3 × and 0.5 ×)`);
	say(`      aim, the lesser of 8 × and 0.8 ×: ${raw >= 8 || toBare >= 0.8 ? 'reached' : 'not reached'}`);
	judge(p99 < 8, `p99 at 8 clients: ${p99.toFixed(2)} × bare SvelteKit (must: under 8 ×)`);
}

/** Calls by 1, 8 and 32 windows. */
export async function calling(hall: BenchHall, { say }: Report): Promise<void> {
	say('\n# calls, closed loop, each ticket started and finished before the next call');
	await issueRound(hall, 32, 2000);
	for (const windows of [1, 8, 32])
		say(`${String(windows).padStart(2)} windows ${told(await callRound(hall, windows, 600))}`);
}

/** As many windows as tickets call in the same moment: 32 different answers each time. */
export async function bursts(hall: BenchHall, { say, judge }: Report): Promise<void> {
	say('\n# 50 bursts of 32 simultaneous calls on exactly 32 waiting tickets');
	await callRound(hall, WINDOWS, Infinity);
	const lines = await Promise.all(Array.from({ length: WINDOWS }, () => Line.open(hall.port)));
	let good = 0;
	for (let burst = 0; burst < 50; burst += 1) {
		await issueRound(hall, 8, WINDOWS);
		const calls = await Promise.all(lines.map((line, i) => callNext(hall, line, i + 1)));
		const ids = calls.flatMap(({ id }) => id ?? []);
		if (new Set(ids).size === WINDOWS) good += 1;
		await Promise.all(lines.map((line, i) => serve(hall, line, ids[i] ?? 0)));
	}
	for (const line of lines) line.close();
	judge(good === 50, `${String(good)} of 50 bursts gave 32 different answers`);
}

/** From the call's request to the last screen that has it, against a bare broadcast. */
export async function pushing(hall: BenchHall, { say, judge }: Report): Promise<void> {
	say('\n# from the call to the last screen, the data itself pushed');
	const port = await ownPort();
	const bare = await startNode(join(ROOT, 'test/bench/broadcast.ts'), port);
	for (const count of [50, 200]) {
		await issueRound(hall, 8, 100);
		const [bareLine, line] = [await Line.open(port), await Line.open(hall.port)];
		const plain = await Screens.open(port, count, 'changed');
		await p95(plain, 20, () => bareLine.ask(post('/', 'none', {})));
		const bareTime = await p95(plain, 60, () => bareLine.ask(post('/', 'none', {})));
		plain.close();
		const screens = await Screens.open(hall.port, count, 'zone:changed', ['zone', 'social']);
		let called: number | undefined;
		const call = async (): Promise<void> => {
			called = (await callNext(hall, line, 1)).id;
		};
		await p95(screens, 20, call, () => serve(hall, line, called ?? 0));
		const time = await p95(screens, 60, call, () => serve(hall, line, called ?? 0));
		screens.close();
		for (const one of [bareLine, line]) one.close();
		const figure = `p95 call → last of ${String(count)} screens: ${time.toFixed(1)} ms, ${(time / bareTime).toFixed(2)} × a bare broadcast`;
		if (count === 50) judge(time < 2 * bareTime, `${figure} (must: within 2 ×)`);
		else say(figure);
	}
	await bare.stop();
}

const READS = ['/api/v1/zones/social/board', '/api/v1/windows/1', '/api/v1/queues'];

/** The same work on an empty database and on one with a million old tickets, turn by turn. */
export async function history(old: number, { say, judge }: Report): Promise<void> {
	say(`\n# with ${old.toLocaleString('en')} old tickets against none`);
	const empty = await openBenchHall();
	const full = await openBenchHall((path) => addHistory(path, old));
	const ratios = new Map<string, number[]>();
	for (let round = 0; round < 2 * ROUNDS; round += 1) {
		const [before, after] = [await works(empty), await works(full)];
		for (const [name, ms] of after) {
			ratios.set(name, [...(ratios.get(name) ?? []), ms / (before.get(name) ?? NaN)]);
		}
	}
	for (const [name, all] of ratios) {
		const ratio = median(all);
		judge(ratio <= 1.2, `${name}: ${ratio.toFixed(2)} × an empty database (must: 1.2 ×)`);
	}
	await empty.end();
	const { faults } = await full.end();
	judge(faults.length === 0, `tables with history read back ${faults.join('; ')}`);
}

/** Median milliseconds of each kind of work. */
async function works(hall: BenchHall): Promise<Map<string, number>> {
	const middle = (latencies: readonly number[]): number => quantile(latencies, 0.5);
	const found = new Map([['issuing', middle((await issueRound(hall, 1, 400)).latencies)]]);
	found.set('calling', middle((await callRound(hall, 1, 150)).latencies));
	for (const path of READS) found.set(path, middle((await readRound(hall, path, 200)).latencies));
	return found;
}

/** What the server holds after a big day. */
export async function memory(tickets: number, { say, judge }: Report): Promise<void> {
	say(`\n# memory after ${tickets.toLocaleString('en')} tickets`);
	const hall = await openBenchHall();
	await issueRound(hall, 32, tickets);
	const resident = hall.server.memory();
	await hall.end();
	judge(resident < 200, `${resident.toFixed(0)} MB resident (must: under 200 MB)`);
}
