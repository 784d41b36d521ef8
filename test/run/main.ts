import { parseArgs } from 'node:util';
import { run, step } from '#server/boot/steps.js';
import { findChromium } from '#test/chromium.ts';
import type { Postgres } from '#test/postgres.ts';
import { startPostgres } from '#test/postgres.ts';
import { endAll } from './child.ts';
import { closingLine, missingLine } from './counts.ts';
import { equip, missingTools } from './machine.ts';
import type { Lane, Outcome, Step } from './steps.ts';
import { STEPS } from './steps.ts';

interface Result extends Outcome {
	name: string;
	seconds: number;
}

/** Says what is still running, so that a quiet minute is not taken for a standstill. */
const STILL_EVERY_MS = 30_000;

const started = Date.now();
let postgres: Postgres | undefined;

function chosenSteps(): Step[] {
	const { values } = parseArgs({ options: { only: { type: 'string' } } });
	const names = values.only?.split(',');
	const unknown = names?.filter((name) => !STEPS.some((one) => one.name === name)) ?? [];
	if (unknown.length > 0) {
		console.log(`no such step: ${unknown.join(', ')}; there are: ${STEPS.map((one) => one.name).join(', ')}`);
		process.exit(2);
	}
	const tests = ['vitest', 'playwright'].some((name) => names?.includes(name));
	return STEPS.filter((one) => !names || names.includes(one.name) || (tests && one.name === 'build'));
}

/** What the chosen steps need: generated types, referees, a browser, a database. */
async function setUp(chosen: readonly Step[]): Promise<void> {
	const will = (name: string): boolean => chosen.some((one) => one.name === name);
	await step('generating types', () => run(process.execPath, ['node_modules/@sveltejs/kit/svelte-kit.js', 'sync']));
	if (!will('vitest') && !will('playwright')) return;
	await equip({ browser: will('playwright') });
	const missing = missingTools();
	if (missing.length > 0) console.log(`missing: ${missing.join(', ')}; the tests that need them are skipped`);
	const chromium = findChromium();
	if (chromium) process.env['CHROMIUM'] = chromium;
	if (process.env['TEST_DATABASE_URL']) return;
	postgres = await step('starting a PostgreSQL', startPostgres);
	process.env['TEST_DATABASE_URL'] = postgres.url;
}

async function carryOut(one: Step): Promise<Result> {
	const start = Date.now();
	console.log(`— ${one.name} …`);
	const outcome = await one.run();
	const seconds = (Date.now() - start) / 1000;
	console.log(`— ${one.name}: ${closingLine([outcome])} in ${seconds.toFixed(1)} s`);
	if (outcome.failed > 0 && outcome.output) console.log(outcome.output);
	return { ...outcome, name: one.name, seconds };
}

/** Runs what is first, then both lanes side by side; who has done the tests helps with the checks that are left. */
async function carryOutAll(chosen: readonly Step[]): Promise<Result[]> {
	const results: Result[] = [];
	const doing = new Set<string>();
	const left = (name: Lane): Step[] => chosen.filter((step) => step.lane === name);
	const work = async (lane: Step[]): Promise<void> => {
		for (let one = lane.shift(); one; one = lane.shift()) {
			doing.add(one.name);
			results.push(await carryOut(one));
			doing.delete(one.name);
		}
	};
	const still = setInterval(() => console.log(`… still at work: ${[...doing].join(', ')}`), STILL_EVERY_MS);
	await work(left('first'));
	const checks = left('checks');
	await Promise.all([work(checks), work(left('tests')).then(() => work(checks))]);
	clearInterval(still);
	return results;
}

function report(results: readonly Result[]): void {
	console.log('\nstep            seconds  result');
	for (const one of results) {
		console.log(`${one.name.padEnd(14)} ${one.seconds.toFixed(1).padStart(8)}  ${closingLine([one])}`);
	}
	for (const one of results) for (const name of one.skipped) console.log(`skipped in ${one.name}: ${name}`);
	const missing = missingLine(missingTools(), results);
	if (missing) console.log(missing);
	console.log(`all in ${((Date.now() - started) / 1000).toFixed(0)} s\n`);
	console.log(closingLine(results));
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
	process.once(signal, () => {
		endAll();
		void (postgres?.stop() ?? Promise.resolve()).then(() => process.exit(130));
	});
}

const chosen = chosenSteps();
try {
	await setUp(chosen);
	const results = await carryOutAll(chosen);
	report(results);
	process.exitCode = results.every((one) => one.failed === 0) ? 0 : 1;
} finally {
	await postgres?.stop();
}
