import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';

/** What came of one step; each check counts as one, each test as one. */
export interface Counts {
	passed: number;
	failed: number;
	/** The names of the tests that did not run. */
	skipped: string[];
}

const vitestReport = z.object({
	numPassedTests: z.number(),
	numFailedTests: z.number(),
	testResults: z.array(z.object({ assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })) }))
});

interface Spec {
	title: string;
	tests: { status: string }[];
}

interface Suite {
	specs?: Spec[] | undefined;
	suites?: Suite[] | undefined;
}

const spec: z.ZodType<Spec> = z.object({ title: z.string(), tests: z.array(z.object({ status: z.string() })) });
const suite: z.ZodType<Suite> = z.lazy(() =>
	z.object({ specs: z.array(spec).optional(), suites: z.array(suite).optional() })
);
const playwrightReport = z.object({
	stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
	suites: z.array(suite)
});

/**
 * Reads Vitest's report.
 *
 * @param file its JSON report; missing when Vitest did not get that far
 * @param succeeded whether Vitest said so: an error outside of every test counts as one failure
 */
export function vitestCounts(file: string, succeeded: boolean): Counts {
	if (!existsSync(file)) return { passed: 0, failed: 1, skipped: [] };
	const report = vitestReport.parse(JSON.parse(readFileSync(file, 'utf8')));
	const tests = report.testResults.flatMap((result) => result.assertionResults);
	const skipped = tests.filter(({ status }) => status !== 'passed' && status !== 'failed').map((test) => test.fullName);
	return atLeastOneFailure({ passed: report.numPassedTests, failed: report.numFailedTests, skipped }, succeeded);
}

/** Reads Playwright's report; the parameters are those of `vitestCounts`. A test that passes only when repeated failed. */
export function playwrightCounts(file: string, succeeded: boolean): Counts {
	if (!existsSync(file)) return { passed: 0, failed: 1, skipped: [] };
	const { stats, suites } = playwrightReport.parse(JSON.parse(readFileSync(file, 'utf8')));
	const skipped = suites.flatMap(specsOf).filter((one) => one.tests.some((test) => test.status === 'skipped'));
	const counts = {
		passed: stats.expected,
		failed: stats.unexpected + stats.flaky,
		skipped: skipped.map((one) => one.title)
	};
	return atLeastOneFailure(counts, succeeded);
}

function specsOf(one: Suite): Spec[] {
	return [...(one.specs ?? []), ...(one.suites ?? []).flatMap(specsOf)];
}

/** A run that failed, or ran nothing, must not be counted as a success. */
function atLeastOneFailure(counts: Counts, succeeded: boolean): Counts {
	const fine = succeeded && counts.passed > 0;
	return fine || counts.failed > 0 ? counts : { ...counts, failed: 1 };
}

/** The closing line of the whole run, as in `812 passed, 0 failed, 3 skipped`. */
export function closingLine(all: readonly Counts[]): string {
	const sum = (of: (counts: Counts) => number): number => all.reduce((total, counts) => total + of(counts), 0);
	const skipped = sum((counts) => counts.skipped.length);
	const line = `${sum((counts) => counts.passed)} passed, ${sum((counts) => counts.failed)} failed`;
	return skipped > 0 ? `${line}, ${skipped} skipped` : line;
}

/** What stands at the end of a run in which referees were missing: which, and how many tests they would have judged. */
export function missingLine(tools: readonly string[], all: readonly Counts[]): string {
	const skipped = all.reduce((total, { skipped: names }) => total + names.length, 0);
	return tools.length === 0 ? '' : `referees missing here: ${tools.join(', ')}; ${String(skipped)} tests were skipped`;
}
