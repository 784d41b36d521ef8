import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from '#server/boot/build.js';
import { ROOT, Stopped } from '#server/boot/steps.js';
import { runChild } from './child.ts';
import type { Counts } from './counts.ts';
import { playwrightCounts, vitestCounts } from './counts.ts';

export interface Outcome extends Counts {
	/** What to show when it failed; empty when it was shown already. */
	output: string;
}

/** `first` precedes all; then the lanes go side by side, each step after the one before; checks that are left then, two at a time. */
export type Lane = 'first' | 'checks' | 'tests';

export interface Step {
	name: string;
	lane: Lane;
	run(): Promise<Outcome>;
}

const PASSED: Counts = { passed: 1, failed: 0, skipped: [] };
const FAILED: Counts = { passed: 0, failed: 1, skipped: [] };

/** A check: a program of npm's that says yes or no, while the tests wait for something. */
function check(name: string, program: string, ...args: string[]): Step {
	return {
		name,
		lane: 'checks',
		async run() {
			const command: [string, ...string[]] = [process.execPath, join(ROOT, 'node_modules', program), ...args];
			const { code, output } = await runChild(command, { patient: true });
			return { ...(code === 0 ? PASSED : FAILED), output };
		}
	};
}

/** A test runner: it shows its progress itself, and writes a report. */
function runner(name: string, count: (file: string, succeeded: boolean) => Counts, command: string[]): Step {
	const report = join(ROOT, `test-results/${name}.json`);
	return {
		name,
		lane: 'tests',
		async run() {
			rmSync(report, { force: true });
			const { code } = await runChild([process.execPath, ...command], { shown: true });
			return { ...count(report, code === 0), output: '' };
		}
	};
}

/** Types and rules need what Kit generates, and the pages under test are those that would be served. */
const buildStep: Step = {
	name: 'build',
	lane: 'first',
	async run() {
		try {
			await build(process.execPath);
			return { ...PASSED, output: '' };
		} catch (error) {
			if (error instanceof Stopped) return { ...FAILED, output: error.message };
			throw error;
		}
	}
};

/** Everything that `npm test` does, in the order of its lanes: what takes longest first, so that both end together. */
export const STEPS: readonly Step[] = [
	buildStep,
	check('eslint', 'eslint/bin/eslint.js', '.', '--max-warnings', '0'),
	check('svelte-check', 'svelte-check/bin/svelte-check', '--fail-on-warnings', '--output', 'human'),
	check('prettier', 'prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'),
	check(
		'boundaries',
		'dependency-cruiser/bin/dependency-cruiser.mjs',
		'kiosk',
		'display',
		'server',
		'printer',
		'db',
		'test'
	),
	check('knip', 'knip/bin/knip.js'),
	runner('vitest', vitestCounts, [
		'node_modules/vitest/vitest.mjs',
		'run',
		'--reporter=default',
		'--reporter=json',
		'--outputFile.json=test-results/vitest.json'
	]),
	runner('playwright', playwrightCounts, ['node_modules/@playwright/test/cli.js', 'test'])
];
