import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { missingBinaries, readLock } from './lock.ts';
import type { Source } from './sources.ts';
import { assertionsOf, functionsOf, isProduction, lineCount, ourFiles, ROOMS, ROOT, spread } from './sources.ts';

const files = ourFiles();
const code = files.filter(({ path }) => /\.(ts|js|svelte)$/.test(path));
const production = files.filter(isProduction);

/** Where a pattern occurs, as `path:line: text`. */
function occurrences(sources: readonly Source[], pattern: RegExp): string[] {
	return sources.flatMap(({ path, text }) =>
		text.split('\n').flatMap((line, at) => (pattern.test(line) ? [`${path}:${at + 1}: ${line.trim()}`] : []))
	);
}

test('a file fits in the head', () => {
	const sized = production.map(({ path, text }) => ({ path, lines: lineCount(text) }));
	const { median, p90, max } = spread(sized.map(({ lines }) => lines));
	console.log(`lines per file: ${median}/${p90}/${max} (median/p90/max) in ${sized.length} files`);
	expect(sized.filter(({ lines }) => lines > 250)).toEqual([]);
	expect(median).toBeLessThanOrEqual(80);
	expect(p90).toBeLessThanOrEqual(200);
});

test('a function fits on a screen', () => {
	const sized = production.flatMap(functionsOf);
	const { median, p90, max } = spread(sized.map(({ lines }) => lines));
	console.log(`lines per function: ${median}/${p90}/${max} (median/p90/max) in ${sized.length} functions`);
	expect(sized.filter(({ lines }) => lines > 40)).toEqual([]);
	expect(median).toBeLessThanOrEqual(10);
	expect(p90).toBeLessThanOrEqual(26);
});

test('types are proven, hardly ever asserted', () => {
	const assertions = production.reduce((sum, source) => sum + assertionsOf(source), 0);
	const perThousand = (1000 * assertions) / production.reduce((sum, { text }) => sum + lineCount(text), 0);
	console.log(`type assertions: ${assertions}, ${perThousand.toFixed(1)} in 1000 lines`);
	expect(perThousand).toBeLessThan(3);
});

test.each(Object.entries(ROOMS))('the README of %s begins with what the room is', (room, sentence) => {
	expect(readFileSync(join(ROOT, room, 'README.md'), 'utf8').split('\n')[0]).toBe(sentence);
});

test('every suppression gives its reason', () => {
	const suppression = /eslint-disable|svelte-ignore|@ts-(expect-error|ignore|nocheck)|prettier-ignore|no-verify/;
	const reason = /--\s*\S.{9,}|\(.{10,}\)|@ts-expect-error:? \S.{9,}/;
	const sources = code.filter(({ path }) => !path.startsWith('test/shape/'));
	expect(
		occurrences(sources, suppression).filter((line) => !reason.test(line.slice(line.search(suppression))))
	).toEqual([]);
});

test('nothing is left for later', () => {
	const later = new RegExp(['TO', 'DO|FIX', 'ME|XX', 'X|HA', 'CK'].join(''));
	expect(occurrences(files, new RegExp(`\\b(${later.source})\\b`))).toEqual([]);
});

test('no test is left alone or out', () => {
	const tests = files.filter(({ path }) => /\.(test|spec)\.ts$/.test(path));
	expect(occurrences(tests, /\b(test|it|describe)\.(only|todo)\b|\b(test|it|describe)\.skip\(/)).toEqual([]);
});

test('nothing names a machine of ours', () => {
	const machine =
		/(?<![\w.])\/(home|Users|root|work)\/|\bfile:\/\/\/(?!\$)|registry\.[a-z-]+\.(com|cn|org|net|io|internal)/;
	expect(occurrences(files, machine).filter((line) => !line.startsWith('test/shape/'))).toEqual([]);
});

test('the lock file names the binaries of every platform', () => {
	expect(missingBinaries(readLock()), 'run: node test/shape/lock.ts').toEqual([]);
});

test('the lock file names no registry of ours', () => {
	expect(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')).not.toMatch(
		/"resolved": "(?!https:\/\/registry\.npmjs\.org\/)/
	);
});

/** Earlier commits were made before anybody measured them. */
const MEASURED_SINCE = '2026-11-23';

/** First lines of the newest commits; none where there is no git, or no history. */
function subjects(...options: string[]): string[] {
	const log = spawnSync('git', ['log', '--no-merges', '-50', '--format=%s', ...options], {
		cwd: ROOT,
		encoding: 'utf8'
	});
	return log.status === 0 ? log.stdout.split('\n').filter((line) => line !== '') : [];
}

test.skipIf(subjects().length === 0)('a commit says in its first line which room changed and what', () => {
	expect(subjects().filter((line) => !/^[a-z][a-z, -]*: \S/.test(line))).toEqual([]);
	expect(subjects().filter((line) => /: (update|wip|fix|fix fix|fixes|changes)$/i.test(line))).toEqual([]);
	expect(subjects(`--since=${MEASURED_SINCE}`).filter((line) => line.length > 72)).toEqual([]);
});
