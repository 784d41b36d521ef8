import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { closingLine, missingLine, playwrightCounts, vitestCounts } from './counts.ts';

const folder = mkdtempSync(join(tmpdir(), 'guidedesk-'));
afterAll(() => {
	rmSync(folder, { recursive: true });
});

let files = 0;

function report(content: unknown): string {
	const file = join(folder, `${files++}.json`);
	writeFileSync(file, JSON.stringify(content));
	return file;
}

const vitest = (passed: number, failed: number, tests: { fullName: string; status: string }[] = []): string =>
	report({ numPassedTests: passed, numFailedTests: failed, testResults: [{ assertionResults: tests }] });

const playwright = (expected: number, unexpected: number, flaky: number, suites: unknown[] = []): string =>
	report({ stats: { expected, unexpected, flaky, skipped: 0 }, suites, errors: [] });

test('a report is counted, and what did not run is named', () => {
	const tests = [
		{ fullName: 'a', status: 'passed' },
		{ fullName: 'needs socat', status: 'skipped' }
	];
	expect(vitestCounts(vitest(1, 0, tests), true)).toEqual({ passed: 1, failed: 0, skipped: ['needs socat'] });
});

test('a run that failed without a failing test has one failure', () => {
	expect(vitestCounts(vitest(5, 0), false)).toEqual({ passed: 5, failed: 1, skipped: [] });
	expect(vitestCounts(join(folder, 'missing.json'), false).failed).toBe(1);
	expect(playwrightCounts(join(folder, 'missing.json'), true).failed).toBe(1);
});

test('a run that ran nothing has one failure', () => {
	expect(vitestCounts(vitest(0, 0), true).failed).toBe(1);
	expect(playwrightCounts(playwright(0, 0, 0), true).failed).toBe(1);
});

test('failures are counted once', () => {
	expect(vitestCounts(vitest(5, 2), false).failed).toBe(2);
});

test('a browser test that passes only when repeated counts as failed, one that was skipped in a group is named', () => {
	const group = { title: 'g', specs: [{ title: 'no sound', tests: [{ status: 'skipped' }] }] };
	const file = playwright(3, 1, 1, [{ title: 'file', specs: [], suites: [group] }]);
	expect(playwrightCounts(file, false)).toEqual({ passed: 3, failed: 2, skipped: ['no sound'] });
});

test('the closing line names skipped tests only when there are some', () => {
	const fine = { passed: 2, failed: 0, skipped: [] };
	expect(closingLine([fine, fine])).toBe('4 passed, 0 failed');
	expect(closingLine([fine, { passed: 1, failed: 1, skipped: ['x'] }])).toBe('3 passed, 1 failed, 1 skipped');
});

test('missing referees are told at the end, with how much was not judged', () => {
	const some = { passed: 2, failed: 0, skipped: ['a', 'b'] };
	expect(missingLine([], [some])).toBe('');
	expect(missingLine(['socat', 'mbpoll'], [some])).toBe('referees missing here: socat, mbpoll; 2 tests were skipped');
});
